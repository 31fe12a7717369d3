package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects {@link Devices}. Not for several threads. */
public final class DevicesBuilder {

  private @Nullable String emulator;
  private List<Disk> disks = new ArrayList<>();
  private List<Controller> controllers = new ArrayList<>();
  private List<Filesystem> filesystems = new ArrayList<>();
  private List<NetworkInterface> interfaces = new ArrayList<>();
  private List<CharacterDevice> serials = new ArrayList<>();
  private List<CharacterDevice> parallels = new ArrayList<>();
  private List<CharacterDevice> consoles = new ArrayList<>();
  private List<CharacterDevice> channels = new ArrayList<>();
  private List<Input> inputs = new ArrayList<>();
  private List<Tpm> tpms = new ArrayList<>();
  private List<Graphics> graphics = new ArrayList<>();
  private List<Video> videos = new ArrayList<>();
  private @Nullable MemoryBalloon memoryBalloon;
  private Extras extras = Extras.NONE;

  DevicesBuilder() {}

  /** Sets {@link Devices#emulator}. */
  public DevicesBuilder emulator(@Nullable String value) {
    emulator = value;
    return this;
  }

  /** Sets {@link Devices#disks}. */
  public DevicesBuilder disks(List<Disk> value) {
    disks = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#disks}. */
  public DevicesBuilder disk(Disk value) {
    disks.add(value);
    return this;
  }

  /** Sets {@link Devices#controllers}. */
  public DevicesBuilder controllers(List<Controller> value) {
    controllers = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#controllers}. */
  public DevicesBuilder controller(Controller value) {
    controllers.add(value);
    return this;
  }

  /** Sets {@link Devices#filesystems}. */
  public DevicesBuilder filesystems(List<Filesystem> value) {
    filesystems = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#filesystems}. */
  public DevicesBuilder filesystem(Filesystem value) {
    filesystems.add(value);
    return this;
  }

  /** Sets {@link Devices#interfaces}. */
  public DevicesBuilder interfaces(List<NetworkInterface> value) {
    interfaces = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#interfaces}. */
  public DevicesBuilder networkInterface(NetworkInterface value) {
    interfaces.add(value);
    return this;
  }

  /** Sets {@link Devices#serials}. */
  public DevicesBuilder serials(List<CharacterDevice> value) {
    serials = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#serials}. */
  public DevicesBuilder serial(CharacterDevice value) {
    serials.add(value);
    return this;
  }

  /** Sets {@link Devices#parallels}. */
  public DevicesBuilder parallels(List<CharacterDevice> value) {
    parallels = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#parallels}. */
  public DevicesBuilder parallel(CharacterDevice value) {
    parallels.add(value);
    return this;
  }

  /** Sets {@link Devices#consoles}. */
  public DevicesBuilder consoles(List<CharacterDevice> value) {
    consoles = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#consoles}. */
  public DevicesBuilder console(CharacterDevice value) {
    consoles.add(value);
    return this;
  }

  /** Sets {@link Devices#channels}. */
  public DevicesBuilder channels(List<CharacterDevice> value) {
    channels = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#channels}. */
  public DevicesBuilder channel(CharacterDevice value) {
    channels.add(value);
    return this;
  }

  /** Sets {@link Devices#inputs}. */
  public DevicesBuilder inputs(List<Input> value) {
    inputs = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#inputs}. */
  public DevicesBuilder input(Input value) {
    inputs.add(value);
    return this;
  }

  /** Sets {@link Devices#tpms}. */
  public DevicesBuilder tpms(List<Tpm> value) {
    tpms = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#tpms}. */
  public DevicesBuilder tpm(Tpm value) {
    tpms.add(value);
    return this;
  }

  /** Sets {@link Devices#graphics}. */
  public DevicesBuilder graphics(List<Graphics> value) {
    graphics = new ArrayList<>(value);
    return this;
  }

  /** Adds to {@link Devices#graphics}. */
  public DevicesBuilder graphics(Graphics value) {
    graphics.add(value);
    return this;
  }

  /** Sets {@link Devices#videos}. */
  public DevicesBuilder videos(List<Video> value) {
    videos = new ArrayList<>(value);
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

  /**
   * Adds a device of any kind to those of its kind. A memory balloon takes the place of the one
   * that is there; a device without a record goes to {@link Devices#extras}.
   */
  public DevicesBuilder device(Device value) {
    return switch (value) {
      case Disk disk -> disk(disk);
      case Controller controller -> controller(controller);
      case Filesystem filesystem -> filesystem(filesystem);
      case NetworkInterface networkInterface -> networkInterface(networkInterface);
      case Device.Port(CharacterDevice.Kind kind, CharacterDevice device) ->
          characterDevice(kind, device);
      case Input input -> input(input);
      case Tpm tpm -> tpm(tpm);
      case Graphics console -> graphics(console);
      case Video video -> video(video);
      case MemoryBalloon balloon -> memoryBalloon(balloon);
      case Device.Other other -> other(other);
    };
  }

  private DevicesBuilder characterDevice(CharacterDevice.Kind kind, CharacterDevice device) {
    return switch (kind) {
      case SERIAL -> serial(device);
      case PARALLEL -> parallel(device);
      case CONSOLE -> console(device);
      case CHANNEL -> channel(device);
    };
  }

  private DevicesBuilder other(Device.Other device) {
    List<XmlNode.Element> elements = new ArrayList<>(extras.elements());
    elements.add(device.element());
    return extras(extras.toBuilder().elements(elements).build());
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
