package dev.vireo.cli.shell;

import dev.vireo.cli.help.TypedWords;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells jline where the word begins that is being typed. Quotes and backslashes belong to the
 * grammar of the commands: jline neither reads nor adds any.
 */
final class CommandLineParser implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return new Typed(line, cursor, List.of(TypedWords.of(line.substring(0, cursor))));
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** A line up to the cursor; the word at the cursor is the last one. */
  private record Typed(String line, int cursor, List<String> words)
      implements CompletingParsedLine {

    @Override
    public String word() {
      return words.get(wordIndex());
    }

    @Override
    public int wordIndex() {
      return words.size() - 1;
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int rawWordCursor() {
      return word().length();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }
  }
}
