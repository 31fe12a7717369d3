package dev.vireo.uri;

import dev.vireo.model.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was probably meant by a text that is no connection URI, or by a part of one. */
final class UriHints {

  /** The schemes that Vireo drives, where nothing nearer can be said. */
  static final String KNOWN =
      "Vireo knows esx://HOST/, gsx://HOST/, vpx://HOST/PATH and test:///default";

  private static final Pattern WEB =
      Pattern.compile("(?i)https?://(?<authority>[^/?#@]+)(?:[/?#][^@]*)?");
  private static final Pattern SERVER =
      Pattern.compile("(?:[^@/?#:]+@)?(?:[^@/?#:\\[\\]\\s]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]*)?/?");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private UriHints() {}

  /** For a text without a scheme, or with one that nobody knows. */
  static String forUnknownScheme(String text) {
    Matcher web = WEB.matcher(text);
    if (web.matches()) {
      return "the URI of an ESX host is esx://"
          + web.group("authority")
          + "/, that of a vCenter vpx://"
          + web.group("authority")
          + "/DATACENTER/CLUSTER/ESXHOST";
    }
    if (IPV6.matcher(text).matches()) {
      return esx("[" + text + "]");
    }
    if (looksLikeServer(text)) {
      return esx(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
    int colon = text.indexOf("://");
    Optional<NearestName> meant =
        colon < 0 ? Optional.empty() : NearestName.of(text.substring(0, colon), schemes());
    return meant.map(scheme -> "did you mean " + scheme.name() + "://?").orElse(KNOWN);
  }

  /** A name, an address or a name with a port; not the scheme of another hypervisor. */
  private static boolean looksLikeServer(String text) {
    if (!SERVER.matcher(text).matches()) {
      return false;
    }
    int colon = text.indexOf(':', text.indexOf(']') + 1);
    return colon < 0 || text.substring(colon + 1).matches("[0-9]+/?");
  }

  private static String esx(String server) {
    return "the URI of an ESX host is esx://" + server + "/";
  }

  private static List<String> schemes() {
    return Arrays.stream(Scheme.values()).map(Scheme::text).toList();
  }

  /** For an authority that cannot be split into user, host and port. */
  static List<String> forAuthority(String scheme, String authority) {
    List<String> hints = new ArrayList<>();
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at);
    String host = authority.substring(at + 1);
    if (user.indexOf('@') >= 0 && user.indexOf(':') < 0) {
      String mended = user.replace("@", "%40") + "@" + host;
      hints.add("an '@' in a user name is written %40: " + scheme + "://" + mended + "/");
    } else if (user.indexOf('@') >= 0) {
      hints.add("an '@' in a user name is written %40");
    }
    if (IPV6.matcher(host).matches()) {
      hints.add("an IPv6 address needs brackets: " + scheme + "://[" + host + "]/");
    }
    if (host.startsWith("[") && IPV6.matcher(host.substring(1)).matches()) {
      hints.add("the bracket after an IPv6 address is missing: " + scheme + "://" + host + "]/");
    }
    return hints;
  }

  /** For blanks around a URI, as variables and files have them by mistake; else nothing. */
  private static List<String> forBlanksAround(String text) {
    if (text.equals(text.strip())) {
      return List.of();
    }
    return List.of(
        text.isBlank()
            ? "blanks alone name no host; a URI is written esx://HOST/"
            : "leave out the blanks before and after the URI");
  }

  /** For a text that is no URI, but may be near to one: an address with colons is. */
  static List<String> forNoUri(String text) {
    List<String> blanks = forBlanksAround(text);
    if (!blanks.isEmpty()) {
      return blanks;
    }
    String hint = forUnknownScheme(text);
    return hint.equals(KNOWN) ? forText(text) : List.of(hint);
  }

  /** For a character that a URI may not have. */
  static List<String> forText(String text) {
    List<String> blanks = forBlanksAround(text);
    if (!blanks.isEmpty()) {
      return blanks;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (PercentEncoding.isForbidden(c) && c > ' ') {
        return List.of("a '" + c + "' in a URI is written %" + hex(c));
      }
      if (c == ' ') {
        return List.of("a blank in a URI is written %20");
      }
      if (c == '%' && !PercentEncoding.isEscape(text, i)) {
        return List.of("a '%' in a URI is written %25");
      }
    }
    return List.of();
  }

  private static String hex(char c) {
    return String.format(Locale.ROOT, "%02x", (int) c);
  }

  /** For a parameter that nobody knows. */
  static String forParameter(String name) {
    List<String> names = Arrays.stream(UriParameter.values()).map(UriParameter::text).toList();
    return NearestName.of(name, names)
        .map(meant -> "did you mean '" + meant.name() + "'?")
        .orElse("the parameters are " + String.join(", ", names));
  }
}
