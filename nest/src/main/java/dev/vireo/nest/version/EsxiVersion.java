package dev.vireo.nest.version;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.NestException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An ESXi version that can be nested, with what is known about it as a guest of KVM. Each fact
 * names its source; none was tried with ESXi itself here.
 */
public enum EsxiVersion {
  /** ESXi 5.5. */
  V5_5("5.5", EsxiFacts.esxi55()),
  /** ESXi 6.0. */
  V6_0("6.0", EsxiFacts.esxi60()),
  /** ESXi 6.5. */
  V6_5("6.5", EsxiFacts.esxi65()),
  /** ESXi 6.7. */
  V6_7("6.7", EsxiFacts.esxi67()),
  /** ESXi 7.0. */
  V7_0("7.0", EsxiFacts.esxi70()),
  /** ESXi 8.0. */
  V8_0("8.0", EsxiFacts.esxi80()),
  /** ESXi 9.0. */
  V9_0("9.0", EsxiFacts.esxi90());

  // 7, 7.0, 7.0.3, 7.0u3c, 7.0 Update 3c
  private static final Pattern TEXT =
      Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.\\d+)*\\s*(?:(?:u|update)\\s*\\d+[a-z]?)?");

  // A longer text is no version, and the pattern goes deeper for each dot.
  private static final int LONGEST = 64;

  private final String text;

  // A record of strings, numbers and unmodifiable lists of such records.
  @SuppressWarnings("ImmutableEnumChecker")
  private final EsxiTable table;

  EsxiVersion(String text, EsxiTable table) {
    this.text = text;
    this.table = table;
  }

  /**
   * Reads a version as people write it. Updates and patches do not matter: {@code 7.0u3c} is 7.0.
   *
   * @param version such as {@code 8.0}, {@code 8}, {@code 7.0u3c}, {@code 7.0.3} or {@code ESXi 6.7
   *     Update 3}
   * @throws NestException if it is not a version or not one in the table; the message lists those
   */
  public static EsxiVersion parse(String version) {
    String given = version.length() > LONGEST ? version.substring(0, LONGEST) : version;
    String plain =
        given.strip().toLowerCase(Locale.ROOT).replaceFirst("^(vmware\\s+)?esxi?\\s*", "");
    Matcher matcher = TEXT.matcher(plain);
    if (matcher.matches()) {
      String minor = matcher.group(2) == null ? "0" : matcher.group(2);
      String wanted = matcher.group(1) + "." + minor;
      for (EsxiVersion known : values()) {
        if (known.text.equals(wanted)) {
          return known;
        }
      }
    }
    throw new NestException("'%s' is not an ESXi version that is known here".formatted(given))
        .withHint(
            "give one of "
                + Arrays.stream(values()).map(EsxiVersion::text).collect(Collectors.joining(", ")));
  }

  /** Major and minor number: {@code 7.0}. */
  public String text() {
    return text;
  }

  /** Families of machine types: {@code pc} and {@code q35}. */
  public Choices machine() {
    return table.machine();
  }

  /** What the machine boots with: {@code bios} and {@code uefi}. */
  public Choices firmware() {
    return table.firmware();
  }

  /** Models of network interfaces. */
  public Choices nic() {
    return table.nic();
  }

  /** Buses of the disks and the CD-ROM drive. */
  public Choices diskBus() {
    return table.diskBus();
  }

  /** Memory of the guest. */
  public Need<DataSize> memory() {
    return table.memory();
  }

  /** Processors of the guest. */
  public Need<Integer> vcpus() {
    return table.vcpus();
  }

  /** Size of the disk that ESXi is installed on. */
  public Need<DataSize> disk() {
    return table.disk();
  }

  /** Whether KVM should not show itself to the guest. */
  public boolean hideKvm() {
    return table.hideKvm();
  }

  /** Options for the kernel line of the installer and of the installed host. */
  public List<BootOption> bootOptions() {
    return table.bootOptions();
  }

  /** What else is known. */
  public List<Note> notes() {
    return table.notes();
  }
}
