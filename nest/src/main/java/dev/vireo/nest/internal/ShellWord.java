package dev.vireo.nest.internal;

import java.util.regex.Pattern;

/** Words of commands that somebody copies into a shell. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

  private ShellWord() {}

  /** A word as a shell takes it: in quotes where it would not be itself otherwise. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
