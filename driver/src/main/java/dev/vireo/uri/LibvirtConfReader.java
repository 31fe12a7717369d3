package dev.vireo.uri;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the syntax of libvirt's configuration files, and complains in libvirt's words: statements
 * {@code name = value}, each on lines of its own or ended by {@code ;}, comments from {@code #} on.
 * A value is a text in {@code "}, {@code '} or {@code """}, without escapes; a number; or a list.
 */
final class LibvirtConfReader {

  private static final int MAX_DEPTH = 100;
  private static final String TRIPLE = "\"\"\"";
  private static final char END = '\0';

  private final Path path;
  private final String text;
  private int position;
  private int line = 1;

  LibvirtConfReader(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  /** The settings; the first of a name counts. */
  Map<String, ConfValue> read() {
    Map<String, ConfValue> settings = new HashMap<>();
    skipBlanksAndLineEnds();
    while (position < text.length()) {
      if (current() == '#') {
        skipComment();
      } else {
        readStatement(settings);
      }
      readSeparator();
    }
    return settings;
  }

  private void readStatement(Map<String, ConfValue> settings) {
    String name = readName();
    skipBlanks();
    if (current() != '=') {
      throw syntaxError("expecting an assignment");
    }
    position++;
    settings.putIfAbsent(name, readValue(0));
    skipBlanks();
    if (current() == '#') {
      skipComment();
    }
  }

  private String readName() {
    int start = position;
    if (!isLetter(current())) {
      throw syntaxError("expecting a name");
    }
    while (isLetter(current()) || isDigit(current()) || current() == '_') {
      position++;
    }
    return text.substring(start, position);
  }

  private void readSeparator() {
    skipBlanks();
    if (current() == ';') {
      position++;
    } else if (position < text.length() && !isLineEnd(current())) {
      throw syntaxError("expecting a separator");
    }
    skipBlanksAndLineEnds();
  }

  private ConfValue readValue(int depth) {
    skipBlanks();
    char c = current();
    if (c == '"' || c == '\'') {
      int at = line;
      return new ConfValue.Text(readText(c), at);
    }
    if (c == '[') {
      return readList(depth);
    }
    if (isDigit(c) || c == '-' || c == '+') {
      return readNumber();
    }
    throw syntaxError("expecting a value");
  }

  private String readText(char quote) {
    if (text.startsWith(TRIPLE, position)) {
      return readTripleQuoted();
    }
    int start = ++position;
    while (position < text.length() && current() != quote && !isLineEnd(current())) {
      position++;
    }
    if (current() != quote) {
      throw syntaxError("unterminated string");
    }
    return text.substring(start, position++);
  }

  private String readTripleQuoted() {
    int start = position + TRIPLE.length();
    int end = text.indexOf(TRIPLE, start);
    if (end < 0) {
      throw syntaxError("unterminated string");
    }
    String value = text.substring(start, end);
    line += (int) value.chars().filter(c -> c == '\n').count();
    position = end + TRIPLE.length();
    return value;
  }

  private ConfValue readNumber() {
    if (!isDigit(current())) {
      position++;
    }
    if (!isDigit(current())) {
      throw syntaxError("unterminated number");
    }
    while (isDigit(current())) {
      position++;
    }
    return new ConfValue.Numeral(line);
  }

  private ConfValue readList(int depth) {
    if (depth == MAX_DEPTH) {
      throw syntaxError("lists are nested too deep");
    }
    int at = line;
    List<ConfValue> items = new ArrayList<>();
    position++;
    skipBlanksAndLineEnds();
    while (position < text.length() && current() != ']') {
      items.add(readValue(depth + 1));
      skipBlanksAndLineEnds();
      if (current() == ',') {
        position++;
        skipBlanksAndLineEnds();
      } else if (position < text.length() && current() != ']') {
        throw syntaxError("expecting a separator in list");
      }
    }
    if (position == text.length()) {
      throw syntaxError("list is not closed with ]");
    }
    position++;
    return new ConfValue.Items(List.copyOf(items), at);
  }

  private void skipComment() {
    while (position < text.length() && !isLineEnd(current())) {
      position++;
    }
  }

  private void skipBlanks() {
    while (current() == ' ' || current() == '\t') {
      position++;
    }
  }

  private void skipBlanksAndLineEnds() {
    while (current() == ' ' || current() == '\t' || isLineEnd(current())) {
      line += current() == '\n' ? 1 : 0;
      position++;
    }
  }

  private char current() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private LibvirtException syntaxError(String what) {
    return LibvirtException.builder(ErrorCode.CONF_SYNTAX, path + ":" + line + ": " + what)
        .domain(ErrorDomain.CONF)
        .build();
  }
}
