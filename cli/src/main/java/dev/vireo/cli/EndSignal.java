package dev.vireo.cli;

/** The signals by which a program is told to end. */
enum EndSignal {
  /** Ctrl-C. */
  INT(2),
  /** What {@code kill}, and the end of a service or machine, sends. */
  TERM(15),
  /** The terminal is gone. */
  HUP(1);

  // As shells have it for a program that a signal ended.
  private static final int OFFSET = 128;

  private final int number;

  EndSignal(int number) {
    this.number = number;
  }

  /** What the process returns. */
  int exitCode() {
    return OFFSET + number;
  }

  /** Whether the whole process is meant, and not just what it is at. */
  boolean endsProcess() {
    return this != INT;
  }
}
