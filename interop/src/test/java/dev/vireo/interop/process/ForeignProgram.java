package dev.vireo.interop.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program from elsewhere that tests run. It is looked for in {@code .tools/} of the source tree,
 * where {@code interop/tools/install} puts the pinned versions, then in {@code PATH}.
 */
public enum ForeignProgram {
  /** The C virsh of libvirt, whose output and exit codes are the judge of ours. */
  VIRSH("virsh"),
  /** govmomi's simulated ESX host and vCenter, with this project's own small main. */
  VCSIM("vcsim"),
  /** govmomi's command line, with this project's own small main. */
  GOVC("govc"),
  /** VMware's Python bindings: the interpreter that can import them. */
  PYVMOMI("python3"),
  /** libvirt's Python bindings: the system's interpreter, which imports the system's packages. */
  PYTHON_LIBVIRT("python3"),
  /**
   * libvirt's daemon. Tests run one of their own in namespaces of its own, for which they must be
   * root.
   */
  LIBVIRTD("libvirtd"),
  /** QEMU. */
  QEMU("qemu-system-x86_64"),
  /** xmllint, with which virt-xml-validate holds documents against libvirt's schemas. */
  XMLLINT("xmllint"),
  /** libvirt's own judge of its documents. */
  VIRT_XML_VALIDATE("virt-xml-validate"),
  /** Open vSwitch's daemon, which tests run with the user-space datapath. */
  OVS_VSWITCHD("ovs-vswitchd"),
  /**
   * The small Linux that nested hosts boot in tests, unpacked from Debian's packages: the static
   * busybox of {@code .tools/guest}, beside which there are {@code vmlinuz} and {@code modules}.
   */
  LINUX_GUEST("busybox"),
  /** Reads and writes CD-ROM images. */
  XORRISO("xorriso"),
  /** Programs that read and write FAT file systems, each by its name behind {@code -c}. */
  MTOOLS("mtools"),
  /** Checks FAT file systems. */
  FSCK_FAT("fsck.fat"),
  /** Hashes passwords, among much else. */
  OPENSSL("openssl"),
  /** The POSIX shell. */
  SH("sh"),
  /** The {@code vireo} command as {@code ./vireo} installs it, with its launcher. */
  VIREO("vireo");

  private static final Path SYSTEM = Path.of("/usr/bin");

  private final String executable;

  ForeignProgram(String executable) {
    this.executable = executable;
  }

  /**
   * Finds the program.
   *
   * @return the absolute path of its executable, empty when it is not installed
   */
  public Optional<Path> find() {
    return switch (this) {
      case PYVMOMI -> hasPyvmomi() ? inPath() : Optional.empty();
      case PYTHON_LIBVIRT -> hasPythonLibvirt() ? executableIn(SYSTEM) : Optional.empty();
      case LIBVIRTD -> isRoot() ? inPath() : Optional.empty();
      case LINUX_GUEST -> executableIn(SourceTree.root().resolve(".tools/guest"));
      case VIREO -> executableIn(SourceTree.root().resolve("cli/target/dist/bin"));
      default -> executableIn(SourceTree.root().resolve(".tools/bin")).or(this::inPath);
    };
  }

  /**
   * Returns the executable of a program that is known to be installed.
   *
   * @return an absolute path
   * @throws IllegalStateException if it is not there; the message says how to get it
   */
  public Path path() {
    return find()
        .orElseThrow(() ->
            new IllegalStateException(executable + " is not installed; to have it: " + remedy()));
  }

  /** Returns the command that installs the program. */
  String remedy() {
    return switch (this) {
      case VIREO -> "./vireo --version";
      case LIBVIRTD -> "interop/tools/install, and run the tests as root";
      default -> "interop/tools/install";
    };
  }

  /** Returns the folder with the pinned pyVmomi. */
  static Path pythonPackages() {
    return SourceTree.root().resolve(".tools/python");
  }

  private static boolean hasPyvmomi() {
    return Files.isDirectory(pythonPackages().resolve("pyVmomi"));
  }

  private static boolean hasPythonLibvirt() {
    return Files.isRegularFile(Path.of("/usr/lib/python3/dist-packages/libvirt.py"));
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private Optional<Path> inPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // Daemons are where only root's PATH leads.
    return Stream.concat(
            Stream.of(path.split(Pattern.quote(File.pathSeparator))), Stream.of("/usr/sbin"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .flatMap(folder -> executableIn(folder).stream())
        .findFirst();
  }

  private Optional<Path> executableIn(Path folder) {
    Path file = folder.resolve(executable);
    return Files.isRegularFile(file) && Files.isExecutable(file)
        ? Optional.of(file.toAbsolutePath())
        : Optional.empty();
  }

  /**
   * Returns the environment variables that the program needs.
   *
   * @return {@code NAME=value} pairs
   */
  List<String> environment() {
    return this == PYVMOMI
        ? List.of("PYTHONPATH=" + pythonPackages(), "PYTHONDONTWRITEBYTECODE=1")
        : List.of();
  }
}
