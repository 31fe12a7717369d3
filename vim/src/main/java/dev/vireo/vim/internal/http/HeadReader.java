package dev.vireo.vim.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads status line and headers, within bounds that no server of good will comes near.
 *
 * <p>Source: RFC 9112. Lines may end without CR, a value may go on in the next line, and what
 * follows the status is not looked at; all else that is not in the grammar is refused.
 */
public final class HeadReader {

  /** No line is longer, in bytes. */
  static final int MAX_LINE = 64 * 1024;

  /** So many lines at most. */
  static final int MAX_LINES = 512;

  /** All lines together, in bytes. */
  static final int MAX_TOTAL = 256 * 1024;

  /** So many answers that are not the last may come before it. */
  static final int MAX_INTERIM = 8;

  private static final String START = "HTTP/1.";
  private static final int STATUS_AT = START.length() + 2;
  private static final int STATUS_END = STATUS_AT + 3;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int LAST_STATUS = 599;

  private final WireInput in;
  private int lines;
  private int total;

  private HeadReader(WireInput in) {
    this.in = in;
  }

  /**
   * Reads the head of the next answer that is a final one.
   *
   * @throws NotHttpException when something else comes
   * @throws EOFException when the connection ends within it
   * @throws SocketException when the connection ends before it
   */
  public static ResponseHead read(WireInput in) throws IOException {
    for (int i = 0; i <= MAX_INTERIM; i++) {
      ResponseHead head = readNext(in);
      if (head.isFinal()) {
        return head;
      }
    }
    throw new NotHttpException("more than " + MAX_INTERIM + " interim answers come before it");
  }

  /**
   * Reads the next head, also one that others follow.
   *
   * @throws IOException as {@link #read} does
   */
  public static ResponseHead readNext(WireInput in) throws IOException {
    if (in.peek() < 0) {
      throw new SocketException("Unexpected end of file from server");
    }
    ResponseHead head = new HeadReader(in).readOne();
    if (head.status() == SWITCHING_PROTOCOLS) {
      throw new NotHttpException("it goes on in another protocol");
    }
    return head;
  }

  private ResponseHead readOne() throws IOException {
    checkStart();
    String line = readLine();
    int status = status(line);
    Map<String, String> fields = new HashMap<>();
    List<String> cookies = new ArrayList<>();
    for (String[] field : readFields()) {
      if (field[0].equals("set-cookie")) {
        cookies.add(field[1]);
      } else {
        fields.merge(field[0], field[1], (before, more) -> before + ", " + more);
      }
    }
    return new ResponseHead(status, line.charAt(START.length()) != '0', fields, cookies);
  }

  /** Refuses another protocol at its first byte that differs: there may be no line. */
  private void checkStart() throws IOException {
    int first = in.peek();
    if (first >= 0 && first != START.charAt(0)) {
      throw new NotHttpException("it does not begin with " + START);
    }
  }

  private static int status(String line) throws NotHttpException {
    boolean formed =
        line.startsWith(START)
            && line.length() >= STATUS_END
            && isDigit(line.charAt(START.length()))
            && line.charAt(STATUS_AT - 1) == ' '
            && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
    int status = 0;
    for (int i = STATUS_AT; formed && i < STATUS_END; i++) {
      formed = isDigit(line.charAt(i));
      status = status * 10 + line.charAt(i) - '0';
    }
    if (!formed || status < 100 || status > LAST_STATUS) {
      throw new NotHttpException("its first line is no status line");
    }
    return status;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads the fields that follow a body in chunks, which nobody needs, to their end. */
  static void skipTrailers(WireInput in) throws IOException {
    new HeadReader(in).readFields();
  }

  /** Pairs of lower-case name and value. */
  private List<String[]> readFields() throws IOException {
    List<String[]> fields = new ArrayList<>();
    String @Nullable [] last = null;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        if (last == null) {
          throw new NotHttpException("its headers begin within a header");
        }
        last[1] = (last[1] + ' ' + value(line, 0)).strip();
      } else {
        last = field(line);
        fields.add(last);
      }
    }
    return fields;
  }

  private static String[] field(String line) throws NotHttpException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new NotHttpException("a header has no name");
    }
    String name = line.substring(0, colon).stripTrailing();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) >= 0x7F) {
        throw new NotHttpException("the name of a header has a character that no name has");
      }
    }
    return new String[] {name.toLowerCase(Locale.ROOT), value(line, colon + 1)};
  }

  /** What could be taken for the end of a line by others becomes a blank, as RFC 9110 5.5 says. */
  private static String value(String line, int start) {
    return line.substring(start).replace('\r', ' ').replace('\0', ' ').strip();
  }

  private String readLine() throws IOException {
    String line = in.readLine(Math.min(MAX_LINE, MAX_TOTAL - total));
    total += line.length();
    lines++;
    if (lines > MAX_LINES) {
      throw new NotHttpException("it has more than " + MAX_LINES + " headers");
    }
    return line;
  }
}
