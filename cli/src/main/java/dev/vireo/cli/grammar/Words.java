package dev.vireo.cli.grammar;

import org.jspecify.annotations.Nullable;

/** Yields the words of a line that holds one or more commands. */
public interface Words {

  /**
   * The next word of this command, without quotes.
   *
   * @return null at the end of the command
   * @throws SyntaxException when a quote is not closed
   */
  @Nullable String next();

  /** Whether the whole line has been read, and not just one command of it. */
  boolean atEnd();

  /**
   * Whether a word for which the command has no use separates it from the next one. In a string
   * that is never so: there an unquoted semicolon is no word at all.
   */
  boolean separates(String surplusWord);
}
