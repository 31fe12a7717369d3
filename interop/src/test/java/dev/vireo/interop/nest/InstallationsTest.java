package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.DomainState;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.Firmware;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.install.InstallMedia;
import dev.vireo.nest.install.InstallPlan;
import dev.vireo.nest.install.InstallRequest;
import dev.vireo.nest.install.Installations;
import dev.vireo.nest.install.Kickstart;
import dev.vireo.nest.install.PasswordHash;
import dev.vireo.nest.libvirt.Acceleration;
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

/** Hosts that libvirt's daemon starts from the media that were made for them. */
@Needs({
  ForeignProgram.LIBVIRTD,
  ForeignProgram.QEMU,
  ForeignProgram.VIRSH,
  ForeignProgram.XORRISO,
  ForeignProgram.MTOOLS
})
class InstallationsTest {

  private static final CreateOptions ACCEPTING = new CreateOptions(true, true, true);

  @TempDir private static Path libvirtFolder;
  @TempDir private static Path isoFolder;

  private static PrivateLibvirt libvirt;
  private static Path iso;

  @TempDir private Path folder;

  private NestedHosts hosts;
  private Installations installations;

  @BeforeAll
  static void start() throws IOException {
    iso = StandInIso.in(isoFolder, StandInIso.BOOT_CONFIG);
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
    installations = new Installations(hosts, ForeignProgram.XORRISO.path().toString());
  }

  @AfterEach
  void removeAll() {
    libvirt.whenStarting("");
    for (NestedHost host : hosts.list()) {
      hosts.destroy(host.name(), DestroyOptions.EVERYTHING);
    }
  }

  @Test
  void aHostBootsFromTheCopyWithTheOptionsOfItsVersion() throws IOException {
    NestedHostSpec spec = spec("copy").build();

    installations.create(request(spec, InstallMedia.IsoCopy.of(spec, iso)), ACCEPTING);
    libvirt.await("copy", DomainState.SHUTOFF);

    assertThat(serialLog(spec))
        .isEqualTo(
            StandInIso.BOOT_CONFIG.replace(
                "cdromBoot", "cdromBoot ks=cdrom:/KS.CFG com1_Port=0x3f8 tty2Port=com1"));
    assertThat(hosts.destroy("copy", DestroyOptions.EVERYTHING).files())
        .contains(folder.resolve("copy-install.iso"));
    assertThat(files()).isEmpty();
    assertThat(iso).exists();
  }

  @Test
  void aHostStartsWithTheStickAndTheIsoAsItIs() throws IOException {
    NestedHostSpec spec = spec("stick").build();

    InstallPlan plan =
        installations.create(request(spec, InstallMedia.UsbStick.of(spec, iso)), ACCEPTING);
    libvirt.await("stick", DomainState.SHUTOFF);

    assertThat(serialLog(spec)).isEqualTo(StandInIso.BOOT_CONFIG);
    assertThat(plan.typed()).contains("ks=usb:/ks.cfg com1_Port=0x3f8 tty2Port=com1");
    Path stick = folder.resolve("stick-install.img");
    assertThat(StandInIso.mtools("mtype", "-i", stick + "@@1M", "::/ks.cfg"))
        .isEqualTo(plan.request().kickstart().text());
    assertThat(hosts.destroy("stick", DestroyOptions.EVERYTHING).files()).contains(stick);
    assertThat(files()).isEmpty();
  }

  @Test
  void aHostThatDoesNotStartLeavesNothingBehind() {
    libvirt.whenStarting("exit 1\n");
    NestedHostSpec spec = spec("fails").build();

    assertThatThrownBy(() ->
            installations.create(request(spec, InstallMedia.IsoCopy.of(spec, iso)), ACCEPTING))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("Hook script execution failed");
    assertThat(files()).isEmpty();
    assertThat(libvirt.host().domainNames()).isEmpty();
  }

  private static InstallRequest request(NestedHostSpec spec, InstallMedia media) {
    Kickstart kickstart =
        Kickstart.builder(spec.esxi(), PasswordHash.of("VMware1!".toCharArray()))
            .acceptLicenseAgreement()
            .build();
    return new InstallRequest(spec, kickstart, media, List.of());
  }

  private NestedHostSpecBuilder spec(String name) {
    return NestedHostSpec.builder(name, EsxiVersion.V8_0)
        .acceleration(Acceleration.EMULATED)
        .firmware(Firmware.BIOS)
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
