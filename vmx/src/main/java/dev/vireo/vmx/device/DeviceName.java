package dev.vireo.vmx.device;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a device, which its keys start with: {@code ethernet0} is device 0 of the family
 * {@code ethernet}, {@code scsi0:1} is unit 1 of controller 0 of the family {@code scsi}.
 *
 * @param text the name as it stands, without the dot
 * @param family its letters, in lower case
 * @param number its own, or that of its controller
 * @param unit at its controller; {@link #NO_UNIT} if it is at none
 */
public record DeviceName(String text, String family, int number, int unit) {

  /** The unit of what is at no controller. */
  public static final int NO_UNIT = -1;

  /** More digits than the number of any device has, and as many as fit. */
  public static final int MOST_DIGITS = 9;

  /** The name that a key starts with; null if it starts with none. */
  public static @Nullable DeviceName ofKey(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? null : of(key.substring(0, dot), MOST_DIGITS);
  }

  /**
   * Reads a name.
   *
   * @param text in any case
   * @param digits how many a number has at most, to {@link #MOST_DIGITS}
   * @return null if it is no such name
   */
  public static @Nullable DeviceName of(String text, int digits) {
    int familyEnd = letters(text);
    int numberEnd = number(text, familyEnd, digits);
    if (familyEnd == 0 || numberEnd < 0) {
      return null;
    }
    int unit = NO_UNIT;
    if (numberEnd < text.length()) {
      int unitEnd = text.charAt(numberEnd) == ':' ? number(text, numberEnd + 1, digits) : -1;
      if (unitEnd != text.length()) {
        return null;
      }
      unit = Integer.parseInt(text, numberEnd + 1, unitEnd, 10);
    }
    int number = Integer.parseInt(text, familyEnd, numberEnd, 10);
    return new DeviceName(
        text, text.substring(0, familyEnd).toLowerCase(Locale.ROOT), number, unit);
  }

  private static int letters(String text) {
    int end = 0;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Where a number ends; -1 if there is none, or one of too many digits. */
  private static int number(String text, int from, int digits) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == from || end - from > digits ? -1 : end;
  }

  /** Whether it is at a unit of a controller. */
  public boolean hasUnit() {
    return unit != NO_UNIT;
  }

  /** The kind of its family, if that has devices of such names; null if not. */
  public @Nullable DeviceKind kind() {
    DeviceKind kind = DeviceKind.ofFamily(family);
    return kind != null && kind.isNamed(this) ? kind : null;
  }
}
