package dev.vireo.model.internal.domain;

import dev.vireo.model.NearestName;
import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.Device;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.Filesystem;
import dev.vireo.model.domain.Graphics;
import dev.vireo.model.domain.Input;
import dev.vireo.model.domain.MemoryBalloon;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.Tpm;
import dev.vireo.model.domain.Video;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One device, in a domain or alone: which class reads and writes it. */
public final class DeviceElements {

  /** The children of {@code <devices>} in the order in which libvirt writes them. */
  static final List<String> ORDER =
      List.of(
          "emulator",
          "disk",
          "controller",
          "lease",
          "filesystem",
          "interface",
          "smartcard",
          "serial",
          "parallel",
          "console",
          "channel",
          "input",
          "tpm",
          "graphics",
          "sound",
          "audio",
          "video",
          "hostdev",
          "redirdev",
          "redirfilter",
          "hub",
          "watchdog",
          "memballoon",
          "rng",
          "nvram",
          "panic",
          "shmem",
          "memory",
          "iommu",
          "vsock",
          "crypto");

  private static final Set<String> NO_DEVICES = Set.of("emulator", "redirfilter");

  private static final Map<String, Function<ElementReader, Device>> READERS = readers();

  private DeviceElements() {}

  private static Map<String, Function<ElementReader, Device>> readers() {
    Map<String, Function<ElementReader, Device>> readers = new HashMap<>();
    readers.put("disk", DiskXml::read);
    readers.put("controller", ControllerXml::read);
    readers.put("filesystem", FilesystemXml::read);
    readers.put("interface", NetworkInterfaceXml::read);
    for (CharacterDevice.Kind kind : CharacterDevice.Kind.values()) {
      readers.put(kind.elementName(), in -> new Device.Port(kind, CharacterDeviceXml.read(in)));
    }
    readers.put("input", ConsoleDevicesXml::readInput);
    readers.put("tpm", ConsoleDevicesXml::readTpm);
    readers.put("graphics", ConsoleDevicesXml::readGraphics);
    readers.put("video", ConsoleDevicesXml::readVideo);
    readers.put("memballoon", ConsoleDevicesXml::readBalloon);
    return Map.copyOf(readers);
  }

  /** Whether a child of {@code <devices>} with this name, without a namespace, is a device. */
  public static boolean isDevice(String name) {
    return ORDER.contains(name) && !NO_DEVICES.contains(name);
  }

  /** Place of a device among the others in libvirt's order. */
  public static int rank(Device device) {
    return ORDER.indexOf(device.elementName());
  }

  /** The record of an element in {@code <devices>}, which is taken; null when it has none. */
  static @Nullable Device readKnown(ElementReader in) {
    Function<ElementReader, Device> reader = READERS.get(in.name());
    // A card that does not say its model has no record.
    if (reader == null || (in.name().equals("video") && !ConsoleDevicesXml.hasModel(in))) {
      return null;
    }
    return reader.apply(in.take());
  }

  /** The device that is a document's root element. */
  public static Device readRoot(ElementReader in) {
    if (!in.namespace().isEmpty()) {
      throw in.error("a device is in no namespace");
    }
    if (!isDevice(in.name())) {
      throw in.error("unknown device type '" + in.name() + "'; " + advice(in.name()));
    }
    Device known = readKnown(in);
    return known == null ? new Device.Other(in.whole()) : known;
  }

  private static String advice(String name) {
    List<String> devices = ORDER.stream().filter(DeviceElements::isDevice).toList();
    return NearestName.of(name, devices)
        .map(nearest -> "did you mean <" + nearest.name() + ">?")
        .orElse("a device begins with an element such as <disk> or <interface>");
  }

  /** Writes a device. */
  public static void write(ElementWriter out, Device device) {
    switch (device) {
      case Disk disk -> DiskXml.write(out, disk);
      case Controller controller -> ControllerXml.write(out, controller);
      case Filesystem filesystem -> FilesystemXml.write(out, filesystem);
      case NetworkInterface net -> NetworkInterfaceXml.write(out, net);
      case Device.Port port -> CharacterDeviceXml.write(out, port.elementName(), port.device());
      case Input input -> ConsoleDevicesXml.writeInput(out, input);
      case Tpm tpm -> ConsoleDevicesXml.writeTpm(out, tpm);
      case Graphics graphics -> ConsoleDevicesXml.writeGraphics(out, graphics);
      case Video video -> ConsoleDevicesXml.writeVideo(out, video);
      case MemoryBalloon balloon -> ConsoleDevicesXml.writeBalloon(out, balloon);
      case Device.Other other -> out.copy(other.element());
    }
  }
}
