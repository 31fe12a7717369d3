package dev.vireo.cli.help;

import java.util.List;

/** Fills words into lines, with a margin to the left. */
final class TextLayout {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /**
   * @param columns how long lines may be; a single word may be longer
   */
  TextLayout(int columns) {
    this.columns = columns;
  }

  /** Adds text as it is. */
  TextLayout raw(String raw) {
    text.append(raw);
    return this;
  }

  /**
   * Adds a paragraph.
   *
   * @param margin blanks before each line
   * @param hanging more blanks before each line but the first
   * @param words what must stay together
   */
  TextLayout fill(int margin, int hanging, List<String> words) {
    text.append(" ".repeat(margin));
    continueAt(margin, margin + hanging, words);
    return this;
  }

  /**
   * Adds a term and what explains it, which begins at a column of its own: behind the term, or
   * below where that is too long.
   *
   * @param margin blanks before the term
   * @param column where the explanation begins
   */
  TextLayout entry(int margin, String term, int column, String explanation) {
    text.append(" ".repeat(margin)).append(term);
    int used = margin + term.length();
    if (used + 2 > column) {
      text.append('\n');
      used = 0;
    }
    text.append(" ".repeat(column - used));
    continueAt(column, column, words(explanation));
    return this;
  }

  /** Adds lines as they are. */
  TextLayout lines(int margin, String lines) {
    for (String line : lines.split("\n", -1)) {
      text.append(line.isEmpty() ? "" : " ".repeat(margin)).append(line).append('\n');
    }
    return this;
  }

  /** The words of a text. */
  static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private void continueAt(int start, int margin, List<String> words) {
    int column = start;
    boolean first = true;
    for (String word : words) {
      if (!first && column + 1 + word.length() > columns) {
        text.append('\n').append(" ".repeat(margin)).append(word);
        column = margin + word.length();
      } else {
        text.append(first ? "" : " ").append(word);
        column += word.length() + (first ? 0 : 1);
      }
      first = false;
    }
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
