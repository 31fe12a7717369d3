package dev.vireo.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as virsh prints it: a blank before each cell, two after each but the last one, columns as
 * wide as their widest cell on a terminal, dashes below the headings.
 */
public final class TextTable {
  private static final int GAP = 3;
  private static final String HEX = "0123456789abcdef";

  private final String[] headings;
  private final List<String[]> rows = new ArrayList<>();

  public TextTable(String... headings) {
    this.headings = headings;
  }

  /** Adds a row with one cell for each heading. */
  public void row(String... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = printable(cells[i]);
    }
    rows.add(row);
  }

  /**
   * The table, each row with its line end.
   *
   * @param withHeadings whether headings and dashes come first; without them they do not widen the
   *     columns either
   */
  public String toString(boolean withHeadings) {
    int[] widths = new int[headings.length];
    if (withHeadings) {
      widen(widths, headings);
    }
    for (int i = 0; i < rows.size(); i++) {
      widen(widths, rows.get(i));
    }
    StringBuilder text = new StringBuilder();
    if (withHeadings) {
      write(text, headings, widths);
      for (int width : widths) {
        repeat(text, '-', width + GAP);
      }
      text.append('\n');
    }
    for (int i = 0; i < rows.size(); i++) {
      write(text, rows.get(i), widths);
    }
    return text.toString();
  }

  private static void widen(int[] widths, String[] cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(cells[i]));
    }
  }

  private static void write(StringBuilder text, String[] cells, int[] widths) {
    for (int i = 0; i < cells.length; i++) {
      text.append(' ').append(cells[i]);
      if (i < cells.length - 1) {
        repeat(text, ' ', widths[i] - width(cells[i]) + GAP - 1);
      }
    }
    text.append('\n');
  }

  private static void repeat(StringBuilder text, char c, int times) {
    for (int i = 0; i < times; i++) {
      text.append(c);
    }
  }

  private static int width(String cell) {
    return isPlain(cell) ? cell.length() : TerminalWidth.of(cell);
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) < ' ' || cell.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Writes what a terminal would act upon as the bytes that it is: {@code \x09}. */
  private static String printable(String cell) {
    if (isPlain(cell)) {
      return cell;
    }
    StringBuilder text = new StringBuilder();
    cell.codePoints()
        .forEach(c -> {
          if (TerminalWidth.isPrintable(c)) {
            text.appendCodePoint(c);
          } else {
            escape(text, c);
          }
        });
    return text.toString();
  }

  private static void escape(StringBuilder text, int codePoint) {
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      text.append("\\x").append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
    }
  }
}
