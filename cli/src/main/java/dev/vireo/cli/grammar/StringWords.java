package dev.vireo.cli.grammar;

import org.jspecify.annotations.Nullable;

/**
 * Splits one string into words and commands as virsh does: blanks separate words, semicolons and
 * line ends separate commands, {@code #} at the start of a word begins a comment, {@code \} takes
 * the meaning from the next character, {@code '...'} is literal and {@code "..."} knows only {@code
 * \}. As in virsh an open {@code '} reaches to the end of the string.
 */
public final class StringWords implements Words {
  private final String line;
  private int position;

  /**
   * @param line one or more commands
   */
  public StringWords(String line) {
    this.line = line;
  }

  @Override
  public boolean atEnd() {
    return position >= line.length();
  }

  @Override
  public boolean separates(String surplusWord) {
    return false;
  }

  @Override
  public @Nullable String next() {
    skipBlanks();
    if (atEnd()) {
      return null;
    }
    char first = line.charAt(position);
    if (first == '#') {
      skipComment();
    }
    if (atEnd()) {
      return null;
    }
    if (endsCommand(line.charAt(position))) {
      position++;
      return null;
    }
    return word();
  }

  private void skipBlanks() {
    while (!atEnd()) {
      char c = line.charAt(position);
      boolean continuedLine = c == '\\' && position + 1 < line.length() && charIs(1, '\n');
      if (continuedLine) {
        position += 2;
      } else if (c == ' ' || c == '\t') {
        position++;
      } else {
        return;
      }
    }
  }

  private boolean charIs(int offset, char expected) {
    return line.charAt(position + offset) == expected;
  }

  private void skipComment() {
    while (!atEnd() && line.charAt(position) != '\n') {
      position++;
    }
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    while (!atEnd()) {
      char c = line.charAt(position);
      if (!quoted && (c == ' ' || c == '\t' || endsCommand(c))) {
        return word.toString();
      }
      position++;
      if (c == '\'' && !quoted) {
        literal(word);
      } else if (c == '\\') {
        escaped(word);
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        word.append(c);
      }
    }
    if (quoted) {
      throw new SyntaxException("missing \"");
    }
    return word.toString();
  }

  private void literal(StringBuilder word) {
    while (!atEnd()) {
      char c = line.charAt(position++);
      if (c == '\'') {
        return;
      }
      word.append(c);
    }
  }

  private void escaped(StringBuilder word) {
    if (atEnd()) {
      throw new SyntaxException("dangling \\");
    }
    char c = line.charAt(position++);
    if (c != '\n') { // a line that goes on
      word.append(c);
    }
  }

  private static boolean endsCommand(char c) {
    return c == ';' || c == '\n';
  }
}
