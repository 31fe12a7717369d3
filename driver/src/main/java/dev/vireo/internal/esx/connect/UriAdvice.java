package dev.vireo.internal.esx.connect;

import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.model.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was probably meant by a text that is no URI of a VMware host, or by a part of one. */
final class UriAdvice {

  private static final Pattern WEB =
      Pattern.compile("(?i)https?://(?<authority>[^/?#@]+)(?:[/?#][^@]*)?");
  private static final Pattern SERVER =
      Pattern.compile("(?:[^@/?#:]+@)?(?:[^@/?#:\\[\\]\\s]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]*)?/?");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private UriAdvice() {}

  /** For a text that no driver opens. */
  static Optional<String> of(String text) {
    if (text.isBlank()) {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of("blanks alone name no host; a URI is written esx://HOST/");
    }
    Matcher web = WEB.matcher(text);
    if (web.matches()) {
      return Optional.of(
          "the URI of an ESX host is esx://"
              + web.group("authority")
              + "/, that of a vCenter vpx://"
              + web.group("authority")
              + "/DATACENTER/CLUSTER/ESXHOST");
    }
    int plus = text.indexOf('+');
    if (plus >= 0 && EsxScheme.named(text.substring(0, plus)).isPresent()) {
      return Optional.of("the transport is the URI parameter transport=http|https");
    }
    if (IPV6.matcher(text).matches()) {
      return Optional.of(esx("[" + text + "]"));
    }
    return looksLikeServer(text)
        ? Optional.of(esx(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
        : Optional.empty();
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

  /** For a parameter that nobody knows. */
  static String forParameter(String name) {
    List<String> names = Arrays.stream(EsxParameter.values()).map(EsxParameter::text).toList();
    return NearestName.of(name, names)
        .map(meant -> "did you mean '" + meant.name() + "'?")
        .orElse("the parameters are " + String.join(", ", names));
  }
}
