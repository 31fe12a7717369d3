package dev.vireo.cli.verb.domain;

import dev.vireo.model.domain.Graphics;
import dev.vireo.model.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a graphical console can be reached.
 *
 * @param host the address that it listens on; null when nobody says
 * @param port the port
 */
record DisplayAddress(@Nullable String host, int port) {
  private static final int FIRST_VNC_PORT = 5900;

  /** The address of a console; null when it has none, or none that is known beforehand. */
  static @Nullable DisplayAddress of(Graphics graphics) {
    Integer port = graphics.port();
    if (port == null || port < 0) {
      return null;
    }
    String host = graphics.listen();
    if (host == null) {
      for (XmlNode.Element element : graphics.extras().elements()) {
        host = element.name().equals("listen") ? element.attribute("address") : host;
      }
    }
    return new DisplayAddress(host, port);
  }

  /** The number of a VNC display, which is its port without the first one. */
  int vncDisplay() {
    return port - FIRST_VNC_PORT;
  }

  /** Whether it listens on every address. */
  boolean isEverywhere() {
    return host != null && (host.equals("0.0.0.0") || host.equals("::"));
  }
}
