package dev.vireo.auth;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key file syntax of {@code auth.conf} without ever putting a value into a String: lines
 * {@code [group]}, {@code key=value}, and comments that start with {@code #} or {@code ;}.
 */
final class AuthFileReader {

  private final Path path;
  private final CharBuffer text;
  private final Map<String, Map<String, char[]>> groups;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private @Nullable Map<String, char[]> group;
  private String groupName = "";
  private int line;

  /**
   * @param groups receives what is read, even when it comes to an error
   */
  AuthFileReader(Path path, CharBuffer text, Map<String, Map<String, char[]>> groups) {
    this.path = path;
    this.text = text;
    this.groups = groups;
  }

  void read() {
    int position = 0;
    while (position < text.length()) {
      int end = position;
      while (end < text.length() && text.charAt(end) != '\n') {
        end++;
      }
      line++;
      readLine(position, end);
      position = end + 1;
    }
  }

  private void readLine(int from, int to) {
    int start = skipBlanks(from, to);
    int end = trimBlanks(start, to);
    if (start == end || text.charAt(start) == '#' || text.charAt(start) == ';') {
      return;
    }
    if (text.charAt(start) == '[') {
      if (text.charAt(end - 1) != ']') {
        throw syntaxError("the name of a group must end with ']'");
      }
      groupName = string(start + 1, end - 1);
      group = groups.computeIfAbsent(groupName, name -> new LinkedHashMap<>());
      lines.putIfAbsent(groupName, line);
      return;
    }
    readItem(start, end);
  }

  private void readItem(int start, int end) {
    int equals = start;
    while (equals < end && text.charAt(equals) != '=') {
      equals++;
    }
    if (equals == end) {
      throw syntaxError("expecting '[group]' or 'key=value'");
    }
    if (group == null) {
      throw syntaxError("a key must stand below a '[group]'");
    }
    String key = string(start, trimBlanks(start, equals));
    int valueStart = skipBlanks(equals + 1, end);
    char[] value = new char[end - valueStart];
    for (int i = 0; i < value.length; i++) {
      value[i] = text.charAt(valueStart + i);
    }
    char[] earlier = group.put(key, value);
    if (earlier != null) {
      Arrays.fill(earlier, '\0');
    }
    lines.put(groupName + "/" + key, line);
  }

  /** The line of each group, by its name, and of each key, by {@code group/key}. */
  Map<String, Integer> lines() {
    return lines;
  }

  private int skipBlanks(int from, int to) {
    int position = from;
    while (position < to && isBlank(text.charAt(position))) {
      position++;
    }
    return position;
  }

  private int trimBlanks(int from, int to) {
    int position = to;
    while (position > from && isBlank(text.charAt(position - 1))) {
      position--;
    }
    return position;
  }

  /** Other control characters belong to the value: without them a password is another one. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
  }

  private String string(int from, int to) {
    return text.subSequence(from, to).toString();
  }

  private LibvirtException syntaxError(String what) {
    return LibvirtException.builder(ErrorCode.CONF_SYNTAX, path + ":" + line + ": " + what)
        .domain(ErrorDomain.CONF)
        .build();
  }
}
