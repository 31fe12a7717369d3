package dev.vireo.simulator.internal.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The releases of the VI API that a simulated host may speak, oldest first. */
public enum ApiRelease {
  V2_5("2.5"),
  V4_0("4.0"),
  V4_1("4.1"),
  V5_0("5.0"),
  V5_1("5.1"),
  V5_5("5.5"),
  V6_0("6.0"),
  V6_5("6.5"),
  V6_7("6.7"),
  V6_7_1("6.7.1"),
  V6_7_2("6.7.2"),
  V6_7_3("6.7.3"),
  V7_0("7.0.0.0"),
  V7_0_1("7.0.1.0"),
  V7_0_2("7.0.2.0"),
  V7_0_3("7.0.3.0"),
  V8_0("8.0.0.0"),
  V8_0_1("8.0.1.0"),
  V8_0_2("8.0.2.0"),
  V8_0_3("8.0.3.0");

  private static final Map<String, ApiRelease> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(ApiRelease::label, version -> version));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // written once, and not let out
  private final int[] numbers;

  ApiRelease(String label) {
    this.label = label;
    this.numbers = numbers(label);
  }

  /** The version as it stands on the wire, such as {@code 8.0.3.0}. */
  public String label() {
    return label;
  }

  /**
   * The release with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ApiRelease named(String label) {
    ApiRelease version = BY_LABEL.get(label);
    if (version == null) {
      throw new IllegalArgumentException("There is no release " + label);
    }
    return version;
  }

  /**
   * The newest release that is not newer than a version, which may be an interim one such as {@code
   * 6.8.7} or {@code 2.5u2}; null for what is no version, or older than all.
   */
  public static @Nullable ApiRelease floor(String label) {
    int[] wanted = numbers(label);
    if (wanted.length == 0) {
      return null;
    }
    ApiRelease found = null;
    for (ApiRelease version : values()) {
      if (Arrays.compare(version.numbers, wanted) <= 0) {
        found = version;
      }
    }
    return found;
  }

  /** Whether a version is newer than this release. */
  public boolean isOlderThan(String label) {
    return Arrays.compare(numbers, numbers(label)) < 0;
  }

  /** The numbers of a version without zeros at its end; empty for what is no version. */
  private static int[] numbers(String label) {
    Matcher matcher = Syntax.VERSION.matcher(label);
    if (!matcher.lookingAt()) {
      return new int[0];
    }
    int[] numbers =
        Arrays.stream(matcher.group().split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    int length = numbers.length;
    while (length > 1 && numbers[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(numbers, length);
  }

  /** Whether this release has what came with another one. */
  public boolean has(ApiRelease since) {
    return compareTo(since) >= 0;
  }

  /** The value if this release has it; null before. */
  public <T> @Nullable T since(ApiRelease since, T value) {
    return has(since) ? value : null;
  }

  /** The releases before this one, newest first, as {@code vimServiceVersions.xml} lists them. */
  public List<ApiRelease> prior() {
    List<ApiRelease> prior = new ArrayList<>();
    for (ApiRelease version : values()) {
      if (version != this && has(version)) {
        prior.addFirst(version);
      }
    }
    return prior;
  }

  /** Holds what the constructor needs, as an enum's own constants come before its fields. */
  private static final class Syntax {
    static final Pattern VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4})*");
  }
}
