package dev.vireo.vmx;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the entries of a file in one pass over its bytes. That works in any charset in which ASCII
 * is written as itself and no other character holds a quotation mark, a blank or a line end; {@link
 * VmxCharsets} lets no other pass.
 */
final class VmxScanner {
  private static final int TRIPLE = 3;
  private static final int MOST_PROBLEMS = 100;

  private final byte[] bytes;
  private final Spans spans = new Spans();
  private final List<VmxSyntaxException> problems = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  VmxScanner(byte[] bytes) {
    this.bytes = bytes;
    at = ByteOrderMark.length(bytes);
    lineStart = at;
  }

  Spans scan() {
    skipBlanksAndLineEnds();
    while (at < bytes.length) {
      if (bytes[at] == '#') {
        skipComment();
      } else {
        entry();
        separator();
      }
      skipBlanksAndLineEnds();
    }
    return spans;
  }

  /** Scans on behind what is wrong, from the end of that line: see {@link #problems}. */
  Spans scanOn() {
    while (at < bytes.length) {
      try {
        scan();
      } catch (VmxSyntaxException e) {
        problems.add(e);
        if (problems.size() == MOST_PROBLEMS) {
          problems.add(new VmxSyntaxException(line, 1, "what follows was not read"));
          at = bytes.length;
        }
        skipLine();
      }
    }
    return spans;
  }

  /** What {@link #scanOn} found wrong; it gives up after the first hundred. */
  List<VmxSyntaxException> problems() {
    return problems;
  }

  private void skipLine() {
    while (at < bytes.length && !isLineEnd(bytes[at])) {
      at++;
    }
  }

  private void entry() {
    int keyLine = line;
    int keyStart = at;
    while (at < bytes.length && VmxKeys.isPart(bytes[at])) {
      at++;
    }
    int keyEnd = at;
    if (keyEnd == keyStart) {
      throw error(at, "a key was expected, but there is " + shown(at));
    }
    skipBlanks();
    if (at == bytes.length || bytes[at] != '=') {
      throw error(at, "'=' was expected after the key, but there is " + shown(at));
    }
    at++;
    skipBlanks();
    int quote = quoteLength();
    int valueStart = at + quote;
    int valueEnd = quote == 0 ? bareEnd() : quote == 1 ? quotedEnd() : tripleEnd();
    at = valueEnd + quote;
    spans.add(keyStart, keyEnd, valueStart, valueEnd, quote, keyLine);
  }

  private int quoteLength() {
    if (at == bytes.length || (bytes[at] != '"' && bytes[at] != '\'')) {
      return 0;
    }
    return isTriple(at) ? TRIPLE : 1;
  }

  private boolean isTriple(int offset) {
    return offset + TRIPLE <= bytes.length
        && bytes[offset] == '"'
        && bytes[offset + 1] == '"'
        && bytes[offset + 2] == '"';
  }

  /** A value without quotes goes on to a comment or the end of the line. */
  private int bareEnd() {
    int end = at;
    for (int i = at; i < bytes.length && bytes[i] != '#' && !isLineEnd(bytes[i]); i++) {
      if (bytes[i] == '"') {
        throw error(i, "a value that starts without a quotation mark cannot contain one");
      }
      checkNotNul(i);
      if (!isBlank(bytes[i])) {
        end = i + 1;
      }
    }
    return end;
  }

  private int quotedEnd() {
    byte quote = bytes[at];
    for (int i = at + 1; i < bytes.length && !isLineEnd(bytes[i]); i++) {
      if (bytes[i] == quote) {
        return i;
      }
      checkNotNul(i);
    }
    throw error(at, "the closing quotation mark is missing on this line");
  }

  private int tripleEnd() {
    int start = at;
    int startLine = line;
    int startOfStartLine = lineStart;
    for (int i = at + TRIPLE; i < bytes.length; i++) {
      if (isTriple(i)) {
        return i;
      }
      if (bytes[i] == 0) {
        at = i; // The place goes with the line, for scanOn.
      }
      checkNotNul(i);
      countLineEnd(i);
    }
    line = startLine;
    lineStart = startOfStartLine;
    throw error(start, "the closing triple quotation mark is missing");
  }

  private void separator() {
    skipBlanks();
    if (at == bytes.length || bytes[at] == '#' || isLineEnd(bytes[at])) {
      return;
    }
    if (bytes[at] != ';') {
      throw error(
          at,
          "the end of the line, ';' or '#' was expected after the value, but there is "
              + shown(at));
    }
    at++;
  }

  private void skipComment() {
    while (at < bytes.length && !isLineEnd(bytes[at])) {
      checkNotNul(at);
      at++;
    }
  }

  private void skipBlanks() {
    while (at < bytes.length && isBlank(bytes[at])) {
      at++;
    }
  }

  private void skipBlanksAndLineEnds() {
    while (at < bytes.length && (isBlank(bytes[at]) || isLineEnd(bytes[at]))) {
      countLineEnd(at);
      at++;
    }
  }

  private void countLineEnd(int offset) {
    boolean pairGoesOn =
        bytes[offset] == '\r' && offset + 1 < bytes.length && bytes[offset + 1] == '\n';
    if (isLineEnd(bytes[offset]) && !pairGoesOn) {
      line++;
      lineStart = offset + 1;
    }
  }

  private void checkNotNul(int offset) {
    if (bytes[offset] == 0) {
      throw error(offset, "there is a NUL byte, which no configuration file contains");
    }
  }

  private String shown(int offset) {
    if (offset >= bytes.length) {
      return "the end of the file";
    }
    byte b = bytes[offset];
    if (isLineEnd(b)) {
      return "the end of the line";
    }
    return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : String.format("the byte 0x%02X", b & 0xff);
  }

  private VmxSyntaxException error(int offset, String problem) {
    return new VmxSyntaxException(line, offset - lineStart + 1, problem);
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
