package dev.vireo.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads amounts with their units, as users write them. */
public final class Amounts {
  private static final long KIB = 1024;

  private Amounts() {}

  /**
   * Reads a time: {@code 10ms}, {@code 2s}, {@code 1m} or {@code 1h}.
   *
   * @param option the option that it was given to
   * @throws CommandException when it is none
   */
  public static Duration duration(String option, String text) {
    int digits = digits(text);
    try {
      int amount = Integer.parseInt(text.substring(0, digits));
      return switch (text.substring(digits)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> throw noDuration(option, text);
      };
    } catch (NumberFormatException e) {
      throw noDuration(option, text);
    }
  }

  private static CommandException noDuration(String option, String text) {
    return new CommandException("'" + text + "' is no time for --" + option)
        .withHint("write it like 10ms, 2s or 1m");
  }

  /**
   * Reads an amount of memory or storage: {@code 4096M} or {@code 4096MiB}, {@code 8G} or {@code
   * 8GiB}, {@code 1T} or {@code 1TiB}, in powers of 1024. A number alone is refused: programs
   * disagree about its unit.
   *
   * @param option the option that it was given to
   * @return bytes, more than 0
   * @throws CommandException when it is none
   */
  public static long bytes(String option, String text) {
    return bytesOf("--" + option, text);
  }

  /**
   * Reads an amount as {@link #bytes} does.
   *
   * @param what what it is the size of, for the message
   * @return bytes, more than 0
   * @throws CommandException when it is none
   */
  public static long bytesOf(String what, String text) {
    int digits = digits(text);
    try {
      long amount = Long.parseLong(text.substring(0, digits));
      long unit =
          switch (text.substring(digits)) {
            case "M", "MiB" -> KIB * KIB;
            case "G", "GiB" -> KIB * KIB * KIB;
            case "T", "TiB" -> KIB * KIB * KIB * KIB;
            default -> throw noSize(what, text);
          };
      if (amount == 0) {
        throw noSize(what, text);
      }
      return Math.multiplyExact(amount, unit);
    } catch (NumberFormatException | ArithmeticException e) {
      throw noSize(what, text);
    }
  }

  /**
   * Reads a scaled integer as virsh does: {@code 512}, {@code 512M}, {@code 512MiB}, {@code 512MB}.
   *
   * @param option the option that it was given to
   * @param scale bytes that a number without a unit counts
   * @return bytes, 0 or more
   * @throws CommandException when it is none, in virsh's words
   */
  public static long scaled(String option, String text, long scale) {
    int digits = digits(text);
    String suffix = text.substring(digits);
    List<String> complaint =
        List.of(
            "Scaled numeric value '"
                + text
                + "' for <"
                + option
                + "> option is malformed or out of range");
    if (digits == 0) {
      throw new CommandException(complaint, 1, null);
    }
    long unit = suffix.isEmpty() ? scale : unit(suffix);
    if (unit < 0) {
      throw new CommandException(
          List.of(complaint.get(0), "invalid argument: unknown suffix '" + suffix + "'"), 1, null);
    }
    try {
      return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new CommandException(complaint, 1, null);
    }
  }

  /** Bytes of a unit as libvirt writes them, in any case; -1 when it is none. */
  private static long unit(String suffix) {
    String word = suffix.toLowerCase(Locale.ROOT);
    if (word.equals("b") || word.equals("byte") || word.equals("bytes")) {
      return 1;
    }
    int power = "kmgtpe".indexOf(word.charAt(0)) + 1;
    long base =
        switch (word.substring(1)) {
          case "", "ib" -> KIB;
          case "b" -> 1000;
          default -> 0;
        };
    if (power == 0 || base == 0) {
      return -1;
    }
    long unit = 1;
    for (int i = 0; i < power; i++) {
      unit *= base;
    }
    return unit;
  }

  private static CommandException noSize(String what, String text) {
    return new CommandException("'" + text + "' is no size for " + what)
        .withHint("write it like 4096MiB or 8GiB");
  }

  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }
}
