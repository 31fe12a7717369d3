package dev.vireo.auth;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code known_hosts}.
 *
 * @param server host and port, in lower case; empty when the line names none
 * @param fingerprint the certificate's SHA-256 as upper-case hex pairs joined by colons
 * @param isBroken whether it is neither an entry nor a comment nor blank
 */
record KnownHostsLine(String server, String fingerprint, boolean isBroken) {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<server>(?:\\[[0-9A-Fa-f:.%]+\\]|[^\\s:\\[\\]#]+):[0-9]{1,5})\\s+"
              + "(?<fingerprint>(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2})\\s*(?:#.*)?");

  static KnownHostsLine parse(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return new KnownHostsLine("", "", false);
    }
    Matcher entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      return new KnownHostsLine("", "", true);
    }
    String digits = entry.group("fingerprint").replace(":", "").toUpperCase(Locale.ROOT);
    return new KnownHostsLine(
        entry.group("server").toLowerCase(Locale.ROOT),
        String.join(":", digits.split("(?<=\\G..)")),
        false);
  }

  /** An entry, without a line end. A comment with line ends or control characters loses them. */
  static String format(String server, String fingerprint, String comment) {
    String harmless = comment.replaceAll("\\p{C}", " ").strip();
    return server + " " + fingerprint + (harmless.isEmpty() ? "" : " # " + harmless);
  }
}
