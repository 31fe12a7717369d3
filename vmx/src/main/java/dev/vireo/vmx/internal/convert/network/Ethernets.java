package dev.vireo.vmx.internal.convert.network;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.PciSlot;
import dev.vireo.vmx.internal.convert.Plan;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Network interfaces. */
public final class Ethernets {

  public static final DeviceKind KIND = DeviceKind.ETHERNET;

  private static final String PRESENT = "present";
  private static final String MODEL = "virtualDev";
  private static final String FEATURES = "features";
  private static final String VMXNET = "vmxnet";
  private static final String VMXNET2 = "vmxnet2";
  private static final int VMXNET2_FEATURES = 15;
  private static final Set<String> MODELS =
      Set.of("vlance", VMXNET, VMXNET2, "vmxnet3", "e1000", "e1000e");
  private static final Map<String, String> NEAREST =
      Map.of("virtio", "vmxnet3", "pcnet", "vlance", "rtl8139", "e1000");

  private Ethernets() {}

  /** Reads them; returns the number that each has in the file. */
  public static List<Integer> read(Reading reading, DevicesBuilder devices) {
    List<Integer> numbers = new ArrayList<>();
    for (Section section : reading.devices(KIND)) {
      if (section.unit() < 0 && section.flag(PRESENT, false)) {
        devices.networkInterface(readOne(section));
        numbers.add(section.number());
      }
    }
    return numbers;
  }

  private static NetworkInterface readOne(Section section) {
    EthernetConnection connection = EthernetConnection.read(section);
    return new NetworkInterface(
        EthernetMac.read(section),
        connection.source(),
        null,
        null,
        connection.hostDevice(),
        readModel(section),
        PciSlot.read(section),
        LinkState.read(section, connection.source()));
  }

  private static @Nullable String readModel(Section section) {
    String text = section.filled(MODEL);
    long features = section.whole(FEATURES, 0);
    if (text == null) {
      return null;
    }
    String model = text.toLowerCase(Locale.ROOT);
    if (model.equals(VMXNET)) {
      return features == VMXNET2_FEATURES ? VMXNET2 : VMXNET;
    }
    if (MODELS.contains(model) && !model.equals(VMXNET2)) {
      return model;
    }
    section.warn(MODEL, "is not a model that libvirt knows and is shown as it stands");
    return text;
  }

  public static void plan(Plan plan) {
    Devices devices = plan.domain().devices();
    for (int i = 0; i < devices.interfaces().size(); i++) {
      NetworkInterface nic = devices.interfaces().get(i);
      int number = plan.numbers().interfaces().get(i);
      plan.addDevice(
          KIND.name(number),
          Arrays.asList(
              nic.mac(),
              nic.source(),
              nic.targetDevice(),
              nic.model(),
              nic.info().address(),
              LinkState.isDown(nic)),
          out -> write(nic, number, plan.target().hardwareVersion(), out));
    }
  }

  private static void write(NetworkInterface nic, int number, int hardware, Output out) {
    String prefix = KIND.name(number);
    int limit = KIND.most(hardware);
    if (number >= limit && !out.keeps(prefix + "." + PRESENT, "true")) {
      throw VmxException.invalid(
          "devices/interface",
          "must not be there more than " + limit + " times on virtual hardware version " + hardware,
          null,
          null);
    }
    out.set(prefix + "." + PRESENT, true);
    String model = nic.model();
    if (model != null) {
      out.about("model", model, () -> writeModel(prefix, model, out));
    }
    out.about(
        "connection",
        Arrays.asList(nic.source(), nic.targetDevice()),
        () -> EthernetConnection.write(prefix, nic.source(), nic.targetDevice(), out));
    out.about("link", LinkState.isDown(nic), () -> LinkState.write(prefix, nic, out));
    out.about("mac", nic.mac(), () -> EthernetMac.write(prefix, nic.mac(), out));
    DeviceAddress address = nic.info().address();
    out.about(
        "slot", address, () -> PciSlot.write(prefix, "devices/interface/address", address, out));
  }

  private static void writeModel(String prefix, String text, Output out) {
    String key = prefix + "." + MODEL;
    String model = text.toLowerCase(Locale.ROOT);
    if (out.keeps(key, model)) {
      out.set(key, text);
    } else if (model.equals(VMXNET2)) {
      out.set(key, VMXNET);
      out.set(prefix + "." + FEATURES, VMXNET2_FEATURES);
    } else if (MODELS.contains(model)) {
      out.set(key, model);
    } else {
      throw VmxException.unsupported(
          "devices/interface/model@type",
          "has to be vlance, vmxnet, vmxnet2, vmxnet3, e1000 or e1000e",
          text,
          NEAREST.getOrDefault(model, "e1000"));
    }
  }
}
