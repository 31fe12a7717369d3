package dev.vireo.nest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a machine's software comes from, of its {@code os-release}
 * (https://www.freedesktop.org/software/systemd/man/os-release.html).
 *
 * @param family the family; empty for one that is not known here
 */
public record Distribution(Optional<Family> family) {

  // Such files take some hundred bytes.
  private static final int MOST_BYTES = 64 << 10;

  /** Distributions with the same packages. */
  public enum Family {
    /** Debian, Ubuntu. */
    DEBIAN("Debian, Ubuntu", "apt-get install", Set.of("debian", "ubuntu")),
    /** Fedora, Red Hat and what is made of it. */
    FEDORA("Fedora, RHEL", "dnf install", Set.of("fedora", "rhel", "centos")),
    /** SUSE and openSUSE. */
    SUSE("SUSE", "zypper install", Set.of("suse", "opensuse", "sles")),
    /** Arch Linux. */
    ARCH("Arch", "pacman -S", Set.of("arch", "archlinux"));

    private final String text;
    private final String command;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes sets that cannot be changed
    private final Set<String> ids;

    Family(String text, String command, Set<String> ids) {
      this.text = text;
      this.command = command;
      this.ids = ids;
    }

    private String install(Software software) {
      return command + " " + software.packages(this);
    }
  }

  /** That of the machine that this program runs on. */
  public static Distribution ofThisMachine() {
    try (InputStream stream = Files.newInputStream(Path.of("/etc/os-release"))) {
      return of(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return of("");
    }
  }

  /**
   * Reads an {@code os-release}.
   *
   * @param osRelease its text; empty for a machine without one
   */
  public static Distribution of(String osRelease) {
    return new Distribution(
        Stream.of("ID", "ID_LIKE")
            .flatMap(key -> words(osRelease, key))
            .flatMap(id ->
                Arrays.stream(Family.values())
                    .filter(family -> family.ids.contains(id.replaceFirst("-.*", ""))))
            .findFirst());
  }

  private static Stream<String> words(String osRelease, String key) {
    return osRelease
        .lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).replaceAll("[\"']", ""))
        .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).strip().split("\\s+")));
  }

  /** Name of the service of Open vSwitch. */
  public String openVSwitchService() {
    return switch (family.orElse(Family.FEDORA)) {
      case DEBIAN -> "openvswitch-switch";
      case FEDORA, SUSE -> "openvswitch";
      case ARCH -> "ovs-vswitchd";
    };
  }

  /** The command that installs something; where the family is not known, that of each. */
  public String install(Software software) {
    return family
        .map(known -> known.install(software))
        .orElseGet(() ->
            Arrays.stream(Family.values())
                .map(each -> each.text + ": " + each.install(software))
                .collect(Collectors.joining("; ", "install " + software.text() + " (", ")")));
  }
}
