package dev.vireo.simulator.internal.definition;

import dev.vireo.vim.types.ObjectOf;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Network cards: {@code ethernet0}. */
final class NetworkCards implements DeviceFamily {

  static final String CARD = "VirtualEthernetCard";
  static final int KEY = 4000;
  static final int SLOT = 7;
  static final int MOST = 10;

  private static final String NETWORK = "VirtualEthernetCardNetworkBackingInfo";
  private static final String SWITCH = "VirtualEthernetCardDistributedVirtualPortBackingInfo";
  private static final String PORT = "DistributedVirtualSwitchPortConnection";
  private static final String MODEL_UNKNOWN = "VirtualPCNet32";
  private static final Map<String, String> MODELS =
      Map.of(
          "vlance", MODEL_UNKNOWN,
          "vmxnet", "VirtualVmxnet",
          "vmxnet2", "VirtualVmxnet2",
          "vmxnet3", "VirtualVmxnet3",
          "e1000", "VirtualE1000",
          "e1000e", "VirtualE1000e");
  private static final Map<String, String> ADDRESSES =
      Map.of("generated", "generated", "static", "manual", "vpx", "assigned");
  private static final Map<String, String> PORT_KEYS =
      Map.of(
          "switchUuid",
          ".dvs.switchId",
          "portgroupKey",
          ".dvs.portgroupId",
          "portKey",
          ".dvs.portId",
          "connectionCookie",
          ".dvs.connectionId");

  @Override
  public void read(VmxSource file, DeviceList into) {
    for (int number = 0; number < MOST; number++) {
      String name = "ethernet" + number;
      if (file.takePresent(name)) {
        into.add(DeviceList.at(read(file, name, KEY + number), DeviceList.PCI, SLOT + number));
      }
    }
  }

  private static HardwareDevice read(VmxSource file, String name, int key) {
    String model = file.take(name + ".virtualDev", "vlance").toLowerCase(Locale.ROOT);
    String addressType = file.take(name + ".addressType", "generated").toLowerCase(Locale.ROOT);
    String known = ADDRESSES.getOrDefault(addressType, "generated");
    String generated = file.take(name + ".generatedAddress");
    String address = known.equals("manual") ? file.take(name + ".address") : generated;
    file.take(name + ".generatedAddressOffset");
    HardwareDevice card =
        HardwareDevice.of(MODELS.getOrDefault(model, MODEL_UNKNOWN), key)
            .with("backing", backing(file, name))
            .with("addressType", known)
            .with(
                "macAddress",
                address == null
                    ? file.surroundings().macs().get()
                    : address.toLowerCase(Locale.ROOT))
            .with("wakeOnLanEnabled", file.takeTruth(name + ".wakeOnPcktRcv", true));
    return DeviceConnection.read(file, name, card);
  }

  private static ObjectOf backing(VmxSource file, String name) {
    if (!file.look(name + ".dvs.switchId").isEmpty()) {
      Map<String, Object> port = new HashMap<>();
      PORT_KEYS.forEach((member, key) -> {
        String value = file.take(name + key);
        if (value != null) {
          boolean number = member.equals("connectionCookie");
          port.put(member, number ? (Object) number(value) : value);
        }
      });
      return HardwareDevice.backing(SWITCH, Map.of("port", new ObjectOf(PORT, port)));
    }
    String type = file.take(name + ".connectionType", "bridged").toLowerCase(Locale.ROOT);
    String network = file.take(name + ".networkName");
    if (network == null) {
      network = type.equals("nat") ? "NAT" : type.equals("hostonly") ? "HostOnly" : "Bridged";
    }
    return network(network);
  }

  private static int number(String value) {
    return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : 0;
  }

  /** A network by its name. */
  static ObjectOf network(String name) {
    return HardwareDevice.backing(NETWORK, Map.of("deviceName", name, "useAutoDetect", false));
  }

  @Override
  public @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    return device.isA(CARD) ? "ethernet" + (device.key() - KEY) : null;
  }

  @Override
  public void write(HardwareDevice device, String name, VmxLines out) {
    out.put(name + ".present", true)
        .put(name + ".virtualDev", Controllers.keyOf(MODELS, device.type(), "vlance"));
    writeBacking(device, name, out);
    String type = String.valueOf(device.text("addressType")).toLowerCase(Locale.ROOT);
    String mac = device.text("macAddress");
    String written = Controllers.keyOf(ADDRESSES, type, "generated");
    out.put(name + ".addressType", written);
    if (mac != null) {
      out.put(name + (written.equals("static") ? ".address" : ".generatedAddress"), mac);
    }
    if (written.equals("generated")) {
      out.put(name + ".generatedAddressOffset", 0);
    }
    if (Boolean.FALSE.equals(device.get("wakeOnLanEnabled"))) {
      out.put(name + ".wakeOnPcktRcv", false);
    }
    DeviceConnection.write(device, name, out);
  }

  private static void writeBacking(HardwareDevice device, String name, VmxLines out) {
    ObjectOf backing = device.backing();
    if (backing != null && backing.get("port") instanceof ObjectOf port) {
      PORT_KEYS.forEach((member, key) -> {
        Object value = port.get(member);
        if (value != null) {
          out.put(name + key, value.toString());
        }
      });
      return;
    }
    String network = device.backingText("deviceName");
    if (network != null) {
      out.put(name + ".networkName", network).put(name + ".connectionType", "bridged");
    }
  }
}
