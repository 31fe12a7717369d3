package dev.vireo.auth;

import dev.vireo.model.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at {@code auth.conf} for what libvirt passes over in silence and its author hardly meant.
 * Never shows a value: it may be a password that stands where it should not.
 */
final class AuthFileReview {

  private static final String AUTH = "auth-";
  private static final String CREDENTIALS = "credentials-";
  private static final String SERVICE = "esx";

  /** What libvirt's drivers look for among credentials; only the first two count for VMware. */
  private static final List<String> CREDENTIAL_KEYS =
      List.of(
          "username",
          "password",
          "authname",
          "realm",
          "language",
          "cnonce",
          "echo",
          "noecho",
          "external");

  /** What other programs call them. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "user",
          "username",
          "login",
          "username",
          "name",
          "username",
          "pass",
          "password",
          "passwd",
          "password",
          "secret",
          "password");

  private static final List<String> OTHER_SERVICES = List.of("esxi", "gsx", "vpx", "vmware");

  private final Path path;
  private final Map<String, Integer> lines;
  private final List<String> warnings = new ArrayList<>();

  private AuthFileReview(Path path, Map<String, Integer> lines) {
    this.path = path;
    this.lines = lines;
  }

  /**
   * Reviews a file.
   *
   * @param lines the line of each group and of each {@code group/key}
   */
  static List<String> of(
      Path path, Map<String, Map<String, char[]>> groups, Map<String, Integer> lines) {
    AuthFileReview review = new AuthFileReview(path, lines);
    if (PrivateFiles.othersMayRead(path) && holdsPassword(groups)) {
      review.warnings.add(path + " holds passwords and others may read it; 'chmod 600' mends that");
    }
    groups.forEach((group, items) -> review.group(group, items));
    return review.warnings;
  }

  private static boolean holdsPassword(Map<String, Map<String, char[]>> groups) {
    return groups.values().stream().anyMatch(items -> items.containsKey("password"));
  }

  private void group(String group, Map<String, char[]> items) {
    if (group.startsWith(CREDENTIALS)) {
      keys(group, items, CREDENTIAL_KEYS);
    } else if (group.startsWith(AUTH)) {
      keys(group, items, List.of("credentials"));
      service(group);
    } else {
      warn(
          group,
          "the section '[" + group + "]' has no meaning",
          kind(group).map(meant -> "[" + meant + "-...]"));
    }
  }

  private static Optional<String> kind(String group) {
    int hyphen = group.indexOf('-');
    return NearestName.of(
            hyphen < 0 ? group : group.substring(0, hyphen), List.of("auth", "credentials"))
        .map(NearestName::name);
  }

  /**
   * libvirt's own services, such as {@code libvirt} and {@code hyperv}, are none of our business.
   */
  private void service(String group) {
    String rest = group.substring(AUTH.length());
    int hyphen = rest.indexOf('-');
    String service = hyphen < 0 ? rest : rest.substring(0, hyphen);
    String host = hyphen < 0 ? "HOST" : rest.substring(hyphen + 1);
    if (hyphen < 0 || OTHER_SERVICES.contains(service)) {
      warn(
          group,
          "the section '[" + group + "]' has no meaning",
          Optional.of("[" + AUTH + SERVICE + "-" + host + "]"));
    }
  }

  private void keys(String group, Map<String, char[]> items, List<String> known) {
    for (String key : items.keySet()) {
      if (!known.contains(key)) {
        warn(
            group + "/" + key,
            "the key '" + key + "' has no meaning in '[" + group + "]'",
            nearest(key, known).map(meant -> "'" + meant + "'"));
      }
    }
  }

  private static Optional<String> nearest(String key, List<String> known) {
    String other = OTHER_WORDS.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    return known.contains(other)
        ? Optional.of(other)
        : NearestName.of(key, known).map(NearestName::name);
  }

  private void warn(String place, String what, Optional<String> meant) {
    warnings.add(
        path
            + ":"
            + Objects.requireNonNull(lines.get(place))
            + ": "
            + what
            + meant.map(text -> "; did you mean " + text + "?").orElse(""));
  }
}
