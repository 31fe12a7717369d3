package dev.vireo;

import java.util.Optional;
import java.util.UUID;

/** The text form of uuids. */
final class UuidText {

  private UuidText() {}

  /** Reads 32 hex digits, ignoring hyphens and blanks between them; nothing for any other text. */
  static Optional<UUID> parse(String text) {
    String digits = text.replaceAll("[-\\s]", "");
    if (!digits.matches("[0-9a-fA-F]{32}")) {
      return Optional.empty();
    }
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16)));
  }
}
