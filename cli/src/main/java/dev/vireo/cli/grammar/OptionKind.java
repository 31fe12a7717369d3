package dev.vireo.cli.grammar;

/** What an option takes. */
public enum OptionKind {
  /** Present or absent: {@code --all}. */
  BOOL,
  /** A word: {@code --mode acpi}. Without its name it is filled in by position, as in virsh. */
  STRING,
  /** A whole number: {@code --cellno 0}. Filled in by position like a word. */
  INT,
  /** A word, by its name only: {@code --xml FILE}. */
  NAMED,
  /** A word, by its name only and any number of times: {@code --datastore a=/x}. */
  LIST,
  /**
   * A word that may be missing, behind an equals sign only: {@code --in-place} or {@code
   * --in-place=.bak}. Its value is empty when it is not there.
   */
  OPTIONAL,
  /** The word that a command is about, usually given without its name: {@code dominfo VM}. */
  DATA,
  /** All words that are left over. */
  ARGV
}
