package dev.vireo.simulator.internal.definition;

import dev.vireo.vim.types.ObjectOf;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is at the super I/O controller: {@code floppy0}, {@code serial0}, {@code parallel0}. */
final class Ports implements DeviceFamily {

  /**
   * A kind of device there.
   *
   * @param type VI name of its type
   * @param prefix how its keys begin
   * @param most how many there are at most
   * @param key key of the first
   * @param fileBacking VI name of what it is backed by in a file
   */
  private record Kind(String type, String prefix, int most, int key, String fileBacking) {}

  private static final Kind FLOPPY =
      new Kind("VirtualFloppy", "floppy", 2, 8000, "VirtualFloppyImageBackingInfo");
  private static final Kind SERIAL =
      new Kind("VirtualSerialPort", "serial", 32, 9000, "VirtualSerialPortFileBackingInfo");
  private static final Kind PARALLEL =
      new Kind("VirtualParallelPort", "parallel", 3, 10_000, "VirtualParallelPortFileBackingInfo");
  private static final List<Kind> KINDS = List.of(FLOPPY, SERIAL, PARALLEL);

  private static final String PIPE = "VirtualSerialPortPipeBackingInfo";
  private static final String URI = "VirtualSerialPortURIBackingInfo";
  private static final String REMOTE_FLOPPY = "VirtualFloppyRemoteDeviceBackingInfo";
  private static final String AUTO = "auto detect";

  @Override
  public void read(VmxSource file, DeviceList into) {
    for (Kind kind : KINDS) {
      for (int number = 0; number < kind.most(); number++) {
        String name = kind.prefix() + number;
        if (file.takePresent(name)) {
          HardwareDevice device =
              HardwareDevice.of(kind.type(), kind.key() + number)
                  .with("backing", backing(file, kind, name));
          if (kind.equals(SERIAL)) {
            device = device.with("yieldOnPoll", file.takeTruth(name + ".yieldOnMsrRead", false));
          }
          into.add(
              DeviceConnection.read(file, name, DeviceList.at(device, DeviceList.SIO, number)));
        }
      }
    }
  }

  private static ObjectOf backing(VmxSource file, Kind kind, String name) {
    String type = file.take(name + ".fileType", "device").toLowerCase(Locale.ROOT);
    boolean client = file.takeTruth(name + ".clientDevice", false);
    if (type.equals("file")) {
      return HardwareDevice.backing(
          kind.fileBacking(), Map.of("fileName", file.takeFile(name + ".fileName")));
    }
    if (type.equals("pipe") && kind.equals(SERIAL)) {
      return HardwareDevice.backing(
          PIPE,
          Map.of(
              "pipeName",
              file.take(name + ".fileName", ""),
              "endpoint",
              file.take(name + ".pipe.endPoint", "server"),
              "noRxLoss",
              file.takeTruth(name + ".tryNoRxLoss", false)));
    }
    return type.equals("network") && kind.equals(SERIAL)
        ? uri(file, name)
        : device(file, kind, name, client);
  }

  private static ObjectOf uri(VmxSource file, String name) {
    Map<String, Object> members = new HashMap<>();
    members.put("serviceURI", file.take(name + ".fileName", ""));
    members.put("direction", file.take(name + ".network.endPoint", "server"));
    String proxy = file.take(name + ".vspc");
    if (proxy != null) {
      members.put("proxyURI", proxy);
    }
    return HardwareDevice.backing(URI, members);
  }

  private static ObjectOf device(VmxSource file, Kind kind, String name, boolean client) {
    String device = file.take(name + ".fileName", "");
    boolean auto = file.takeTruth(name + ".autodetect", false) || device.equalsIgnoreCase(AUTO);
    String type = client && kind.equals(FLOPPY) ? REMOTE_FLOPPY : kind.type() + "DeviceBackingInfo";
    return HardwareDevice.backing(type, Map.of("deviceName", device, "useAutoDetect", auto));
  }

  private static @Nullable Kind kind(HardwareDevice device) {
    return KINDS.stream().filter(kind -> device.isA(kind.type())).findFirst().orElse(null);
  }

  /** The key of the first device of this kind; -1 for one of another kind. */
  static int firstKey(HardwareDevice device) {
    Kind kind = kind(device);
    return kind == null ? -1 : kind.key();
  }

  /** How many devices of this kind there can be. */
  static int most(HardwareDevice device) {
    Kind kind = kind(device);
    return kind == null ? 0 : kind.most();
  }

  @Override
  public @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    Kind kind = kind(device);
    return kind == null ? null : kind.prefix() + (device.key() - kind.key());
  }

  @Override
  public void write(HardwareDevice device, String name, VmxLines out) {
    out.put(name + ".present", true);
    String backing = device.backingType();
    if (backing.equals(PIPE)) {
      out.put(name + ".fileType", "pipe")
          .put(name + ".fileName", String.valueOf(device.backingText("pipeName")))
          .put(name + ".pipe.endPoint", String.valueOf(device.backingText("endpoint")))
          .put(name + ".tryNoRxLoss", device.backingIs("noRxLoss"));
    } else if (backing.equals(URI)) {
      out.put(name + ".fileType", "network")
          .put(name + ".fileName", String.valueOf(device.backingText("serviceURI")))
          .put(name + ".network.endPoint", String.valueOf(device.backingText("direction")));
      String proxy = device.backingText("proxyURI");
      if (proxy != null) {
        out.put(name + ".vspc", proxy);
      }
    } else if (device.fileName() != null) {
      out.put(name + ".fileType", "file")
          .putFile(name + ".fileName", String.valueOf(device.fileName()));
    } else {
      writeDevice(device, name, out);
    }
    if (device.is("yieldOnPoll")) {
      out.put(name + ".yieldOnMsrRead", true);
    }
    DeviceConnection.write(device, name, out);
  }

  private static void writeDevice(HardwareDevice device, String name, VmxLines out) {
    out.put(name + ".fileType", "device")
        .put(name + ".fileName", String.valueOf(device.backingText("deviceName")));
    if (device.backingIs("useAutoDetect")) {
      out.put(name + ".autodetect", true);
    }
    if (device.backingType().equals(REMOTE_FLOPPY)) {
      out.put(name + ".clientDevice", true);
    }
  }
}
