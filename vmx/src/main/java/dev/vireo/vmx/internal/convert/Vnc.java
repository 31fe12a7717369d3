package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Graphics;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The VNC server that ESX had until 6.7 and Workstation has. */
final class Vnc {

  private static final String PREFIX = "RemoteDisplay.vnc";
  private static final String PORT = PREFIX + ".port";
  private static final String LISTEN = PREFIX + ".ip";
  private static final String KEYMAP = PREFIX + ".keymap";
  private static final String PASSWORD = PREFIX + ".password";
  private static final int FIRST_PORT = 5900;
  private static final int LAST_PORT = 5964;

  private Vnc() {}

  static void read(Reading reading, DevicesBuilder devices) {
    Section file = reading.general();
    if (!file.flag(PREFIX + ".enabled", false)) {
      return;
    }
    long port = file.whole(PORT, -1);
    if (port < 0 || port > Integer.MAX_VALUE) {
      port = -1;
    } else if (port < FIRST_PORT || port > LAST_PORT) {
      file.warn(PORT, "should be from " + FIRST_PORT + " to " + LAST_PORT);
    }
    String listen = file.filled(LISTEN);
    devices.graphics(
        new Graphics(
            "vnc",
            port == 0 ? null : (int) port,
            port < 0,
            listen,
            file.filled(KEYMAP),
            file.filled(PASSWORD),
            new Extras(List.of(), List.of(listenElement(listen)))));
  }

  private static XmlNode.Element listenElement(@Nullable String address) {
    List<XmlNode.Attribute> attributes = new ArrayList<>();
    attributes.add(new XmlNode.Attribute("type", "address"));
    if (address != null) {
      attributes.add(new XmlNode.Attribute("address", address));
    }
    return new XmlNode.Element("listen", "", attributes, List.of());
  }

  static void plan(Plan plan) {
    List<Graphics> all = plan.domain().devices().graphics();
    if (all.isEmpty()) {
      return;
    }
    Graphics graphics = all.get(0);
    VmxDocument original = plan.original();
    VmxEntry password = original == null ? null : original.entry(PASSWORD);
    if (graphics.password() == null && password != null && !password.value().isEmpty()) {
      plan.warn(password, "was removed, for the domain does not have it");
    }
    plan.addDevice(
        PREFIX,
        Arrays.asList(
            all.size(),
            graphics.type(),
            graphics.port(),
            graphics.autoport(),
            listen(graphics),
            graphics.keymap(),
            graphics.password()),
        out -> {
          if (all.size() > 1) {
            throw VmxException.unsupported(
                "devices/graphics", "must not be there more than once", null, null);
          }
          write(graphics, out);
        });
  }

  private static void write(Graphics graphics, Output out) {
    if (!graphics.type().equals("vnc")) {
      throw VmxException.unsupported(
          "devices/graphics@type", "has to be vnc", graphics.type(), "vnc");
    }
    out.set(PREFIX + ".enabled", true);
    Integer port = graphics.port();
    if (port != null && port >= 0 && !Boolean.TRUE.equals(graphics.autoport())) {
      out.set(PORT, port);
    }
    out.setIfSaid(LISTEN, listen(graphics));
    out.setIfSaid(KEYMAP, graphics.keymap());
    out.setIfSaid(PASSWORD, graphics.password());
  }

  private static @Nullable String listen(Graphics graphics) {
    String address = graphics.listen();
    if (address == null) {
      for (XmlNode.Element element : graphics.extras().elements()) {
        if (element.localName().equals("listen") && address == null) {
          address = element.attribute("address");
        }
      }
    }
    return address == null || address.isEmpty() ? null : address;
  }
}
