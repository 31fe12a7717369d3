package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.DomainState;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.Firmware;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.Removal;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nested hosts that libvirt's daemon really starts, in QEMU's software emulation. */
@Needs({ForeignProgram.LIBVIRTD, ForeignProgram.QEMU, ForeignProgram.VIRSH})
class StartedHostsTest {

  private static final CreateOptions ACCEPTING = new CreateOptions(true, true, true);

  @TempDir private static Path libvirtFolder;

  private static PrivateLibvirt libvirt;

  @TempDir private Path folder;

  private NestedHosts hosts;

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

  @BeforeEach
  void newHosts() {
    hosts = libvirt.hosts();
  }

  @AfterEach
  void removeAll() {
    libvirt.whenStarting("");
    for (NestedHost host : hosts.list()) {
      hosts.destroy(host.name(), DestroyOptions.EVERYTHING);
    }
  }

  @ParameterizedTest
  @CsvSource({"pc, V5_5", "pc, V6_0", "q35, V6_7", "pc, V7_0", "q35, V8_0"})
  void theBackdoorIsSilentInsideTheGuest(String machine, EsxiVersion esxi) throws IOException {
    NestedHostSpec spec = booting("silent", esxi).machine(machine).build();

    hosts.create(spec, ACCEPTING);
    libvirt.await("silent", DomainState.SHUTOFF);

    assertThat(serialLog(spec)).isEqualTo(BootSector.SILENT);
  }

  @ParameterizedTest
  @CsvSource({"pc", "q35"})
  void theBackdoorAnswersWhereItIsSwitchedOn(String machine) throws IOException {
    NestedHostSpec spec =
        booting("answers", EsxiVersion.V7_0).machine(machine).vmport(true).build();

    hosts.create(spec, ACCEPTING);
    libvirt.await("answers", DomainState.SHUTOFF);

    assertThat(serialLog(spec)).isEqualTo(BootSector.ANSWERS);
  }

