package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Streams;
import dev.vireo.cli.Vireo;
import dev.vireo.cli.nest.LabSite;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.libvirt.VirshHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nest commands against libvirt's daemon, which starts hosts in QEMU's software emulation. */
@Needs({ForeignProgram.LIBVIRTD, ForeignProgram.QEMU, ForeignProgram.VIRSH})
class NestCommandsTest {

  @TempDir private static Path libvirtFolder;

  private static PrivateLibvirt libvirt;

  @TempDir private Path folder;

  NestCommandsTest() {}

  @BeforeAll
  static void start() {
    libvirt = PrivateLibvirt.start(libvirtFolder);
    libvirt.inside("ip", "link", "add", "br-lab", "type", "bridge");
    libvirt.inside("ip", "link", "set", "br-lab", "up");
  }

  @AfterAll
  static void stop() {
    libvirt.close();
  }

  @AfterEach
  void removeAll() {
    for (NestedHost host : libvirt.hosts().list()) {
      libvirt.hosts().destroy(host.name(), DestroyOptions.EVERYTHING);
    }
  }

  @Test
  void aHostLivesFromCreateToDestroy() {
    Outcome planned = create("lives", "--dry-run", "--start");
    assertThat(planned.stdout())
        .contains("Would do:  make disk ", "define domain lives", "start it");
    assertThat(create("lives", "--print-xml").stdout())
        .startsWith("<domain type='qemu'>")
        .contains("<vmport state='off'/>");
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(files()).isEmpty();

    Outcome made = create("lives", "--start", "--address", "192.168.252.10");
    assertThat(made.exitCode()).isZero();
    assertThat(made.stdout())
        .startsWith("Host 'lives' created\n")
        .contains("URI:       esx://root@192.168.252.10/\n");
    assertThat(nest("list").succeeded()).matches("(?s).* lives +8\\.0 +running +-\n.*");
    assertThat(nest("start", "lives").stderr()).isEqualTo("error: lives runs already\n");
    assertThat(nest("wait", "lives", "--timeout", "0s").stderr())
        .startsWith("error: lives did not answer within 0 seconds: libvirt knows no address of it");

    assertThat(nest("stop", "lives", "--force").stdout()).startsWith("Host 'lives' is off\n");
    assertThat(nest("start", "lives").stdout()).startsWith("Host 'lives' started\n");
    assertThat(nest("stop", "lives").stdout()).startsWith("Host 'lives' is being shut down\n");

    Outcome asked = nest("destroy", "lives", "--nvram", "--disks");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.stderr())
        .contains("repeat this with --yes", "it would take: its power: it runs", "lives.img");
    Outcome removed = nest("destroy", "lives", "--nvram", "--disks", "--yes");
    assertThat(removed.stderr()).isEmpty();
    assertThat(removed.stdout()).startsWith("Host 'lives' removed\n").contains("lives.img");
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(libvirt.inside("find", "/var/lib/libvirt/qemu/nvram", "-type", "f")).isEmpty();
  }

  @Test
  @Needs({ForeignProgram.XORRISO, ForeignProgram.MTOOLS})
  void aHostThatInstallsItselfIsMadeWithItsIsoAndRemovedWithIt(@TempDir Path media)
      throws IOException {
    Path iso = StandInIso.in(media, StandInIso.BOOT_CONFIG);
    byte[] original = Files.readAllBytes(iso);
    Path password = Files.writeString(media.resolve("password"), "Correct-horse-7\n");
    String[] options = {
      "install",
      "itself",
      "--esxi=8.0",
      "--iso=" + iso,
      "--accept-eula",
      "--password-file=" + password,
      "--ip=192.0.2.10/24",
      "--bridge=br-lab",
      "--emulate",
      "--memory=64MiB",
      "--directory=" + folder,
      "--overcommit"
    };

    Outcome refused = nest(options);
    assertThat(refused.stderr()).contains("64 MiB of memory are too little for ESXi 8.0");
    assertThat(files()).isEmpty();

    Outcome made = nest(with(options, "--accept-known-bad"));
    assertThat(made.exitCode()).isZero();
    assertThat(made.stdout())
        .contains("Done:      copy " + iso, "ks=cdrom:/KS.CFG", "start it")
        .contains("URI:       esx://root@192.0.2.10/\n")
        .doesNotContain("Correct-horse-7");
    assertThat(nest("list").succeeded()).contains("running");
    assertThat(iso).hasBinaryContent(original);
    Path copy = folder.resolve("itself-install.iso");
    assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1))
        .contains("rootpw --iscrypted $6$")
        .doesNotContain("Correct-horse-7");

    assertThat(nest("destroy", "itself", "--nvram", "--disks", "--yes").stdout())
        .contains(copy.toString());
    assertThat(files()).isEmpty();
    assertThat(iso).exists();
  }

  private static String[] with(String[] options, String one) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add(one);
    return all.toArray(String[]::new);
  }

  @Test
  void theConsoleIsVirshsOwn() {
    create("console", "--start");

    // The terminal belongs to virsh, which finds none in a test and says so by its exit code.
    assertThat(nest("console", "console").exitCode()).isEqualTo(1);
    assertThat(nest("console", "nobody").stderr())
        .isEqualTo("error: there is no host nobody at " + libvirt.uri() + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--esxi 4.0|'4.0' is not an ESXi version that is known here => give one of 5.5, 6.0",
        "--bridge br-none|there is no bridge br-none on this machine => ip link add br-none",
        "--ovs br-lab|br-lab is a Linux bridge, not one of Open vSwitch => ask for it as a bridge",
        "--nic vmxnet4|QEMU has no network interface 'vmxnet4' => use one that ESXi 8.0 works with",
        "--network none|libvirt has no network 'none' => virsh --connect 'qemu:///system?socket=",
        "--machine pc-q35-0.1|QEMU has no machine type pc-q35-0.1",
        "--disk /nowhere.img|there is no disk image /nowhere.img",
      })
  void aMistakeIsFoundBeforeAnythingIsMade(String options, String message) {
    Outcome refused = create("mistaken", options.split(" "));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr()).startsWith("error: ");
    assertThat(refused.stderr().replace("\nhint: ", " => ")).contains("error: " + message);
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void tooLittleIsRefusedUnlessItIsAccepted() {
    Outcome refused =
        nest(
            "create",
            "small",
            "--esxi=8.0",
            "--emulate",
            "--bridge=br-lab",
            "--memory=64MiB",
            "--disk-size=1GiB",
            "--directory=" + folder);

    assertThat(refused.stderr().lines())
        .hasSize(3)
        .endsWith("hint: --accept-known-bad makes it although that is known not to work");
    assertThat(refused.stderr())
        .contains("64 MiB of memory are too little for ESXi 8.0", "has 1 GiB, and ESXi 8.0 needs");
  }

  @Test
  void aNameInUseIsRefused() {
    create("twice");

    assertThat(create("twice").stderr())
        .contains("error: the name twice is in use: there is a domain of this name at qemu:");
  }

  @Test
  void theProposedCommandsAreTakenByLibvirt() {
    Outcome made = create("empty");
    String attach =
        made.stdout()
            .lines()
            .filter(line -> line.contains(" attach-disk "))
            .map(line -> line.substring(line.indexOf("virsh")))
            .findFirst()
            .orElseThrow();
    libvirt.inside("truncate", "-s", "1M", folder.resolve("any.iso").toString());
    libvirt.inside(
        "sh", "-c", attach.replace("/PATH/TO/INSTALLER.iso", folder.resolve("any.iso").toString()));
    assertThat(libvirt.host().dumpXml("empty")).contains("any.iso", "device='cdrom'");

    Outcome checked = nest("check", "--emulate", "--json");
    assertThat(checked.stdout()).contains("libvirt has no network 'default'");
    String define =
        checked.stdout().replaceFirst("(?s).*(echo \\\\\"<network>.*?/dev/stdin).*", "$1");
    libvirt.inside("sh", "-c", define.replace("\\\"", "\""));
    assertThat(libvirt.host().networkActive("default")).contains(false);
    assertThat(nest("check", "--emulate").stdout())
        .contains("libvirt's network 'default' does not run")
        .containsPattern(" mend: +virsh --connect '.*' net-start default && virsh ");
    libvirt.inside("virsh", "--connect", libvirt.uri(), "net-undefine", "default");
  }

  @Test
  void thisMachineIsCheckedWithTheDaemonsOwnAnswers() {
    Outcome checked = nest("check", "--emulate", "--bridge", "br-lab", "--directory", "" + folder);

    assertThat(checked.stderr()).isEmpty();
    assertThat(checked.exitCode()).isIn(0, 1);
    assertThat(checked.stdout())
        .containsPattern(" libvirt-version +ok +libvirt is \\d")
        .containsPattern(" network +ok +bridge br-lab is there\n");
    assertThat(nest("check", "--bridge", "br-none", "--emulate").exitCode()).isEqualTo(2);
  }

  @Test
  void withoutTheDaemonItIsSaidWhichOneIsMissing() {
    String nobody = "qemu:///system?socket=" + folder.resolve("no-such-socket");

    Outcome refused = InThisJvm.run(site(nobody), "nest", "list", "--libvirt", nobody);

    assertThat(refused.stderr())
        .startsWith("error: libvirt cannot be reached at " + nobody + ": Failed to connect socket");
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  /** A host that is made without a question, small and in software emulation. */
  private Outcome create(String name, String... options) {
    List<String> given = List.of(options);
    List<String> args = new ArrayList<>(List.of("create", name));
    args.addAll(given);
    if (!given.contains("--esxi")) {
      args.addAll(List.of("--esxi", "8.0"));
    }
    if (Stream.of("--bridge", "--ovs", "--network").noneMatch(given::contains)) {
      args.addAll(List.of("--bridge", "br-lab"));
    }
    args.addAll(
        List.of(
            "--emulate",
            "--memory",
            "64MiB",
            "--directory",
            folder.toString(),
            "--accept-known-bad",
            "--overcommit"));
    return nest(args.toArray(String[]::new));
  }

  private static Outcome nest(String... args) {
    List<String> all = new ArrayList<>(List.of("nest"));
    all.addAll(List.of(args));
    all.addAll(List.of("--libvirt", libvirt.uri()));
    return InThisJvm.run(site(libvirt.uri()), all.toArray(String[]::new));
  }

  private static LabSite site(String uri) {
    return new LabSite(
        wanted -> {
          assertThat(wanted).isEqualTo(uri);
          return new VirshHost(
              ForeignProgram.VIRSH.path().toString(), wanted, Duration.ofMinutes(2));
        },
        libvirt.machine());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command in this JVM. */
  private static final class InThisJvm {
    static Outcome run(LabSite site, String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exitCode =
          Vireo.run(
              List.of(args),
              Streams.of(InputStream.nullInputStream(), printer(out), printer(err)),
              Map.of(),
              site);
      return new Outcome(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream target) {
      return new PrintStream(target, false, StandardCharsets.UTF_8);
    }
  }
}
