package dev.vireo.interop.vmx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of a VMX file that a converter wrote, in order. libvirt writes line ends and quotes
 * in some values as they are, which no VMX parser takes; so a value here ends at the last quote
 * before the line that begins the next entry.
 *
 * @param entries the entries
 */
record VmxLines(List<Entry> entries) {
  private static final Pattern START = Pattern.compile("(?m)^([A-Za-z.][\\w:.-]*) = \"");

  /** Copies. */
  VmxLines {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param key the key, as written
   * @param value the value, with its escapes
   */
  record Entry(String key, String value) {
    @Override
    public String toString() {
      return key + " = \"" + value + "\"";
    }
  }

  /**
   * Reads the text that a converter wrote.
   *
   * @param text the whole file
   * @return its entries
   * @throws IllegalArgumentException if something in it is no entry
   */
  static VmxLines of(String text) {
    List<Entry> entries = new ArrayList<>();
    Matcher start = START.matcher(text);
    boolean more = start.find();
    if (!text.substring(0, more ? start.start() : text.length()).isBlank()) {
      throw new IllegalArgumentException("does not begin with an entry: " + text);
    }
    while (more) {
      String key = start.group(1);
      int from = start.end();
      more = start.find();
      String rest = text.substring(from, more ? start.start() : text.length());
      int quote = rest.lastIndexOf('"');
      if (quote < 0 || !rest.substring(quote + 1).isBlank()) {
        throw new IllegalArgumentException("the value of " + key + " has no end: " + rest);
      }
      entries.add(new Entry(key, rest.substring(0, quote)));
    }
    return new VmxLines(entries);
  }

  /** The entries in order, one per line. */
  String ordered() {
    return lines(entries.stream().map(Entry::toString).toList());
  }

  /** The entries in alphabetic order, one per line: the same for all orders of writing. */
  String sorted() {
    return lines(entries.stream().map(Entry::toString).sorted().toList());
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
