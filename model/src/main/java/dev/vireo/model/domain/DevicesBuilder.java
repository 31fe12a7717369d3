package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects {@link Devices}. Not for several threads. */
public final class DevicesBuilder {

  private @Nullable String emulator;
  private final List<Disk> disks = new ArrayList<>();
  private final List<Controller> controllers = new ArrayList<>();
  private final List<Filesystem> filesystems = new ArrayList<>();
  private final List<NetworkInterface> interfaces = new ArrayList<>();
  private final List<CharacterDevice> serials = new ArrayList<>();
  private final List<CharacterDevice> parallels = new ArrayList<>();
  private final List<CharacterDevice> consoles = new ArrayList<>();
  private final List<CharacterDevice> channels = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<Tpm> tpms = new ArrayList<>();
  private final List<Graphics> graphics = new ArrayList<>();
  private final List<Video> videos = new ArrayList<>();
  private @Nullable MemoryBalloon memoryBalloon;
  private Extras extras = Extras.NONE;

  DevicesBuilder() {}

  /** Sets {@link Devices#emulator}. */
  public DevicesBuilder emulator(@Nullable String value) {
    emulator = value;
    return this;
  }

  /** Adds to {@link Devices#disks}. */
  public DevicesBuilder disk(Disk value) {
    disks.add(value);
    return this;
  }

  /** Adds to {@link Devices#controllers}. */
  public DevicesBuilder controller(Controller value) {
    controllers.add(value);
    return this;
  }

  /** Adds to {@link Devices#filesystems}. */
  public DevicesBuilder filesystem(Filesystem value) {
    filesystems.add(value);
    return this;
  }

  /** Adds to {@link Devices#interfaces}. */
  public DevicesBuilder networkInterface(NetworkInterface value) {
    interfaces.add(value);
    return this;
  }

  /** Adds to {@link Devices#serials}. */
  public DevicesBuilder serial(CharacterDevice value) {
    serials.add(value);
    return this;
  }

  /** Adds to {@link Devices#parallels}. */
  public DevicesBuilder parallel(CharacterDevice value) {
    parallels.add(value);
    return this;
  }

  /** Adds to {@link Devices#consoles}. */
  public DevicesBuilder console(CharacterDevice value) {
    consoles.add(value);
    return this;
  }

  /** Adds to {@link Devices#channels}. */
  public DevicesBuilder channel(CharacterDevice value) {
    channels.add(value);
    return this;
  }

  /** Adds to {@link Devices#inputs}. */
  public DevicesBuilder input(Input value) {
    inputs.add(value);
    return this;
  }

  /** Adds to {@link Devices#tpms}. */
  public DevicesBuilder tpm(Tpm value) {
    tpms.add(value);
    return this;
  }

  /** Adds to {@link Devices#graphics}. */
  public DevicesBuilder graphics(Graphics value) {
    graphics.add(value);
    return this;
  }

  /** Adds to {@link Devices#videos}. */
  public DevicesBuilder video(Video value) {
    videos.add(value);
    return this;
  }

  /** Sets {@link Devices#memoryBalloon}. */
  public DevicesBuilder memoryBalloon(@Nullable MemoryBalloon value) {
    memoryBalloon = value;
    return this;
  }

  /** Sets {@link Devices#extras}. */
  public DevicesBuilder extras(Extras value) {
    extras = value;
    return this;
  }

  /** The finished record. */
  public Devices build() {
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
        graphics,
        videos,
        memoryBalloon,
        extras);
  }
}
