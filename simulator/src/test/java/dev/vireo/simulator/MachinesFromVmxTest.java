package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualCdromIsoBackingInfo;
import dev.vireo.vim.types.VirtualController;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDisk;
import dev.vireo.vim.types.VirtualDiskFlatVer2BackingInfo;
import dev.vireo.vim.types.VirtualEthernetCard;
import dev.vireo.vim.types.VirtualSerialPortPipeBackingInfo;
import dev.vireo.vim.types.VirtualSerialPortURIBackingInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Machines that are made of what a VMX file says. */
class MachinesFromVmxTest extends MachineTestBase {

  private static final String RICH =
      """
      .encoding = "UTF-8"
      config.version = "8"
      virtualHW.version = "19"
      displayName = "not this one"
      guestOS = "ubuntu-64"
      memsize = "6144"
      numvcpus = "6"
      cpuid.coresPerSocket = "3"
      annotation = "first line|0Asecond |22line|22"
      firmware = "efi"
      uefi.secureBoot.enabled = "TRUE"
      bios.bootDelay = "2500"
      sched.cpu.min = "500"
      sched.cpu.max = "unlimited"
      sched.cpu.shares = "high"
      sched.mem.shares = "12345"
      uuid.bios = "56 4d 01 02 03 04 05 06-07 08 09 0a 0b 0c 0d 0e"
      vc.uuid = "50 2e 01 02 03 04 05 06-87 08 09 0a 0b 0c 0d 0e"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "lsisas1068"
      scsi0.pciSlotNumber = "160"
      scsi1.present = "TRUE"
      scsi1.virtualDev = "pvscsi"
      scsi1.sharedBus = "physical"
      sata0.present = "TRUE"
      nvme0.present = "TRUE"
      usb.present = "TRUE"
      ehci.present = "TRUE"
      usb_xhci.present = "TRUE"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "system.vmdk"
      scsi0:0.redo = ""
      scsi1:3.present = "TRUE"
      scsi1:3.fileName = "data/big.vmdk"
      scsi1:3.mode = "independent-nonpersistent"
      scsi1:3.sharing = "multi-writer"
      nvme0:1.present = "TRUE"
      nvme0:1.fileName = "fast.vmdk"
      sata0:5.present = "TRUE"
      sata0:5.deviceType = "cdrom-image"
      sata0:5.fileName = "/vmfs/volumes/datastore1/iso/install.iso"
      sata0:5.startConnected = "FALSE"
      ide0:1.present = "TRUE"
      ide0:1.deviceType = "atapi-cdrom"
      ide0:1.fileName = "auto detect"
      floppy0.present = "TRUE"
      floppy0.fileType = "file"
      floppy0.fileName = "boot.flp"
      ethernet0.present = "TRUE"
      ethernet0.virtualDev = "vmxnet3"
      ethernet0.networkName = "VM Network"
      ethernet0.addressType = "static"
      ethernet0.address = "00:50:56:01:02:03"
      ethernet3.present = "TRUE"
      ethernet3.virtualDev = "e1000e"
      ethernet3.networkName = "elsewhere"
      ethernet3.addressType = "vpx"
      ethernet3.generatedAddress = "00:50:56:85:06:07"
      ethernet3.pciSlotNumber = "192"
      serial0.present = "TRUE"
      serial0.fileType = "pipe"
      serial0.fileName = "/tmp/console"
      serial0.pipe.endPoint = "client"
      serial1.present = "TRUE"
      serial1.fileType = "network"
      serial1.fileName = "telnet://:9000"
      serial1.network.endPoint = "server"
      parallel0.present = "TRUE"
      parallel0.fileType = "file"
      parallel0.fileName = "printer.txt"
      sound.present = "TRUE"
      sound.virtualDev = "hdaudio"
      sound.fileName = "-1"
      svga.vramSize = "16777216"
      vtpm.present = "TRUE"
      pciPassthru0.present = "TRUE"
      pciPassthru0.id = "00000:003:00.0"
      guestinfo.role = "a |22quoted|22 role"
      RemoteDisplay.vnc.enabled = "TRUE"
      sensor.location = "inside"
      """;

  private static SimulatedVm rich(Simulator host) {
    return host.vms().add("rich", RICH);
  }

