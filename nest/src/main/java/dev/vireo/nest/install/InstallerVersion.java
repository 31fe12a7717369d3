package dev.vireo.nest.install;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What version an installer is of, by the names that its maker gives. */
final class InstallerVersion {

  // 8.0.3-0.0.24022510, 6.7.0-1.28.10302608
  private static final Pattern BUILD = Pattern.compile("(\\d{1,2}\\.\\d)\\b.*");
  // ESXI-8.0U3B-24280767-STANDARD, HPE-ESXI-6.7.0-U3
  private static final Pattern VOLUME =
      Pattern.compile("(?i)(?:.*[^A-Z])?ESXI?[-_ ](\\d{1,2})[.-](\\d)(?!\\d).*");

  private InstallerVersion() {}

  /** Major and minor number in the build of a boot configuration. */
  static Optional<String> ofBuild(String build) {
    Matcher matcher = BUILD.matcher(build);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Major and minor number in the name of a volume. */
  static Optional<String> ofVolume(String volumeId) {
    Matcher matcher = VOLUME.matcher(volumeId);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "." + matcher.group(2))
        : Optional.empty();
  }
}
