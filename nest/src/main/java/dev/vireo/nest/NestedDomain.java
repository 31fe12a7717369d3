package dev.vireo.nest;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.Clock;
import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.Cpu;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DiskTarget;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.Features;
import dev.vireo.model.domain.Graphics;
import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.MacAddress;
import dev.vireo.model.domain.MemoryBalloon;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.domain.PowerManagement;
import dev.vireo.model.domain.Vcpus;
import dev.vireo.model.domain.Video;
import dev.vireo.model.domain.VirtualPort;
import dev.vireo.model.domain.Vlan;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.DomainCapabilities;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a wanted host into libvirt's domain. Each part was started with libvirt 9.0 and QEMU 7.2;
 * VMware's backdoor port is off, which replaces the patch to QEMU that nested ESXi once needed
 * ({@code <vmport>}, libvirt 1.2.16: https://libvirt.org/formatdomain.html).
 */
public final class NestedDomain {

  private final NestedHostSpec spec;
  private final CpuVendor vendor;

  private NestedDomain(NestedHostSpec spec, CpuVendor vendor) {
    this.spec = spec;
    this.vendor = vendor;
  }

  /**
   * The domain for a wanted host.
   *
   * @param spec the host
   * @param vendor maker of the processor where the host does not say it
   * @param emulator path of the QEMU binary, of {@link DomainCapabilities#emulator}; null to leave
   *     it to libvirt
   */
  public static DomainDefinition of(
      NestedHostSpec spec, CpuVendor vendor, @Nullable String emulator) {
    NestedDomain domain =
        new NestedDomain(spec, spec.cpuVendor() == null ? vendor : spec.cpuVendor());
    return DomainDefinition.builder(spec.acceleration().domainType(), spec.memory())
        .name(spec.name())
        .vcpus(Vcpus.of(spec.vcpus()))
        .os(domain.os())
        .features(domain.features())
        .cpu(domain.cpu())
        .clock(clock())
        .onPoweroff("destroy")
        .onReboot("restart")
        .onCrash("destroy")
        .powerManagement(new PowerManagement(false, false))
        .devices(domain.devices(emulator))
        .extras(new Extras(List.of(), List.of(NestMetadata.of(spec).toElement())))
        .build();
  }

  private OperatingSystem os() {
    boolean uefi = spec.firmware() == Firmware.UEFI;
    return new OperatingSystem(
        "hvm",
        "x86_64",
        spec.machine(),
        uefi ? "efi" : null,
        // Debian's firmware descriptions would otherwise choose an image with enrolled keys.
        uefi ? List.of(new OperatingSystem.FirmwareFeature("secure-boot", false)) : List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of("hd", "cdrom"),
        null,
        Extras.NONE);
  }

  private Features features() {
    // Only KVM has a signature to hide.
    boolean hide = spec.hideKvm() && spec.acceleration() == Acceleration.KVM;
    return new Features(true, true, false, spec.vmport(), hide ? true : null, Extras.NONE);
  }

  private Cpu cpu() {
    return new Cpu(
        spec.acceleration().cpuMode(),
        null,
        // Without it QEMU starts when the feature is missing, and only writes a line to its log.
        "full",
        null,
        null,
        new Cpu.Topology(1, 1, null, spec.vcpus(), 1),
        List.of(new Cpu.Feature("require", vendor.feature())),
        Extras.NONE);
  }

  private static Clock clock() {
    return new Clock(
        "utc",
        List.of(
            new Clock.Timer("rtc", null, "catchup", Extras.NONE),
            new Clock.Timer("pit", null, "delay", Extras.NONE),
            new Clock.Timer("hpet", false, null, Extras.NONE)),
        Extras.NONE);
  }

  private Devices devices(@Nullable String emulator) {
    DevicesBuilder devices = Devices.builder().emulator(emulator);
    disks(devices);
    devices.networkInterface(networkInterface()).serial(serial());
    if (spec.graphics() != GraphicsKind.NONE) {
      devices.graphics(
          new Graphics(spec.graphics().text(), -1, true, "127.0.0.1", null, null, Extras.NONE));
    }
    return devices
        .video(new Video("vga", null, null, null, Extras.NONE, DeviceInfo.NONE, Extras.NONE))
        // ESXi has no virtio driver.
        .memoryBalloon(new MemoryBalloon("none", DeviceInfo.NONE, Extras.NONE))
        .build();
  }

  private void disks(DevicesBuilder devices) {
    int next = 0;
    devices.disk(disk(spec.disk(), next++));
    if (spec.datastore() != null) {
      devices.disk(disk(spec.datastore(), next++));
    }
    if (spec.installerIso() != null) {
      devices.disk(cdrom(spec.installerIso(), next++));
    }
    if (spec.installerUsb() != null) {
      // The letters of USB disks follow those of SATA disks; IDE disks have their own.
      devices.disk(usbStick(spec.installerUsb(), spec.diskBus().equals("ide") ? 0 : next));
      devices.controller(new Controller("usb", 0, "qemu-xhci", DeviceInfo.NONE, Extras.NONE));
    }
  }

  private Disk disk(LabDisk disk, int number) {
    DiskSource source =
        disk instanceof LabDisk.BlockDevice
            ? DiskSource.Block.of(disk.path().toString())
            : DiskSource.File.of(disk.path().toString());
    DiskDriver driver = new DiskDriver("qemu", "raw", "none", "native", "unmap", Extras.NONE);
    return disk("disk", source, driver, target(number), false);
  }

  private Disk cdrom(Path iso, int number) {
    return disk("cdrom", DiskSource.File.of(iso.toString()), raw(), target(number), true);
  }

  private static Disk usbStick(Path image, int number) {
    Extras removable = new Extras(List.of(new XmlNode.Attribute("removable", "on")), List.of());
    DiskTarget target = new DiskTarget("sd" + letter(number), "usb", removable);
    return disk("disk", DiskSource.File.of(image.toString()), raw(), target, false);
  }

  private static Disk disk(
      String device, DiskSource source, DiskDriver driver, DiskTarget target, boolean readOnly) {
    return new Disk(
        device, source, driver, target, readOnly, false, false, DeviceInfo.NONE, Extras.NONE);
  }

  private static DiskDriver raw() {
    return new DiskDriver("qemu", "raw", null, null, null, Extras.NONE);
  }

  private DiskTarget target(int number) {
    String prefix = spec.diskBus().equals("ide") ? "hd" : "sd";
    return new DiskTarget(prefix + letter(number), spec.diskBus(), Extras.NONE);
  }

  private static char letter(int number) {
    return (char) ('a' + number);
  }

  private NetworkInterface networkInterface() {
    String mac = spec.mac();
    return new NetworkInterface(
        mac == null ? null : new MacAddress(mac, null, null, Extras.NONE),
        source(spec.network()),
        vlan(spec.network()),
        spec.network() instanceof LabNetwork.OpenVSwitch
            ? new VirtualPort("openvswitch", List.of())
            : null,
        null,
        spec.nicModel(),
        DeviceInfo.NONE,
        Extras.NONE);
  }

  private static InterfaceSource source(LabNetwork network) {
    return switch (network) {
      case LabNetwork.Bridge bridge -> new InterfaceSource.Bridge(bridge.bridge());
      case LabNetwork.OpenVSwitch ovs -> new InterfaceSource.Bridge(ovs.bridge());
      case LabNetwork.LibvirtNetwork libvirt ->
          new InterfaceSource.Network(libvirt.network(), libvirt.portGroup());
    };
  }

  private static @Nullable Vlan vlan(LabNetwork network) {
    if (!(network instanceof LabNetwork.OpenVSwitch ovs) || ovs.tags().isEmpty()) {
      return null;
    }
    return new Vlan(
        ovs.trunk() ? true : null,
        ovs.tags().stream()
            .map(tag -> new Vlan.Tag(tag, Objects.equals(tag, ovs.nativeTag()) ? "untagged" : null))
            .toList());
  }

  /** A terminal to type at, whose output also goes to the log. */
  private CharacterDevice serial() {
    XmlNode.Element log =
        new XmlNode.Element(
            "log",
            "",
            List.of(
                new XmlNode.Attribute("file", spec.serialLog().toString()),
                new XmlNode.Attribute("append", "off")),
            List.of());
    return new CharacterDevice(
        new CharacterSource.Other("pty", List.of()),
        null,
        DeviceInfo.NONE,
        new Extras(List.of(), List.of(log)));
  }
}
