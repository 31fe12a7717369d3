package dev.vireo.cli;

import dev.vireo.cli.terminal.TerminalWidth;
import dev.vireo.cli.terminal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A table as virsh prints it: a blank before each cell, two after each but the last one, columns as
 * wide as their widest cell on a terminal, dashes below the headings.
 */
public final class TextTable {
  private static final int GAP = 3;

  private final String[] headings;
  private final List<String[]> rows = new ArrayList<>();

  public TextTable(String... headings) {
    this.headings = headings;
  }

  /** Adds a row with one cell for each heading. */
  public void row(String... cells) {
    rows.add(cells.clone());
  }

  /**
   * The table as virsh prints it, each row with its line end.
   *
   * @param withHeadings whether headings and dashes come first; without them they do not widen the
   *     columns either
   */
  public String toString(boolean withHeadings) {
    return toString(withHeadings, TerminalWidth::isPrintable);
  }

  /** The table for a terminal: virsh lets through what turns the direction of writing. */
  String toTerminal(boolean withHeadings) {
    return toString(withHeadings, c -> TerminalWidth.isPrintable(c) && !VisibleText.isOrder(c));
  }

  private String toString(boolean withHeadings, IntPredicate printable) {
    List<String[]> rows = new ArrayList<>(this.rows.size());
    for (int i = 0; i < this.rows.size(); i++) {
      rows.add(printable(this.rows.get(i), printable));
    }
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
      widths[i] = Math.max(widths[i], VisibleText.columns(cells[i]));
    }
  }

  private static void write(StringBuilder text, String[] cells, int[] widths) {
    for (int i = 0; i < cells.length; i++) {
      text.append(' ').append(cells[i]);
      if (i < cells.length - 1) {
        repeat(text, ' ', widths[i] - VisibleText.columns(cells[i]) + GAP - 1);
      }
    }
    text.append('\n');
  }

  private static void repeat(StringBuilder text, char c, int times) {
    for (int i = 0; i < times; i++) {
      text.append(c);
    }
  }

  private static String[] printable(String[] cells, IntPredicate printable) {
    String[] row = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = printable(cells[i], printable);
    }
    return row;
  }

  /** Writes what a terminal would act upon as the bytes that it is: {@code \x09}. */
  private static String printable(String cell, IntPredicate printable) {
    if (VisibleText.isPlain(cell)) {
      return cell;
    }
    StringBuilder text = new StringBuilder();
    cell.codePoints()
        .forEach(c -> {
          if (printable.test(c)) {
            text.appendCodePoint(c);
          } else {
            VisibleText.escape(text, c);
          }
        });
    return text.toString();
  }
}
