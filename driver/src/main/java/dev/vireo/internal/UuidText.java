package dev.vireo.internal;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The text form of uuids, as users and hosts write them. */
public final class UuidText {

  /** The uuid that stands for none. */
  public static final UUID ZERO = new UUID(0, 0);

  private static final int DIGITS = 32;
  private static final int BITS_PER_DIGIT = 4;
  private static final long EACH_BYTE = 0x0101010101010101L;

  private UuidText() {}

  /** Reads 32 hex digits, ignoring hyphens and blanks between them; nothing for any other text. */
  public static Optional<UUID> parse(String text) {
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (HexFormat.isHexDigit(c) && digits < DIGITS) {
        high = (high << BITS_PER_DIGIT) | (low >>> (Long.SIZE - BITS_PER_DIGIT));
        low = (low << BITS_PER_DIGIT) | HexFormat.fromHexDigit(c);
        digits++;
      } else if (c != '-' && c > ' ') {
        return Optional.empty();
      }
    }
    return digits == DIGITS ? Optional.of(new UUID(high, low)) : Optional.empty();
  }

  /**
   * Whether a uuid may identify something: hardware without one often has all bytes equal, and
   * libvirt takes no such uuid for valid.
   */
  public static boolean identifies(UUID uuid) {
    long repeated = (uuid.getLeastSignificantBits() & 0xff) * EACH_BYTE;
    return uuid.getMostSignificantBits() != repeated || uuid.getLeastSignificantBits() != repeated;
  }
}
