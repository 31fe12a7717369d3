package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts that do not start because QEMU's user lacks a right: it is not root here, and {@code
 * /dev/kvm} is for root only.
 */
@Needs({ForeignProgram.LIBVIRTD, ForeignProgram.QEMU, ForeignProgram.VIRSH})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnprivilegedQemuTest {

  private static final CreateOptions ACCEPTING = new CreateOptions(true, true, true);
  private static final Path KVM = Path.of("/dev/kvm");

  @TempDir private static Path libvirtFolder;

  private static PrivateLibvirt libvirt;
  private static List<String> links;

  @TempDir private Path folder;
  @TempDir private Path root;

  UnprivilegedQemuTest() {}

  @BeforeAll
  static void start() {
    libvirt = PrivateLibvirt.start(libvirtFolder, "nobody", "nogroup");
    if (Files.exists(KVM)) {
      // Whatever the rights of the machine's own are.
      String node = libvirtFolder.resolve("kvm").toString();
      libvirt.inside("mknod", "--mode=600", node, "c", "10", "232");
      libvirt.inside("mount", "--bind", node, KVM.toString());
    }
    libvirt.inside("ip", "link", "add", "br-lab", "type", "bridge");
    libvirt.inside("ip", "link", "set", "br-lab", "up");
    links = links();
  }

  @AfterAll
  static void stop() {
    // Null when it did not start.
    if (libvirt != null) {
      libvirt.close();
    }
  }

  @Test
  void aDeviceOfKvmOutOfReachIsFoundBeforeAnythingIsMade() throws IOException {
    boolean there = Files.exists(KVM);
    String problem =
        there
            ? "QEMU's user nobody may not use /dev/kvm (root:root, rw-------)"
            : "there is no /dev/kvm";
    String permit =
        machineHasAGroupForKvm()
            ? "chgrp kvm /dev/kvm && chmod 660 /dev/kvm && usermod -a -G kvm nobody"
            : "chmod 666 /dev/kvm";
    NestedHostSpec spec = spec("no-rights", Acceleration.KVM).build();

    assertThatThrownBy(() -> libvirt.hosts().create(spec, ACCEPTING))
        .isInstanceOfSatisfying(
            NestException.class,
            refused -> {
              assertThat(refused.problems()).contains(problem);
              assertThat(refused.hints()).contains(there ? permit : "modprobe kvm");
            });
    assertNothingIsLeft();
  }

  @Test
  void aDeviceOfKvmOutOfReachIsSaidWhenItComesOutAtTheStart() throws IOException {
    // QEMU opens the disk first.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    NestedHosts hosts = new NestedHosts(libvirt.host(), readyMachine());
    NestedHostSpec spec = spec("no-kvm", Acceleration.KVM).cpuVendor(CpuVendor.AMD).build();
    String problem =
        Files.exists(KVM)
            ? "no-kvm does not start: QEMU may not use /dev/kvm (Permission denied)"
            : "libvirt offers no domains of type kvm";

    assertThatThrownBy(() -> hosts.create(spec, ACCEPTING))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith(problem)
        .hasNoSuppressedExceptions();
    assertNothingIsLeft();
  }

  @Test
  void aFolderThatQemuMayNotEnterIsSaid() {
    NestedHostSpec spec = spec("closed", Acceleration.EMULATED).build();

    assertThatThrownBy(() -> libvirt.hosts().create(spec, ACCEPTING))
        .isInstanceOf(NestException.class)
        .hasMessage("closed does not start: QEMU may not open %s", spec.disk().path())
        .hasNoSuppressedExceptions()
        .extracting("hints")
        .asString()
        .contains("its user needs the right to enter the folders above (namei -l");
    assertNothingIsLeft();
  }

  private static boolean machineHasAGroupForKvm() throws IOException {
    return Files.readAllLines(Path.of("/etc/group")).stream()
        .anyMatch(line -> line.startsWith("kvm:"));
  }

  private NestedHostSpecBuilder spec(String name, Acceleration acceleration) {
    return NestedHostSpec.builder(name, EsxiVersion.V7_0)
        .acceleration(acceleration)
        .memory(DataSize.ofMib(64))
        .directory(folder)
        .network(new LabNetwork.Bridge("br-lab"));
  }

  /** A machine that shows nothing that speaks against a nested host. */
  private LocalHost readyMachine() throws IOException {
    Map<String, String> files =
        Map.of(
            "proc/cpuinfo", "processor\t: 0\nvendor_id\t: AuthenticAMD\nflags\t\t: svm npt\n",
            "proc/meminfo", "MemTotal: 33554432 kB\nMemAvailable: 33554432 kB\n",
            "sys/module/kvm_amd/parameters/nested", "1\n",
            "sys/module/kvm/parameters/ignore_msrs", "Y\n",
            "sys/class/net/br-lab/bridge/bridge_id", "8000.000000000000\n",
            "dev/kvm", "");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    Files.setPosixFilePermissions(
        root.resolve("dev/kvm"), PosixFilePermissions.fromString("rw-rw-rw-"));
    return new LocalHost(root);
  }

  private void assertNothingIsLeft() {
    assertThat(libvirt.host().domainNames()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(links()).isEqualTo(links);
  }

  private static List<String> links() {
    return libvirt.inside("ls", "/sys/class/net").lines().toList();
  }
}
