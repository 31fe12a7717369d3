package dev.vireo.cli.help;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line that is still being typed where {@link dev.vireo.cli.grammar.StringWords} would
 * split it, but leaves quotes and backslashes in the words, and takes a quote that is still open.
 */
public final class TypedWords {
  private TypedWords() {}

  /**
   * The words of the last command.
   *
   * @param line what has been typed up to the cursor
   * @return at least one word; the last is the one being typed, empty after a blank
   */
  public static String[] of(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++; // the next character has no meaning
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ' ' || c == '\t' || c == ';') {
        if (i > start) {
          words.add(line.substring(start, i));
        }
        if (c == ';') {
          words.clear();
        }
        start = i + 1;
      }
    }
    words.add(line.substring(start));
    return words.toArray(String[]::new);
  }
}
