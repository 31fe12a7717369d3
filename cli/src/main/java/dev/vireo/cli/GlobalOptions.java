package dev.vireo.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the command.
 *
 * @param ending what to print instead of running anything
 * @param uri from {@code -c}; null when it was not given
 * @param readOnly from {@code -r}
 * @param quiet from {@code -q}
 * @param timing from {@code -t}
 * @param json from {@code --json}
 * @param trace from {@code --trace}
 * @param debugLevel 0 (everything) to 4 (nothing but errors)
 * @param ignoredDebugLevel a level that is out of range, to be complained about; else -1
 * @param logFile from {@code -l}; null when it was not given
 * @param commandLine the words of the command, all of them after the last global option
 */
record GlobalOptions(
    Ending ending,
    @Nullable String uri,
    boolean readOnly,
    boolean quiet,
    boolean timing,
    boolean json,
    boolean trace,
    int debugLevel,
    int ignoredDebugLevel,
    @Nullable String logFile,
    List<String> commandLine) {

  /** Errors only. */
  static final int QUIETEST_DEBUG_LEVEL = 4;

  /** Whether an option asks for a text instead of a command. */
  enum Ending {
    NONE,
    HELP,
    SHORT_VERSION,
    LONG_VERSION
  }

  /** Whether the log of the library is shown or kept. */
  boolean logs() {
    return debug() || logFile != null;
  }

  /** Whether errors come with their stack traces. */
  boolean debug() {
    return debugLevel < QUIETEST_DEBUG_LEVEL;
  }
}
