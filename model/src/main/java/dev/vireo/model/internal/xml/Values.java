package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of attributes and texts, read as tolerantly as libvirt reads them. */
public final class Values {

  private static final int UUID_DIGITS = 32;
  private static final int HEX = 16;

  private Values() {}

  /** Takes an attribute that is a decimal number; null when it is not there. */
  public static @Nullable Integer integer(ElementReader in, String name, int min) {
    String value = in.attribute(name);
    return value == null
        ? null
        : (Integer) (int) bounded(in, "attribute '" + name + "': ", value, min, Integer.MAX_VALUE);
  }

  /** Takes an attribute that is a decimal number. */
  public static int integer(ElementReader in, String name, int min, int absent) {
    Integer value = integer(in, name, min);
    return value == null ? absent : value;
  }

  /** Takes an attribute that is a decimal number of any size. */
  public static @Nullable Long longInteger(ElementReader in, String name, long min) {
    String value = in.attribute(name);
    return value == null
        ? null
        : (Long) bounded(in, "attribute '" + name + "': ", value, min, Long.MAX_VALUE);
  }

  /** Takes an attribute that is a number in C's notation: decimal, 0x and hex, or 0 and octal. */
  public static int anyBase(ElementReader in, String name, int max, int absent) {
    String value = in.attribute(name);
    if (value == null) {
      return absent;
    }
    String digits = trim(value);
    try {
      int number = Integer.decode(digits);
      if (number >= 0 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalidNumber(in, name, value, max);
    }
    throw invalidNumber(in, name, value, max);
  }

  private static XmlException invalidNumber(ElementReader in, String name, String value, int max) {
    return in.error(
        "attribute '"
            + name
            + "': '"
            + value
            + "' is not a number from 0 to 0x"
            + Integer.toHexString(max));
  }

  /** The element's text, which is a number. */
  public static long number(ElementReader in, long min, long max) {
    return bounded(in, "", in.text(), min, max);
  }

  /** The element's text, which is an unsigned number of 64 bits. */
  public static long unsigned(ElementReader in) {
    try {
      return Long.parseUnsignedLong(trim(in.text()));
    } catch (NumberFormatException e) {
      throw in.error("'" + in.text() + "' is not a number from 0 to 18446744073709551615");
    }
  }

  private static long bounded(ElementReader in, String what, String value, long min, long max) {
    long number;
    try {
      number = Long.parseLong(trim(value));
    } catch (NumberFormatException e) {
      throw in.error(what + "'" + value + "' is not a number of at least " + min);
    }
    if (number < min) {
      throw in.error(what + "'" + value + "' is not a number of at least " + min);
    }
    if (number > max) {
      throw in.error(what + value + " is more than " + max);
    }
    return number;
  }

  /** Takes an attribute that is {@code yes}, {@code no}, {@code on} or {@code off}. */
  public static @Nullable Boolean choice(ElementReader in, String name) {
    String value = in.attribute(name);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "yes", "on" -> true;
      case "no", "off" -> false;
      default ->
          throw in.error(
              "attribute '" + name + "': '" + value + "' is neither yes, no, on nor off");
    };
  }

  /** The text for a choice that libvirt calls yes or no; null for null. */
  public static @Nullable String yesNo(@Nullable Boolean choice) {
    return choice == null ? null : choice ? "yes" : "no";
  }

  /** The text for a choice that libvirt calls on or off; null for null. */
  public static @Nullable String onOff(@Nullable Boolean choice) {
    return choice == null ? null : choice ? "on" : "off";
  }

  /** Decimal digits; null for null. */
  public static @Nullable String text(@Nullable Number number) {
    return number == null ? null : number.toString();
  }

  /** The element's text, which is a uuid: 32 hex digits, with hyphens and blanks anywhere. */
  public static UUID uuid(ElementReader in) {
    long high = 0;
    long low = 0;
    int digits = 0;
    String text = in.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
      if (digit >= 0) {
        high = high << 4 | low >>> 60;
        low = low << 4 | digit;
        digits++;
      } else if (c != '-' && !isBlank(c)) {
        digits = -1;
        break;
      }
    }
    if (digits != UUID_DIGITS) {
      throw in.error("'" + text + "' is not a uuid of 32 hex digits");
    }
    return new UUID(high, low);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }
}
