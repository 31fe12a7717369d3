package dev.vireo.cli.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Breaks sentences and commands into lines. A command can still be copied from its lines into a
 * shell: they end with {@code &&} and its like, or with a backslash, and nothing in quotes is
 * broken.
 */
final class WrappedText {
  // What the commands that are proposed begin with.
  private static final Set<String> PROGRAMS =
      Set.of(
          "apt-get",
          "chgrp",
          "chmod",
          "dnf",
          "echo",
          "ip",
          "mkdir",
          "mknod",
          "modprobe",
          "ovs-vsctl",
          "pacman",
          "systemctl",
          "virsh",
          "virtlogd",
          "zypper");
  private static final Set<String> OPEN_ENDS = Set.of("&&", "||", "|", "{");
  private static final String GOES_ON = " \\";

  private WrappedText() {}

  /**
   * The lines of a text.
   *
   * @param text a sentence, or a command
   * @param width columns; a longer word stays whole
   */
  static List<String> lines(String text, int width) {
    if (text.length() <= width) {
      return List.of(text);
    }
    boolean command = PROGRAMS.contains(text.replaceFirst("\\s.*", ""));
    List<String> words = command ? shellWords(text) : List.of(text.split(" "));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      int room = width - (command ? GOES_ON.length() : 0);
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(command && !endsOpen(line) ? line + GOES_ON : line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean endsOpen(StringBuilder line) {
    return OPEN_ENDS.contains(line.substring(line.lastIndexOf(" ") + 1));
  }

  /** Splits at the blanks that are not in quotes. */
  private static List<String> shellWords(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && quote == 0) {
        words.add(word.toString());
        word.setLength(0);
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      word.append(c);
    }
    words.add(word.toString());
    return words;
  }
}