  @Test
  void vmxIsRequiredForRealAndNothingIsLeftBehindWithoutIt() {
    NestedHostSpec spec =
        emulated("wants-vmx", EsxiVersion.V8_0).cpuVendor(CpuVendor.INTEL).build();

    CreatePlan plan = hosts.plan(spec);
    assertThat(plan.refusals(ACCEPTING))
        .containsExactly(
            "QEMU emulates AMD's processors, which have svm and no vmx; do not ask for another"
                + " maker");
    CreatePlan unchecked = new CreatePlan(spec, plan.domain(), plan.xml(), List.of());
    assertThatThrownBy(() -> hosts.create(unchecked, ACCEPTING))
        .isInstanceOf(NestException.class)
        .hasMessage(
            "wants-vmx does not start: the guest's processor would have no vmx, so that ESXi could"
                + " not run machines: this host does not let guests nest")
        .extracting("hints")
        .isEqualTo(List.of("see `vireo nest check`"));
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aHostLivesFromItsMakingToItsRemoval() {
    NestedHostSpec spec =
        emulated("whole", EsxiVersion.V8_0)
            .datastoreSize(DataSize.ofMib(64))
            .autostart(true)
            .build();

    hosts.create(spec, ACCEPTING);
    assertThat(hosts.list())
        .singleElement()
        .satisfies(host -> {
          assertThat(host.name()).isEqualTo("whole");
          assertThat(host.state()).isEqualTo(DomainState.RUNNING);
          assertThat(host.metadata().esxi()).isEqualTo(EsxiVersion.V8_0);
        });
    assertThatThrownBy(() -> hosts.start("whole")).hasMessage("whole runs already");
    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .isInstanceOf(NestException.class)
        .hasMessage(
            "the name whole is in use: there is a domain of this name at " + libvirt.host().uri());

    assertThat(libvirt.inside("find", "/var/lib/libvirt/qemu/nvram", "-type", "f"))
        .contains("whole_VARS");

    hosts.powerOff("whole");
    assertThat(hosts.find("whole").state()).isEqualTo(DomainState.SHUTOFF);
    hosts.start("whole");
    Removal removal = hosts.destroy("whole", DestroyOptions.EVERYTHING);

    assertThat(removal.powerOff()).isTrue();
    assertThat(removal.nvram()).isTrue();
    assertThat(libvirt.inside("find", "/var/lib/libvirt/qemu/nvram", "-type", "f")).isEmpty();
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aDiskThatAnotherHostUsesIsSaid() {
    NestedHostSpec first = emulated("first", EsxiVersion.V8_0).build();
    hosts.create(first, ACCEPTING);
    NestedHostSpec second =
        emulated("second", EsxiVersion.V8_0)
            .disk(new LabDisk.ExistingImage(first.disk().path()))
            .build();

    assertThatThrownBy(() -> hosts.create(second, ACCEPTING))
        .hasMessage(
            "second does not start: %s is in use, as by another domain that runs, and two would destroy it"
                .formatted(first.disk().path()));
    assertThat(libvirt.host().domainNames()).containsExactly("first");
    assertThat(first.disk().path()).exists();
  }

  @Test
  void firmwareVariablesOfAFormerHostAreSaidAndStay() throws IOException {
    NestedHostSpec spec = emulated("former", EsxiVersion.V8_0).build();
    hosts.create(spec, ACCEPTING);
    hosts.destroy("former", DestroyOptions.DEFINITION_ONLY);
    Files.delete(spec.serialLog());
    String variables = "/var/lib/libvirt/qemu/nvram/former_VARS.fd";
    NestedHostSpec kept =
        emulated("former", EsxiVersion.V8_0)
            .disk(new LabDisk.ExistingImage(spec.disk().path()))
            .build();
    NestedHostSpec fresh = emulated("former", EsxiVersion.V8_0).directory(libvirtFolder).build();

    assertThat(hosts.plan(fresh).refusals(ACCEPTING))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("firmware variables " + variables));
    assertThat(hosts.plan(kept).warnings(ACCEPTING))
        .contains(
            "firmware variables %s of a former host of this name are there and are used"
                .formatted(variables));
    libvirt.whenStarting("exit 1\n");
    assertThatThrownBy(() -> hosts.create(kept, ACCEPTING)).isInstanceOf(NestException.class);
    assertThat(libvirt.path(variables)).exists();
  }

  @Test
  void newFirmwareVariablesGoWithAHostThatDoesNotStart() {
    libvirt.whenStarting("exit 1\n");

    assertThatThrownBy(() -> hosts.create(emulated("new", EsxiVersion.V8_0).build(), ACCEPTING))
        .isInstanceOf(NestException.class);
    assertThat(libvirt.path("/var/lib/libvirt/qemu/nvram/new_VARS.fd")).doesNotExist();
  }

  @Test
  void disksStayUnlessTheyAreTakenToo() {
    NestedHostSpec spec = emulated("kept", EsxiVersion.V6_7).build();
    hosts.create(spec, new CreateOptions(false, true, true));

    hosts.destroy("kept", DestroyOptions.DEFINITION_ONLY);

    assertThat(spec.disk().path()).hasSize(DataSize.ofMib(16384).bytes());
  }

  @Test
  void aMissingBridgeIsFoundBeforeAnythingIsMade() {
    NestedHostSpec spec =
        emulated("no-bridge", EsxiVersion.V8_0).network(new LabNetwork.Bridge("br-none")).build();

    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .hasMessage("there is no bridge br-none on this machine")
        .extracting("hints")
        .asString()
        .contains("ip link add br-none type bridge && ip link set br-none up");
    assertThat(files()).isEmpty();
  }

  @Test
  void aCardThatQemuLacksIsFoundBeforeAnythingIsMade() {
    NestedHostSpec spec = emulated("no-card", EsxiVersion.V8_0).nicModel("vmxnet4").build();

    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .hasMessageStartingWith("QEMU has no network interface 'vmxnet4'");
    assertThat(files()).isEmpty();
  }

  @Test
  void aMachineTypeThatQemuLacksIsFoundBeforeAnythingIsMade() {
    NestedHostSpec spec = emulated("old", EsxiVersion.V5_5).machine("pc-i440fx-0.1").build();

    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .hasMessageContaining("QEMU has no machine type pc-i440fx-0.1");
  }

  @Test
  void aLibvirtNetworkThatIsNotThereIsFound() {
    NestedHostSpec spec =
        emulated("no-net", EsxiVersion.V8_0)
            .network(new LabNetwork.LibvirtNetwork("none", null))
            .build();

    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .hasMessageContaining("libvirt has no network 'none'");
  }

  @Test
  void anUnreachableDaemonIsSaidInOneSentence() {
    VirshHost nobody = new VirshHost("qemu:///system?socket=" + folder.resolve("no-such-socket"));

    assertThatThrownBy(nobody::domainNames)
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith("libvirt cannot be reached at qemu:///system?socket=")
        .hasMessageContaining("No such file or directory");
  }

  /** A host whose disk is a boot sector that writes what it saw and switches itself off. */
  private NestedHostSpecBuilder booting(String name, EsxiVersion esxi) {
    return emulated(name, esxi)
        .firmware(Firmware.BIOS)
        .disk(new LabDisk.ExistingImage(BootSector.imageIn(folder)));
  }

  private NestedHostSpecBuilder emulated(String name, EsxiVersion esxi) {
    return NestedHostSpec.builder(name, esxi)
        .acceleration(Acceleration.EMULATED)
        .memory(DataSize.ofMib(64))
        .directory(folder)
        .network(new LabNetwork.Bridge("br-lab"));
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String serialLog(NestedHostSpec spec) throws IOException {
    return Files.readString(spec.serialLog(), StandardCharsets.ISO_8859_1).replace("\r", "");
  }
}
