package dev.vireo.internal;

import java.util.Optional;
import java.util.UUID;

/** The text form of uuids, as users and hosts write them. */
public final class UuidText {

  /** The uuid that stands for none. */
  public static final UUID ZERO = new UUID(0, 0);

  private UuidText() {}

  /** Reads 32 hex digits, ignoring hyphens and blanks between them; nothing for any other text. */
  public static Optional<UUID> parse(String text) {
    String digits = text.replaceAll("[-\\s]", "");
    if (!digits.matches("[0-9a-fA-F]{32}")) {
      return Optional.empty();
    }
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16)));
  }

  /**
   * Whether a uuid may identify something: hardware without one often has all bytes equal, and
   * libvirt takes no such uuid for valid.
   */
  public static boolean identifies(UUID uuid) {
    return !uuid.toString().replace("-", "").matches("(..)\\1{15}");
  }
}
