package dev.vireo.cli;

import dev.vireo.HostRequest;
import dev.vireo.cli.terminal.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The lines of a trace, with their figures one below the other. */
final class TraceTable {
  private static final int BYTES_PER_KIB = 1024;
  private static final int TENTHS = 10;
  private static final int GAP = 2;

  private final List<String[]> rows = new ArrayList<>();

  /**
   * Adds a line that sums up some requests.
   *
   * @param branches the lines of the tree to the left of the name
   * @param named whether to name the unit of the count
   */
  void add(String branches, String name, List<HostRequest> exchanges, boolean named) {
    long out = 0;
    long in = 0;
    long nanos = 0;
    for (HostRequest exchange : exchanges) {
      out += exchange.bytesOut();
      in += exchange.bytesIn();
      nanos += exchange.duration().toNanos();
    }
    int count = exchanges.size();
    String unit = !named ? "" : count == 1 ? " request " : " requests";
    rows.add(
        new String[] {
          branches + VisibleText.line(name),
          count + unit,
          size(out) + " out",
          size(in) + " in",
          CommandRunner.milliseconds(nanos) + " ms"
        });
  }

  private static String size(long bytes) {
    if (bytes < BYTES_PER_KIB) {
      return bytes + " B";
    }
    long tenths = bytes * TENTHS / BYTES_PER_KIB;
    return tenths / TENTHS + "." + tenths % TENTHS + " KiB";
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], VisibleText.columns(row[i]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(row[0]).append(" ".repeat(widths[0] - VisibleText.columns(row[0])));
      for (int i = 1; i < row.length; i++) {
        boolean unit = i == 1 && row[i].indexOf(' ') < 0;
        int before = widths[i] - VisibleText.columns(row[i]) - (unit ? " requests".length() : 0);
        text.append(" ".repeat(GAP + Math.max(0, before))).append(row[i]);
        text.append(unit ? " ".repeat(" requests".length()) : "");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
