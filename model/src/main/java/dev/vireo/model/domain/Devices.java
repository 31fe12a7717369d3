package dev.vireo.model.domain;

import dev.vireo.model.internal.domain.DeviceElements;
import dev.vireo.model.xml.Extras;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All devices of a domain ({@code <devices>}), each list in the order of the document.
 *
 * @param emulator the hypervisor's program; null when not said
 * @param disks disks, CD-ROM and floppy drives
 * @param controllers controllers
 * @param filesystems shared folders
 * @param interfaces network interfaces
 * @param serials serial ports
 * @param parallels parallel ports
 * @param consoles consoles
 * @param channels channels
 * @param inputs mice, keyboards, tablets
 * @param tpms trusted platform modules
 * @param graphics graphical consoles
 * @param videos graphics cards
 * @param memoryBalloon the memory balloon; null when not said
 * @param extras everything else
 */
public record Devices(
    @Nullable String emulator,
    List<Disk> disks,
    List<Controller> controllers,
    List<Filesystem> filesystems,
    List<NetworkInterface> interfaces,
    List<CharacterDevice> serials,
    List<CharacterDevice> parallels,
    List<CharacterDevice> consoles,
    List<CharacterDevice> channels,
    List<Input> inputs,
    List<Tpm> tpms,
    List<Graphics> graphics,
    List<Video> videos,
    @Nullable MemoryBalloon memoryBalloon,
    Extras extras) {

  /** None. */
  public static final Devices NONE = builder().build();

  public Devices {
    disks = List.copyOf(disks);
    controllers = List.copyOf(controllers);
    filesystems = List.copyOf(filesystems);
    interfaces = List.copyOf(interfaces);
    serials = List.copyOf(serials);
    parallels = List.copyOf(parallels);
    consoles = List.copyOf(consoles);
    channels = List.copyOf(channels);
    inputs = List.copyOf(inputs);
    tpms = List.copyOf(tpms);
    graphics = List.copyOf(graphics);
    videos = List.copyOf(videos);
    Objects.requireNonNull(extras);
  }

  /** The same devices without the passwords of graphical consoles. */
  Devices withoutPasswords() {
    return toBuilder().graphics(graphics.stream().map(Graphics::withoutPassword).toList()).build();
  }

  /**
   * All devices, those without a record included, in the order in which libvirt writes them: the
   * kinds one after another, each in the order of the document. What is no device to libvirt, such
   * as an element of another namespace, is in {@link #extras} only.
   */
  public List<Device> all() {
    List<Device> all = new ArrayList<>(disks);
    all.addAll(controllers);
    all.addAll(filesystems);
    all.addAll(interfaces);
    for (CharacterDevice.Kind kind : CharacterDevice.Kind.values()) {
      characterDevices(kind).forEach(device -> all.add(new Device.Port(kind, device)));
    }
    all.addAll(inputs);
    all.addAll(tpms);
    all.addAll(graphics);
    all.addAll(videos);
    if (memoryBalloon != null) {
      all.add(memoryBalloon);
    }
    extras.elements().stream()
        .filter(each -> each.namespace().isEmpty() && DeviceElements.isDevice(each.name()))
        .forEach(each -> all.add(new Device.Other(each)));
    all.sort(Comparator.comparingInt(DeviceElements::rank));
    return List.copyOf(all);
  }

  /** The character devices of one kind. */
  public List<CharacterDevice> characterDevices(CharacterDevice.Kind kind) {
    return switch (kind) {
      case SERIAL -> serials;
      case PARALLEL -> parallels;
      case CONSOLE -> consoles;
      case CHANNEL -> channels;
    };
  }

  /** A builder that begins with all of these devices. */
  public DevicesBuilder toBuilder() {
    return new DevicesBuilder()
        .emulator(emulator)
        .disks(disks)
        .controllers(controllers)
        .filesystems(filesystems)
        .interfaces(interfaces)
        .serials(serials)
        .parallels(parallels)
        .consoles(consoles)
        .channels(channels)
        .inputs(inputs)
        .tpms(tpms)
        .graphics(graphics)
        .videos(videos)
        .memoryBalloon(memoryBalloon)
        .extras(extras);
  }

  /** A builder without any device. */
  public static DevicesBuilder builder() {
    return new DevicesBuilder();
  }
}
