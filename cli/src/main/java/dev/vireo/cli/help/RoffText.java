package dev.vireo.cli.help;

import java.util.ArrayList;
import java.util.List;

/**
 * A manual page as text, where no other program is there to format it. Knows the requests and
 * escapes that {@link ManPage} writes, and no others. Bold and underlined characters are
 * overstruck, as terminals, pagers and the formatters of old have it.
 */
public final class RoffText {
  private static final int INDENT = 7;
  private static final int HEADING_INDENT = 3;

  /** A char of a styled text that switches to a style; the following are in it. */
  private static final char ROMAN = '\u0001';

  private static final char BOLD = '\u0002';
  private static final char ITALIC = '\u0003';

  private final int columns;
  private final StringBuilder page = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private int base = INDENT;
  private int indent = INDENT;
  private int start = -1;
  private int headingEnd = -1;
  private boolean filled = true;
  private boolean tagNext;
  private char style = ROMAN;

  private RoffText(int columns) {
    this.columns = columns;
  }

  /**
   * Formats a page.
   *
   * @param columns how long lines may be
   */
  public static String of(String roff, int columns) {
    RoffText text = new RoffText(columns);
    roff.lines().forEach(text::line);
    text.flush();
    return text.page.toString();
  }

  private void line(String line) {
    if (!line.startsWith(".")) {
      text(unescaped(line));
      return;
    }
    int blank = line.indexOf(' ');
    String request = blank < 0 ? line.substring(1) : line.substring(1, blank);
    List<String> arguments = blank < 0 ? List.of() : arguments(line.substring(blank + 1));
    switch (request) {
      case "TH" -> {}
      case "SH" -> heading(0, arguments);
      case "SS" -> heading(HEADING_INDENT, arguments);
      case "TP" -> {
        paragraph();
        tagNext = true;
      }
      case "PP" -> paragraph();
      case "sp" -> {
        flush();
        blankLine();
      }
      case "br" -> flush();
      case "nf", "fi" -> {
        flush();
        filled = request.equals("fi");
      }
      case "RS" -> shift(INDENT);
      case "RE" -> shift(-INDENT);
      case "B" -> text(BOLD + String.join(" ", arguments) + ROMAN);
      case "I" -> text(ITALIC + String.join(" ", arguments) + ROMAN);
      case "BR" -> text(alternating(arguments));
      default -> throw new IllegalArgumentException("an unknown request: " + line);
    }
  }

  private static String alternating(List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      text.append(i % 2 == 0 ? BOLD : ROMAN).append(arguments.get(i));
    }
    return text.append(ROMAN).toString();
  }

  /** Words, of which quotes may hold several together. */
  private static List<String> arguments(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        arguments.add(unescaped(argument.toString()));
        argument.setLength(0);
      } else {
        argument.append(c);
      }
    }
    return arguments;
  }

  private static String unescaped(String line) {
    return line.replace("\\fB", String.valueOf(BOLD))
        .replace("\\fI", String.valueOf(ITALIC))
        .replace("\\fR", String.valueOf(ROMAN))
        .replace("\\-", "-")
        .replace("\\(aq", "'")
        .replace("\\&", "")
        .replace("\\e", "\\");
  }

  private void heading(int margin, List<String> arguments) {
    flush();
    blankLine();
    base = INDENT;
    indent = margin;
    print(margin, BOLD + String.join(" ", arguments) + ROMAN);
    indent = INDENT;
    headingEnd = page.length();
  }

  private void paragraph() {
    flush();
    blankLine();
    indent = base;
  }

  private void shift(int by) {
    flush();
    base += by;
    indent = base;
  }

  private void text(String text) {
    if (tagNext) {
      tagNext = false;
      tag(text);
    } else if (filled) {
      words.addAll(List.of(text.strip().split(" +")));
    } else {
      print(indent, text);
    }
  }

  /** What a paragraph explains stands to its left, or above where it is too long for that. */
  private void tag(String text) {
    if (width(text) < INDENT) {
      start = indent;
      words.add(text + " ".repeat(INDENT - 1 - width(text)));
    } else {
      start = indent;
      words.addAll(List.of(text.split(" ")));
      flush();
    }
    indent = base + INDENT;
  }

  private void flush() {
    StringBuilder line = new StringBuilder();
    int margin = start < 0 ? indent : start;
    int hanging = start < 0 || filled ? indent : start;
    for (String word : words) {
      boolean fits = margin + width(line.toString()) + 1 + width(word) <= columns;
      if (!line.isEmpty() && !fits) {
        print(margin, line.toString());
        line.setLength(0);
        margin = hanging;
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      print(margin, line.toString());
    }
    words.clear();
    start = -1;
  }

  private static int width(String text) {
    return (int) text.chars().filter(c -> c > ITALIC).count();
  }

  private void blankLine() {
    int length = page.length();
    boolean there = length < 2 || page.substring(length - 2).equals("\n\n");
    page.append(there || length == headingEnd ? "" : "\n");
  }

  private void print(int margin, String text) {
    page.append(" ".repeat(margin));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ITALIC) {
        style = c;
      } else if (c == ' ' || style == ROMAN) {
        page.append(c);
      } else {
        page.append(style == BOLD ? c : '_').append('\b').append(c);
      }
    }
    page.append('\n');
  }
}
