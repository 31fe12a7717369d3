package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.internal.AbsolutePath;
import dev.vireo.nest.internal.PlainWord;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One wanted nested host. All choices that depend on the ESXi version are made; {@link #builder}
 * makes them from {@link EsxiVersion} where none is asked for.
 *
 * @param name name of the domain: letters, digits, {@code . _ -}, at most 64
 * @param esxi the version to install
 * @param memory memory of the guest
 * @param vcpus processors of the guest, cores of one socket
 * @param disk the disk that ESXi is installed on
 * @param datastore a second disk for a datastore; null for none
 * @param diskBus {@code sata} or {@code ide}: the bus of all disks and the CD-ROM drive
 * @param nicModel model of the network interface
 * @param network what the network interface is connected to
 * @param mac its hardware address; null to have libvirt choose
 * @param firmware what it boots with
 * @param machine {@code q35}, {@code pc} or a full machine type of one of these families
 * @param acceleration who runs the guest's instructions
 * @param cpuVendor maker of the processor, which decides between {@code vmx} and {@code svm}; null
 *     to ask libvirt; an emulated one is always AMD's unless said otherwise
 * @param hideKvm whether KVM does not show itself
 * @param vmport whether QEMU answers VMware's backdoor port
 * @param graphics how the screen can be seen
 * @param serialLog file that takes what the guest writes to its first serial port
 * @param installerIso the installer's CD-ROM; null for none
 * @param installerUsb image of a USB stick, such as one with a kickstart file; null for none
 * @param madeMedia those of the installer ISO and the USB stick that were made for this host, which
 *     alone may be removed with it
 * @param autostart whether it starts with libvirt
 */
public record NestedHostSpec(
    String name,
    EsxiVersion esxi,
    DataSize memory,
    int vcpus,
    LabDisk disk,
    @Nullable LabDisk datastore,
    String diskBus,
    String nicModel,
    LabNetwork network,
    @Nullable String mac,
    Firmware firmware,
    String machine,
    Acceleration acceleration,
    @Nullable CpuVendor cpuVendor,
    boolean hideKvm,
    boolean vmport,
    GraphicsKind graphics,
    Path serialLog,
    @Nullable Path installerIso,
    @Nullable Path installerUsb,
    List<Path> madeMedia,
    boolean autostart) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern MAC =
      Pattern.compile("[0-9A-Fa-f][02468ACEace](:[0-9A-Fa-f]{2}){5}");

  public NestedHostSpec {
    requireName(name);
    Objects.requireNonNull(esxi);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(disk);
    Objects.requireNonNull(diskBus);
    Objects.requireNonNull(nicModel);
    Objects.requireNonNull(network);
    Objects.requireNonNull(firmware);
    Objects.requireNonNull(machine);
    Objects.requireNonNull(acceleration);
    Objects.requireNonNull(graphics);
    PlainWord.require("disk bus", diskBus);
    PlainWord.require("model of the network interface", nicModel);
    PlainWord.require("machine type", machine);
    if (vcpus < 1) {
      throw new NestException("a host needs at least one processor, not " + vcpus);
    }
    if (mac != null && !MAC.matcher(mac).matches()) {
      throw new NestException("'%s' is not the hardware address of one interface".formatted(mac))
          .withHint("give one such as 52:54:00:12:34:56");
    }
    requireAbsolute("serial log", serialLog);
    requireAbsolute("installer ISO", installerIso);
    requireAbsolute("USB stick image", installerUsb);
    madeMedia = List.copyOf(madeMedia);
    for (Path made : madeMedia) {
      if (!made.equals(installerIso) && !made.equals(installerUsb)) {
        throw new NestException(
            "%s is neither the installer ISO nor the USB stick".formatted(made));
      }
    }
  }

  /**
   * Starts a host whose choices are those of its version.
   *
   * @param name see {@link #name}
   * @param esxi see {@link #esxi}
   */
  public static NestedHostSpecBuilder builder(String name, EsxiVersion esxi) {
    requireName(name);
    return new NestedHostSpecBuilder(name, esxi);
  }

  /** The disks that have to be made, as they are wanted as new image files. */
  public List<LabDisk.NewImage> newImages() {
    return Stream.of(disk, datastore)
        .filter(LabDisk.NewImage.class::isInstance)
        .map(LabDisk.NewImage.class::cast)
        .toList();
  }

  /** The family of the machine type: {@code q35}, {@code pc}, or the type where it is neither. */
  public String machineFamily() {
    if (machine.equals("q35") || machine.startsWith("pc-q35")) {
      return "q35";
    }
    return machine.equals("pc") || machine.startsWith("pc-i440fx") ? "pc" : machine;
  }

  /**
   * This host with other installation media.
   *
   * @param iso see {@link #installerIso}
   * @param usb see {@link #installerUsb}
   * @param made see {@link #madeMedia}
   */
  public NestedHostSpec withInstaller(@Nullable Path iso, @Nullable Path usb, List<Path> made) {
    return new NestedHostSpec(
        name,
        esxi,
        memory,
        vcpus,
        disk,
        datastore,
        diskBus,
        nicModel,
        network,
        mac,
        firmware,
        machine,
        acceleration,
        cpuVendor,
        hideKvm,
        vmport,
        graphics,
        serialLog,
        iso,
        usb,
        made,
        autostart);
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new NestException(
          "'%s' cannot be the name of a host: 1 to 64 letters, digits, '.', '_' and '-', of which a letter or digit stands first"
              .formatted(name));
    }
  }

  private static void requireAbsolute(String what, @Nullable Path path) {
    if (path != null) {
      AbsolutePath.require(what, path);
    }
  }
}
