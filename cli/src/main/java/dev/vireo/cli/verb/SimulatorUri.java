package dev.vireo.cli.verb;

import dev.vireo.simulator.InventoryShape;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;

/** How to connect to a simulated host. */
final class SimulatorUri {
  /** A host of the simulated vCenter; its other hosts can be reached the same way. */
  private static final String VCENTER_PATH = "/Datacenter/Cluster/esx1.example.com";

  private SimulatorUri() {}

  /** The URI that vireo and virsh take, with the user, and without check of the certificate. */
  static String of(SimulatorConfig config, SimulatorServer server, boolean tls) {
    String scheme =
        switch (config.preset()) {
          case GSX20 -> "gsx";
          case VCENTER -> "vpx";
          default -> "esx";
        };
    InventoryShape shape = config.inventory();
    String vCenterPath = shape == null ? VCENTER_PATH : shape.firstHost();
    String path = config.preset() == Preset.VCENTER ? vCenterPath : "/";
    return scheme
        + "://"
        + escaped(config.userName())
        + "@"
        + server.host()
        + ":"
        + server.port()
        + path
        + (tls ? "?no_verify=1" : "?transport=http");
  }

  /** Keeps what has a meaning in a URI from having it. */
  private static String escaped(String userName) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < userName.length(); i++) {
      char c = userName.charAt(i);
      switch (c) {
        case '%' -> text.append("%25");
        case '@' -> text.append("%40");
        case ':' -> text.append("%3a");
        case '/' -> text.append("%2f");
        case '?' -> text.append("%3f");
        case '#' -> text.append("%23");
        case '\\' -> text.append("%5c");
        case ' ' -> text.append("%20");
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
