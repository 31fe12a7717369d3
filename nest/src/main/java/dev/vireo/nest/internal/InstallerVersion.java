package dev.vireo.nest.internal;

import dev.vireo.nest.check.Objection;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What version an installer is of, by the names that its maker gives. */
public final class InstallerVersion {

  // 8.0.3-0.0.24022510, 6.7.0-1.28.10302608
  private static final Pattern BUILD = Pattern.compile("(\\d{1,2}\\.\\d)\\b.*");
  // ESXI-8.0U3B-24280767-STANDARD, HPE-ESXI-6.7.0-U3
  private static final Pattern VOLUME =
      Pattern.compile("(?i)(?:.*[^A-Z])?ESXI?[-_ ](\\d{1,2})[.-](\\d)(?!\\d).*");

  private InstallerVersion() {}

  /** Major and minor number in the build of a boot configuration. */
  public static Optional<String> ofBuild(String build) {
    Matcher matcher = BUILD.matcher(build);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Major and minor number in the name of a volume. */
  public static Optional<String> ofVolume(String volumeId) {
    Matcher matcher = VOLUME.matcher(volumeId);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "." + matcher.group(2))
        : Optional.empty();
  }

  /**
   * What speaks against installing from an ISO.
   *
   * @param iso the ISO
   * @param version the version that it says it installs; empty when it does not say it
   * @param wanted the version to install
   */
  public static Optional<Objection> objection(
      Path iso, Optional<String> version, EsxiVersion wanted) {
    if (version.isEmpty()) {
      return Optional.of(
          new Objection(
              Objection.Kind.WARNING,
              "%s does not say which version it installs".formatted(iso),
              "make sure that it is ESXi " + wanted.text()));
    }
    return version.get().equals(wanted.text())
        ? Optional.empty()
        : Optional.of(
            new Objection(
                Objection.Kind.KNOWN_BAD,
                "%s installs ESXi %s, and the host is made for ESXi %s"
                    .formatted(iso, version.get(), wanted.text())));
  }
}
