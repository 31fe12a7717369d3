package dev.vireo.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was probably meant by a text that is no connection URI, or by a part of one. */
final class UriHints {

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private UriHints() {}

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
    return text.isBlank() ? List.of() : List.of("leave out the blanks before and after the URI");
  }

  /** For what a URI may not have: blanks around it, and characters. */
  static List<String> forText(String text) {
    List<String> blanks = forBlanksAround(text);
    if (!blanks.isEmpty()) {
      return blanks;
    }
    for (int i = 0; i < text.length() && !text.isBlank(); i++) {
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
}
