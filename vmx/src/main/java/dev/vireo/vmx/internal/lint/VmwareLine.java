package dev.vireo.vmx.internal.lint;

import org.jspecify.annotations.Nullable;

/**
 * A line as VMware's own reader takes it apart, which has a narrower grammar than libvirt's: one
 * entry to a line, values in double quotation marks or without blanks, and nothing but a comment
 * behind them. Source: open-vm-tools, lib/dict/dictll.c.
 *
 * @param value as it stands; null if the line is refused
 * @param isQuoted whether the value is in quotation marks
 */
record VmwareLine(@Nullable String value, boolean isQuoted) {
  private static final VmwareLine REFUSED = new VmwareLine(null, false);
  private static final String TRIPLE = "\"\"\"";

  static VmwareLine of(String line) {
    int equals = skipBlanks(line, keyEnd(line));
    if (equals == line.length() || line.charAt(equals) != '=') {
      return REFUSED;
    }
    int start = skipBlanks(line, equals + 1);
    boolean isQuoted = line.startsWith("\"", start);
    int from = isQuoted ? start + 1 : start;
    int to = isQuoted ? line.indexOf('"', from) : bareEnd(line, from);
    if (to < 0) {
      return REFUSED;
    }
    int rest = skipBlanks(line, isQuoted ? to + 1 : to);
    boolean isFree = rest == line.length() || line.charAt(rest) == '#';
    return isFree ? new VmwareLine(line.substring(from, to), isQuoted) : REFUSED;
  }

  /** Why a line with an entry is refused. */
  static String whyRefused(String line) {
    int equals = line.indexOf('=');
    String value = line.substring(equals + 1).strip();
    if (value.startsWith(TRIPLE)) {
      return "it knows no triple quotation marks";
    }
    if (value.startsWith("'")) {
      return "it knows no single quotation marks, and a value without double ones ends at a blank";
    }
    if (value.startsWith("\"")) {
      return "only a comment with '#' can follow a value";
    }
    return "a value without quotation marks ends at a blank";
  }

  private static int keyEnd(String line) {
    int end = skipBlanks(line, 0);
    while (end < line.length() && " \t#=".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int bareEnd(String line, int from) {
    int end = from;
    while (end < line.length() && " \t#".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && " \t".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