  @Test
  void everyKindOfDeviceIsShown() {
    Simulator host = start();
    VimClient client = logIn(host);
    Map<Integer, String> types =
        devices(client, rich(host).ref()).stream()
            .collect(Collectors.toMap(VirtualDevice::key, VirtualDevice::typeName));

    assertThat(types)
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry(200, "VirtualIDEController"),
                Map.entry(1000, "VirtualLsiLogicSASController"),
                Map.entry(1001, "ParaVirtualSCSIController"),
                Map.entry(15_000, "VirtualAHCIController"),
                Map.entry(31_000, "VirtualNVMEController"),
                Map.entry(7000, "VirtualUSBController"),
                Map.entry(14_000, "VirtualUSBXHCIController"),
                Map.entry(2000, "VirtualDisk"),
                Map.entry(2019, "VirtualDisk"),
                Map.entry(32_001, "VirtualDisk"),
                Map.entry(16_005, "VirtualCdrom"),
                Map.entry(3001, "VirtualCdrom"),
                Map.entry(8000, "VirtualFloppy"),
                Map.entry(4000, "VirtualVmxnet3"),
                Map.entry(4003, "VirtualE1000e"),
                Map.entry(9000, "VirtualSerialPort"),
                Map.entry(9001, "VirtualSerialPort"),
                Map.entry(10_000, "VirtualParallelPort"),
                Map.entry(5000, "VirtualHdAudioCard"),
                Map.entry(11_000, "VirtualTPM")));
  }

  @Test
  void devicesAreAsTheFileSays() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference vm = rich(host).ref();

    VirtualDisk shared = (VirtualDisk) device(client, vm, 2019);
    VirtualDiskFlatVer2BackingInfo backing =
        (VirtualDiskFlatVer2BackingInfo) Objects.requireNonNull(shared.backing());
    assertThat(backing.fileName()).isEqualTo("[datastore1] rich/data/big.vmdk");
    assertThat(backing.diskMode()).isEqualTo("independent_nonpersistent");
    assertThat(backing.sharing()).isEqualTo("sharingMultiWriter");
    assertThat(shared.unitNumber()).isEqualTo(3);
    assertThat(shared.capacityInKB()).isEqualTo(16L << 20);
    VirtualDevice drive = device(client, vm, 16_005);
    assertThat(drive.backing())
        .isInstanceOfSatisfying(
            VirtualCdromIsoBackingInfo.class,
            iso -> assertThat(iso.fileName()).isEqualTo("[datastore1] iso/install.iso"));
    assertThat(Objects.requireNonNull(drive.connectable()).startConnected()).isFalse();
    assertThat(device(client, vm, 4000))
        .isInstanceOfSatisfying(
            VirtualEthernetCard.class,
            card -> {
              assertThat(card.macAddress()).isEqualTo("00:50:56:01:02:03");
              assertThat(card.addressType()).isEqualTo("manual");
            });
    assertThat(((VirtualEthernetCard) device(client, vm, 4003)).addressType())
        .isEqualTo("assigned");
    assertThat(device(client, vm, 9000).backing())
        .isInstanceOfSatisfying(
            VirtualSerialPortPipeBackingInfo.class,
            pipe -> {
              assertThat(pipe.pipeName()).isEqualTo("/tmp/console");
              assertThat(pipe.endpoint()).isEqualTo("client");
            });
    assertThat(device(client, vm, 9001).backing())
        .isInstanceOfSatisfying(
            VirtualSerialPortURIBackingInfo.class,
            uri -> {
              assertThat(uri.serviceURI()).isEqualTo("telnet://:9000");
              assertThat(uri.direction()).isEqualTo("server");
            });
    assertThat(((VirtualController) device(client, vm, 1001)).device()).containsExactly(2019);
  }

  @Test
  void settingsAreAsTheFileSays() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference vm = rich(host).ref();

    assertThat(read(client, vm, "config.hardware.memoryMB", Integer.class)).isEqualTo(6144);
    assertThat(read(client, vm, "config.hardware.numCPU", Integer.class)).isEqualTo(6);
    assertThat(read(client, vm, "config.hardware.numCoresPerSocket", Integer.class)).isEqualTo(3);
    assertThat(read(client, vm, "config.annotation", String.class))
        .isEqualTo("first line\nsecond \"line\"");
    assertThat(read(client, vm, "config.firmware", String.class)).isEqualTo("efi");
    assertThat(read(client, vm, "config.bootOptions.efiSecureBootEnabled", Boolean.class)).isTrue();
    assertThat(read(client, vm, "config.bootOptions.bootDelay", Long.class)).isEqualTo(2500);
    assertThat(read(client, vm, "config.guestId", String.class)).isEqualTo("ubuntu64Guest");
    assertThat(read(client, vm, "config.version", String.class)).isEqualTo("vmx-19");
    assertThat(read(client, vm, "config.uuid", String.class))
        .isEqualTo("564d0102-0304-0506-0708-090a0b0c0d0e");
    assertThat(read(client, vm, "config.instanceUuid", String.class))
        .isEqualTo("502e0102-0304-0506-8708-090a0b0c0d0e");
    assertThat(read(client, vm, "config.cpuAllocation.reservation", Long.class)).isEqualTo(500);
    assertThat(read(client, vm, "config.cpuAllocation.limit", Long.class)).isEqualTo(-1);
    assertThat(read(client, vm, "config.cpuAllocation.shares.shares", Integer.class))
        .isEqualTo(12_000);
    assertThat(read(client, vm, "config.memoryAllocation.shares.shares", Integer.class))
        .isEqualTo(12_345);
    assertThat(read(client, vm, "summary.config.numVirtualDisks", Integer.class)).isEqualTo(3);
    assertThat(read(client, vm, "summary.config.numEthernetCards", Integer.class)).isEqualTo(2);
    assertThat(read(client, vm, "summary.config.memorySizeMB", Integer.class)).isEqualTo(6144);
    assertThat(read(client, vm, "name", String.class)).isEqualTo("rich");
  }

  @Test
  void whatNothingSpeaksOfStaysAndIsShown() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = rich(host);

    Map<String, String> extra = extraConfig(client, vm.ref());
    assertThat(extra)
        .containsEntry("guestinfo.role", "a \"quoted\" role")
        .containsEntry("scsi0.pciSlotNumber", "160")
        .containsEntry("ethernet3.pciSlotNumber", "192")
        .containsEntry("scsi0:0.redo", "")
        .containsEntry("pciPassthru0.id", "00000:003:00.0")
        .containsEntry("RemoteDisplay.vnc.enabled", "TRUE")
        .containsEntry("sensor.location", "inside")
        .doesNotContainKeys("memsize", "scsi0:0.fileName", "ethernet0.address", ".encoding");
  }

  /** The file keeps every line but the name that the machine was given. */
  @Test
  void theFileStaysAsItWas() {
    Simulator host = start();

    assertThat(vmx(rich(host))).isEqualTo(RICH.replace("\"not this one\"", "\"rich\""));
  }

  @Test
  void aFileThatTheHostWritesIsReadAsTheSameMachine() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm made = host.vms().get("web-1");
    String before = vmx(made);
    List<VirtualDevice> devices = devices(client, made.ref());

    made.reload();

    assertThat(vmx(made)).isEqualTo(before);
    assertThat(devices(client, made.ref()))
        .extracting(VirtualDevice::key)
        .containsExactlyInAnyOrderElementsOf(devices.stream().map(VirtualDevice::key).toList());
    assertThat(devices(client, made.ref()))
        .extracting(VirtualDevice::typeName)
        .containsExactlyInAnyOrderElementsOf(
            devices.stream().map(VirtualDevice::typeName).toList());
    assertThat(fileOf(device(client, made.ref(), 2000))).isEqualTo("[datastore1] web-1/web-1.vmdk");
    assertThat(((VirtualDisk) device(client, made.ref(), 2000)).capacityInKB())
        .isEqualTo(16L << 20);
  }

  @Test
  void anUploadCountsWhenTheMachineIsReloaded() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("build agent");
    byte[] other =
        vmx(vm)
            .replace("memsize = \"2048\"", "memsize = \"512\"")
            .concat("guestinfo.x = \"y\"\n")
            .getBytes(StandardCharsets.UTF_8);

    vm.vmxFile(other);
    assertThat(read(client, vm.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(2048);
    client.run(new dev.vireo.vim.methods.Reload(vm.ref()));

    assertThat(read(client, vm.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(512);
    assertThat(extraConfig(client, vm.ref())).containsEntry("guestinfo.x", "y");
  }

  @Test
  void filesThatAreNoneAreRefused() {
    Simulator host = start();

    assertThatThrownBy(() -> host.vms().add("bad", "this is no = \"VMX\" file"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'bad'");
    SimulatedVm vm = host.vms().get("web-1");
    vm.vmxFile("= nothing".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(vm::reload)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("web-1");
    assertThatThrownBy(() -> host.vms().add("web-1", RICH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("web-1");
  }

  /** Old products do not know the types of newer devices. */
  @ParameterizedTest
  @EnumSource(names = {"ESX35", "ESX41", "GSX20"})
  void oldReleasesShowWhatTheyKnow(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    List<VirtualDevice> devices = devices(client, rich(host).ref());

    assertThat(devices)
        .extracting(VirtualDevice::typeName)
        .contains("VirtualDisk", "VirtualCdrom", "VirtualFloppy", "VirtualSerialPort")
        .doesNotContain(
            "VirtualAHCIController",
            "VirtualNVMEController",
            "VirtualTPM",
            "VirtualE1000e",
            "VirtualDevice",
            "VirtualController");
    assertThat(devices)
        .extracting(VirtualDevice::typeName)
        .contains(preset == Preset.ESX41 ? "VirtualVmxnet3" : "VirtualVmxnet");
  }

  @Test
  void convenienceAddsDisksAndCards() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("several");
    vm.addDisk(5L << 30);
    vm.addDisk(1L << 30);
    vm.addNetworkCard("VM Network");

    assertThat(devices(client, vm.ref()))
        .filteredOn(VirtualDisk.class::isInstance)
        .extracting(disk -> ((VirtualDisk) disk).capacityInKB())
        .containsExactly(
            ((VirtualDisk) device(client, vm.ref(), 2000)).capacityInKB(), 5L << 20, 1L << 20);
    assertThat(read(client, vm.ref(), "summary.config.numEthernetCards", Integer.class))
        .isEqualTo(2);
    assertThat(vmx(vm)).contains("scsi0:2.fileName = \"several_2.vmdk\"", "ethernet1.present");
  }
}
