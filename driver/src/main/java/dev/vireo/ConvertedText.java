package dev.vireo;

import java.util.List;
import java.util.Objects;

/**
 * A document in another format.
 *
 * @param text the document
 * @param warnings what it does not say as the original does, each as one line: {@code line 12:
 *     ethernet0.virtualDev: ...}
 */
public record ConvertedText(String text, List<String> warnings) {
  public ConvertedText {
    Objects.requireNonNull(text);
    warnings = List.copyOf(warnings);
  }

  /** How long the text is; it may hold a password. */
  @Override
  public String toString() {
    return "ConvertedText[" + text.length() + " characters, warnings=" + warnings + "]";
  }
}
