package dev.vireo.vmx.internal.convert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** VMX's text of a uuid: {@code 50 11 5e 16 9b dc 49 d7-f1 71 53 c4 d7 f9 17 10}. */
public final class UuidText {

  private static final int HALF = 16;

  private UuidText() {}

  /** Reads 32 hexadecimal digits with blanks and dashes anywhere; null if it is anything else. */
  public static @Nullable UUID parse(String text) {
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-') {
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0 || digits == 2 * HALF) {
        return null;
      }
      if (digits < HALF) {
        high = high << 4 | digit;
      } else {
        low = low << 4 | digit;
      }
      digits++;
    }
    return digits == 2 * HALF ? new UUID(high, low) : null;
  }

  public static String format(UUID uuid) {
    StringBuilder text = new StringBuilder(47);
    appendBytes(text, uuid.getMostSignificantBits());
    text.append('-');
    appendBytes(text, uuid.getLeastSignificantBits());
    return text.toString();
  }

  private static void appendBytes(StringBuilder text, long bits) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      int value = (int) (bits >>> shift) & 0xff;
      text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xf, 16));
      if (shift > 0) {
        text.append(' ');
      }
    }
  }
}
