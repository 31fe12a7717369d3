package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
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
    return new Devices(
        emulator,
        disks,
        controllers,
        filesystems,
        interfaces,
        serials,
        parallels,
        consoles,
        channels,
        inputs,
        tpms,
        graphics.stream().map(Graphics::withoutPassword).toList(),
        videos,
        memoryBalloon,
        extras);
  }

  /** A builder without any device. */
  public static DevicesBuilder builder() {
    return new DevicesBuilder();
  }
}
