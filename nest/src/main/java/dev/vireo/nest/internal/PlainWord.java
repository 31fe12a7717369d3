package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import org.jspecify.annotations.Nullable;

/** Names that become part of the domain's XML, which has no control characters, and of messages. */
public final class PlainWord {
  private PlainWord() {}

  public static void require(String what, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.isBlank()) {
      throw new NestException("the %s needs a name".formatted(what));
    }
    if (hasControls(text)) {
      throw new NestException("the name of the %s must have no control characters".formatted(what));
    }
  }

  static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
