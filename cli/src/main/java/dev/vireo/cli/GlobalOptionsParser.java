package dev.vireo.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the global options by the rules of GNU getopt, as virsh does: {@code -c URI}, {@code
 * -cURI}, {@code --connect URI}, {@code --connect=URI}, long names cut short as long as they stay
 * unique, short options in one word ({@code -qt}), {@code --} at the end. The first other word is
 * the command.
 */
final class GlobalOptionsParser {
  /** Long name and letter; {@code :} after the letter asks for a value, {@code ?} allows one. */
  private static final String[][] OPTIONS = {
    {"connect", "c:"},
    {"debug", "d:"},
    {"escape", "e:"},
    {"help", "h"},
    {"keepalive-interval", "k:"},
    {"keepalive-count", "K:"},
    {"log", "l:"},
    {"quiet", "q"},
    {"readonly", "r"},
    {"timing", "t"},
    {"version", "v?"},
    {"", "V"},
    {"json", "J"},
    {"trace", "T"},
    {"no-pkttyagent", "P"},
  };

  private final List<String> arguments;
  private int position;

  private GlobalOptions.Ending ending = GlobalOptions.Ending.NONE;
  private @Nullable String uri;
  private boolean readOnly;
  private boolean quiet;
  private boolean timing;
  private boolean json;
  private boolean trace;
  private int debugLevel = GlobalOptions.QUIETEST_DEBUG_LEVEL;
  private int ignoredDebugLevel = -1;
  private @Nullable String logFile;

  private GlobalOptionsParser(List<String> arguments) {
    this.arguments = arguments;
  }

  /**
   * Reads the options of a command line.
   *
   * @throws UsageException with virsh's message for the first mistake
   */
  static GlobalOptions parse(List<String> arguments) {
    return new GlobalOptionsParser(arguments).parse();
  }

  private GlobalOptions parse() {
    while (ending == GlobalOptions.Ending.NONE && position < arguments.size()) {
      String word = arguments.get(position);
      if (word.length() < 2 || word.charAt(0) != '-') {
        break;
      }
      position++;
      if (word.equals("--")) {
        break;
      }
      if (word.charAt(1) == '-') {
        longOption(word);
      } else {
        shortOptions(word);
      }
    }
    return new GlobalOptions(
        ending,
        uri,
        readOnly,
        quiet,
        timing,
        json,
        trace,
        debugLevel,
        ignoredDebugLevel,
        logFile,
        arguments.subList(position, arguments.size()));
  }

  private void longOption(String word) {
    int equals = word.indexOf('=');
    String[] option = named(equals < 0 ? word.substring(2) : word.substring(2, equals));
    if (option == null) {
      throw unsupported(word);
    }
    char letter = option[1].charAt(0);
    if (equals >= 0) {
      if (option[1].length() == 1) {
        throw unsupported("-" + letter);
      }
      accept(letter, word.substring(equals + 1));
    } else {
      accept(letter, option[1].endsWith(":") ? valueOf(option) : "");
    }
  }

  private String @Nullable [] named(String name) {
    String[] found = null;
    for (String[] option : OPTIONS) {
      if (option[0].equals(name) && !name.isEmpty()) {
        return option;
      }
      if (!name.isEmpty() && option[0].startsWith(name)) {
        if (found != null) {
          return null; // could be either
        }
        found = option;
      }
    }
    return found;
  }

  private void shortOptions(String word) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      String[] option = lettered(letter);
      if (option == null) {
        throw unsupported("-" + letter);
      }
      if (option[1].endsWith(":")) {
        accept(letter, i + 1 < word.length() ? word.substring(i + 1) : valueOf(option));
        return;
      }
      accept(letter, "");
      if (ending != GlobalOptions.Ending.NONE) {
        return;
      }
    }
  }

  private static String @Nullable [] lettered(char letter) {
    for (String[] option : OPTIONS) {
      boolean longOnly = letter == 'J' || letter == 'T' || letter == 'P';
      if (option[1].charAt(0) == letter && !longOnly) {
        return option;
      }
    }
    return null;
  }

  private String valueOf(String[] option) {
    if (position >= arguments.size()) {
      throw new UsageException(
          "option '-" + option[1].charAt(0) + "'/'--" + option[0] + "' requires an argument");
    }
    return arguments.get(position++);
  }

  private static UsageException unsupported(String option) {
    return new UsageException("unsupported option '" + option + "'. See --help.");
  }

  private void accept(char letter, String value) {
    switch (letter) {
      case 'c' -> uri = value;
      case 'd' -> acceptDebugLevel(value);
      case 'e' -> checkEscape(value);
      case 'h' -> ending = GlobalOptions.Ending.HELP;
      case 'k', 'K' -> checkKeepAlive(letter, value);
      case 'l' -> logFile = value;
      case 'q' -> quiet = true;
      case 'r' -> readOnly = true;
      case 't' -> timing = true;
      case 'v' ->
          ending =
              value.equals("long")
                  ? GlobalOptions.Ending.LONG_VERSION
                  : GlobalOptions.Ending.SHORT_VERSION;
      case 'V' -> ending = GlobalOptions.Ending.LONG_VERSION;
      case 'J' -> json = true;
      case 'T' -> trace = true;
      case 'P' -> {} // newer virsh has it; there is no such agent here
      default -> throw new IllegalStateException("option without meaning: " + letter);
    }
  }

  private void acceptDebugLevel(String value) {
    int level;
    try {
      level = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new UsageException("option -d takes a numeric argument");
    }
    if (level < 0 || level > GlobalOptions.QUIETEST_DEBUG_LEVEL) {
      ignoredDebugLevel = level;
    } else {
      debugLevel = level;
    }
  }

  /** Vireo has no serial console yet; the option is only checked. */
  private static void checkEscape(String value) {
    boolean control = value.length() == 2 && value.charAt(0) == '^';
    if (value.length() != 1 && !control) {
      throw new UsageException("Invalid string '" + value + "' for escape sequence");
    }
  }

  /** A session with a VMware host is kept alive anyway; the option is only checked. */
  private static void checkKeepAlive(char letter, String value) {
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new UsageException("Invalid value for option -" + letter);
    }
    if (number < 0) {
      throw new UsageException("option -" + letter + " requires a positive integer argument");
    }
  }
}
