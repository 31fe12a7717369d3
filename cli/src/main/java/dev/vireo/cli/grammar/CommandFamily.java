package dev.vireo.cli.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that share their first word, such as {@code vmx lint} and {@code vmx diff}. The table
 * names each by both words; the first word alone is no command.
 */
public final class CommandFamily {
  private CommandFamily() {}

  /** Whether a word begins the names of some commands without being one. */
  public static boolean exists(String word, List<String> names) {
    return !members(word, names).isEmpty();
  }

  /** The second words of the commands that begin with a word. */
  public static List<String> members(String word, List<String> names) {
    List<String> members = new ArrayList<>();
    String start = word + " ";
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith(start)) {
        members.add(names.get(i).substring(start.length()));
      }
    }
    return members;
  }

  /** The family that a command belongs to, or null. */
  public static @Nullable String of(String name) {
    int blank = name.indexOf(' ');
    return blank < 0 ? null : name.substring(0, blank);
  }

  /** What may stand as the first word of a line: commands and families, each once. */
  public static List<String> firstWords(List<String> names) {
    List<String> words = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      String family = of(names.get(i));
      String word = family == null ? names.get(i) : family;
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
