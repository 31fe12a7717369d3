package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This machine as {@code /proc}, {@code /sys}, {@code /dev} and {@code /etc} show it, under a root
 * that can be another than {@code /}.
 */
public final class LocalHost {

  private static final long SECTOR = 512;
  // ARPHRD_LOOPBACK
  private static final String LOOPBACK = "772";

  private final Path root;
  private final Function<Path, Optional<DataSize>> usableSpace;

  /**
   * A machine seen under another root.
   *
   * @param root the directory that has its {@code proc}, {@code sys}, {@code dev} and {@code etc}
   */
  public LocalHost(Path root) {
    this(root, LocalHost::spaceOfFileStore);
  }

  LocalHost(Path root, Function<Path, Optional<DataSize>> usableSpace) {
    this.root = Objects.requireNonNull(root);
    this.usableSpace = usableSpace;
  }

  /** This machine. */
  public static LocalHost system() {
    return new LocalHost(Path.of("/"));
  }

  /** Flags of the first processor ({@code /proc/cpuinfo}); empty when it cannot be read. */
  public Set<String> cpuFlags() {
    return cpuInfo("flags").map(flags -> Set.of(flags.split("\\s+"))).orElse(Set.of());
  }

  /** Maker of the processors; empty for another than those known here. */
  public Optional<CpuVendor> cpuVendor() {
    return cpuInfo("vendor_id").flatMap(CpuVendor::ofCpuid);
  }

  /** Number of processors. */
  public int processors() {
    return (int) lines("proc/cpuinfo").filter(line -> line.matches("processor\\s*:.*")).count();
  }

