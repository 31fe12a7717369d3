package dev.vireo.cli.shell;

import dev.vireo.cli.CommandException;
import dev.vireo.cli.CommandRunner;
import dev.vireo.cli.Session;
import dev.vireo.cli.grammar.CommandParser;
import dev.vireo.cli.grammar.StringWords;
import dev.vireo.cli.grammar.SyntaxException;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.cli.verb.Verb;
import org.jspecify.annotations.Nullable;

/** Reads commands line by line and runs them, until the user quits or the input ends. */
public final class Shell {
  private static final String WELCOME =
      """
      Welcome to vireo, the virtualization interactive terminal.

      Type:  'help' for help with commands
             'quit' to quit

      """;

  private Shell() {}

  /**
   * Runs the shell. As with virsh a failed command does not make the shell fail.
   *
   * @return the exit code
   */
  public static int run(Session session, CommandRunner runner) {
    session.output().extra(WELCOME);
    session.output().flush();
    CommandParser<Verb> parser = new CommandParser<>(CommandTable.LOOKUP);
    try (LineSource lines =
        session.streams().isInteractive()
            ? TerminalLines.open(session)
            : new StreamLines(session)) {
      while (!session.isQuitting()) {
        String line = lines.next(session.isReadOnly() ? "vireo > " : "vireo # ");
        if (line == null) {
          break;
        }
        run(line, session, parser, runner);
      }
    }
    session.output().line("");
    return 0;
  }

  private static void run(
      String line, Session session, CommandParser<Verb> parser, CommandRunner runner) {
    try {
      int exitCode = runner.runAll(parser.parse(new StringWords(line)));
      if (exitCode == CommandException.INTERRUPTED) {
        session.output().flush();
      }
    } catch (SyntaxException e) {
      String message = e.getMessage();
      session.output().error(message == null ? "syntax error" : message);
      if (e.hint() != null) {
        session.output().hint(e.hint());
      }
    }
  }

  /** Where lines come from. */
  interface LineSource extends AutoCloseable {

    /** The next line, or null at the end. */
    @Nullable String next(String prompt);

    @Override
    void close();
  }
}
