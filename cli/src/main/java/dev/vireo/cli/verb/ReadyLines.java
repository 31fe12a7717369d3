package dev.vireo.cli.verb;

import dev.vireo.simulator.SimulatorConfig;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Command lines, ready to be copied, that reach a simulated host. */
final class ReadyLines {
  private static final String KNOWN_PASSWORD = "vireo";

  private ReadyLines() {}

  /** Whether the password is the one that everybody knows. */
  static boolean hasKnownPassword(SimulatorConfig config) {
    char[] password = config.password();
    boolean known = Arrays.equals(password, KNOWN_PASSWORD.toCharArray());
    Arrays.fill(password, '\0');
    return known;
  }

  /**
   * One line for each program, by its name. A password that somebody set is not in them.
   *
   * @param uri the host as vireo and virsh name it
   * @param address where it listens
   */
  static Map<String, String> of(SimulatorConfig config, String uri, URI address, boolean tls) {
    boolean known = hasKnownPassword(config);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "vireo:",
        (known ? "VIREO_PASSWORD=" + KNOWN_PASSWORD + " " : "")
            + "vireo -c "
            + quoted(uri)
            + " list --all");
    lines.put("virsh:", "virsh -c " + quoted(uri) + " list --all");
    lines.put(
        "govc:",
        "GOVC_URL="
            + quoted(address.resolve("/sdk").toString())
            + " GOVC_USERNAME="
            + quoted(config.userName())
            + (known ? " GOVC_PASSWORD=" + KNOWN_PASSWORD : "")
            + (tls ? " GOVC_INSECURE=1" : "")
            + " govc find / -type m");
    return lines;
  }

  /** A word of the shell. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