  /** Names of KVM's modules that are there, loaded or built in ({@code /sys/module/kvm_*}). */
  public List<String> kvmModules() {
    try (Stream<Path> modules = Files.list(root.resolve("sys/module"))) {
      return modules
          .map(module -> module.getFileName().toString())
          .filter(name -> name.startsWith("kvm_"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether there is such a file, as far as this user may look. */
  boolean exists(Path file) {
    return Files.exists(under(file));
  }

  /** Whether there is no such file for sure. */
  boolean isMissing(Path file) {
    return Files.notExists(under(file));
  }

  /** Value of a module's parameter; empty when there is none. */
  public Optional<String> moduleParameter(String module, String parameter) {
    return text("sys/module/" + module + "/parameters/" + parameter).map(String::strip);
  }

  /** All memory; empty when it cannot be read. */
  public Optional<DataSize> memoryTotal() {
    return memory("MemTotal");
  }

  /** Memory that can be had without swapping; empty when it cannot be read. */
  public Optional<DataSize> memoryAvailable() {
    return memory("MemAvailable");
  }

  /** Whether the kernel has a network link of this name ({@code /sys/class/net}). */
  public boolean linkExists(String name) {
    return Files.exists(root.resolve("sys/class/net").resolve(name));
  }

  /** Whether a link is a Linux bridge; a bridge of Open vSwitch is not. */
  public boolean isLinuxBridge(String name) {
    return Files.isDirectory(root.resolve("sys/class/net").resolve(name).resolve("bridge"));
  }

  /**
   * What a link is that can be no bridge of Open vSwitch; empty for one that may be. Such a bridge
   * has neither hardware nor a kind that the kernel names.
   */
  Optional<String> otherLink(String name) {
    String link = "sys/class/net/" + name;
    if (text(link + "/type").map(String::strip).equals(Optional.of(LOOPBACK))) {
      return Optional.of("the loopback link");
    }
    if (Files.exists(root.resolve(link).resolve("device"))) {
      return Optional.of("a network card");
    }
    return lines(link + "/uevent")
        .filter(line -> line.startsWith("DEVTYPE="))
        .map(line -> "a link of kind " + line.substring(line.indexOf('=') + 1))
        .findFirst();
  }

  /** Whether a link is set up; true where that cannot be read. */
  public boolean linkUp(String name) {
    return text("sys/class/net/" + name + "/flags")
        .map(flags -> (Integer.decode(flags.strip()) & 1) == 1)
        .orElse(true);
  }

  /**
   * Whether the database of Open vSwitch has a bridge of this name; whether it works is another.
   */
  public boolean knownToOpenVSwitch(String bridge) {
    String quoted = "\"" + bridge + "\"";
    return openVSwitchDatabases().anyMatch(database -> database.contains(quoted));
  }

  /** Whether there is a database of Open vSwitch that this user may read. */
  boolean seesOpenVSwitch() {
    return openVSwitchDatabases().findAny().isPresent();
  }

  private Stream<String> openVSwitchDatabases() {
    return Stream.of("etc/openvswitch/conf.db", "var/lib/openvswitch/conf.db")
        .flatMap(file -> text(file).stream());
  }

  /**
   * Size of a block device.
   *
   * @param device its path; links such as {@code /dev/vg/lv} are followed
   * @return empty when it is not a block device
   */
  public Optional<DataSize> blockDevice(Path device) {
    return kernelName(device)
        .flatMap(name -> text("sys/class/block/" + name + "/size"))
        .map(sectors -> new DataSize(Long.parseLong(sectors.strip()) * SECTOR));
  }

  /** Where a block device is mounted; empty when it is not. */
  public Optional<String> mountPoint(Path device) {
    Optional<String> name = kernelName(device);
    return lines("proc/mounts")
        .map(line -> line.split(" "))
        .filter(fields -> fields.length > 1 && fields[0].startsWith("/dev/"))
        .filter(fields -> name.isPresent() && kernelName(Path.of(fields[0])).equals(name))
        .map(fields -> fields[1])
        .findFirst();
  }

  /** Owner, group and mode of {@code /dev/kvm}; empty when there is none. */
  public Optional<PosixFileAttributes> kvmDevice() {
    try {
      return Optional.of(Files.readAttributes(root.resolve("dev/kvm"), PosixFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The user that libvirt's system daemon runs QEMU as: that of {@code /etc/libvirt/qemu.conf},
   * else the one that the distribution made for it.
   */
  public QemuUser qemuUser() {
    Optional<String> user = configured("user");
    String name = user.orElse(hasUser("libvirt-qemu") ? "libvirt-qemu" : "qemu");
    Set<String> groups =
        lines("etc/group")
            .map(line -> line.split(":", -1))
            .filter(fields -> fields.length > 3 && List.of(fields[3].split(",")).contains(name))
            .map(fields -> fields[0])
            .collect(Collectors.toSet());
    // Debian's build has kvm as the group, others give QEMU's user that group.
    groups.add(configured("group").orElse("kvm"));
    return new QemuUser(name, groups);
  }

  /**
   * Room that this user may still take in a directory.
   *
   * @return empty when there is no such directory
   */
  public Optional<DataSize> usableSpace(Path directory) {
    return usableSpace.apply(directory);
  }

  private static Optional<DataSize> spaceOfFileStore(Path directory) {
    try {
      return Optional.of(new DataSize(Files.getFileStore(directory).getUsableSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> configured(String setting) {
    return lines("etc/libvirt/qemu.conf")
        .filter(line -> line.matches("\\s*" + setting + "\\s*=\\s*\"\\+?[^\"]+\".*"))
        .map(line -> line.split("\"")[1].replaceFirst("^\\+", ""))
        .findFirst();
  }

  private boolean hasUser(String name) {
    return lines("etc/passwd").anyMatch(line -> line.startsWith(name + ":"));
  }

  private Optional<String> kernelName(Path device) {
    try {
      return Optional.of(under(device).toRealPath().getFileName().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path under(Path absolute) {
    return root.resolve(absolute.toString().substring(1));
  }

  private Optional<String> cpuInfo(String field) {
    return lines("proc/cpuinfo")
        .filter(line -> line.matches(field + "\\s*:.*"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private Optional<DataSize> memory(String field) {
    return lines("proc/meminfo")
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> DataSize.ofKib(Long.parseLong(line.replaceAll("\\D+", ""))))
        .findFirst();
  }

  private Stream<String> lines(String file) {
    return text(file).stream().flatMap(String::lines);
  }

  /** Content of a file; empty when it is not there or this user may not read it. */
  private Optional<String> text(String file) {
    try {
      return Optional.of(
          new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
