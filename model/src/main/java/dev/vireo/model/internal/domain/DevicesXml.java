package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Device;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;

/** {@code <devices>}. */
final class DevicesXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes().elements(DeviceElements.ORDER.toArray(String[]::new));

  private DevicesXml() {}

  static Devices read(ElementReader in) {
    in.inOrder(ORDER);
    DevicesBuilder devices = Devices.builder().emulator(in.childText("emulator"));
    // A domain has one balloon; a second one is an error.
    in.peek("memballoon");
    for (ElementReader child : in.peekNamespace("")) {
      Device known = DeviceElements.readKnown(child);
      if (known != null) {
        devices.device(known);
      }
    }
    return devices.extras(in.extras()).build();
  }

  static void write(ElementWriter out, Devices devices) {
    out.start("devices", ORDER, devices.extras()).element("emulator", devices.emulator());
    for (Device device : devices.all()) {
      // Those without a record are in the extras, which find their places themselves.
      if (!(device instanceof Device.Other)) {
        DeviceElements.write(out, device);
      }
    }
    out.endWithTag();
  }
}
