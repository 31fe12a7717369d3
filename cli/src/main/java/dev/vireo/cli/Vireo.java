package dev.vireo.cli;

import dev.vireo.cli.grammar.ArgumentWords;
import dev.vireo.cli.grammar.CommandParser;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.ParsedCommand;
import dev.vireo.cli.grammar.StringWords;
import dev.vireo.cli.grammar.SyntaxException;
import dev.vireo.cli.help.HelpText;
import dev.vireo.cli.nest.LabSite;
import dev.vireo.cli.shell.Shell;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.cli.verb.Verb;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code vireo} command as a function, for {@link Main} and for whoever embeds it. */
public final class Vireo {
  private Vireo() {}

  /**
   * Runs one command line from beginning to end; never throws and never ends the JVM.
   *
   * @param args the words after the name of the program
   * @param streams what it reads and where it writes; flushed at the end
   * @param environment the variables it goes by
   * @return the exit code of the last command: 0, or 1 when it failed, or 130 when the user
   *     interrupted it (143 and 129 for the other signals that end a program), or one that its help
   *     explains
   */
  public static int run(List<String> args, Streams streams, Map<String, String> environment) {
    return run(args, streams, environment, null);
  }

  /**
   * Runs one command line as {@link #run(List, Streams, Map)} does, with nested hosts somewhere
   * else than on this machine.
   *
   * @param args the words after the name of the program
   * @param streams what it reads and where it writes; flushed at the end
   * @param environment the variables it goes by
   * @param labSite where nested hosts live; null for this machine and its libvirt
   * @return the exit code
   */
  public static int run(
      List<String> args,
      Streams streams,
      Map<String, String> environment,
      @Nullable LabSite labSite) {
    int exitCode = runLine(args, streams, environment, labSite);
    streams.out().flush();
    String lost = streams.lostOutput();
    if (lost != null) {
      outputFor(args, streams).error("standard output cannot be written: " + lost);
      exitCode = exitCode == 0 ? 1 : exitCode;
    }
    streams.err().flush();
    return exitCode;
  }

  private static int runLine(
      List<String> args,
      Streams streams,
      Map<String, String> environment,
      @Nullable LabSite labSite) {
    try {
      return run(GlobalOptionsParser.parse(args), streams, environment, labSite);
    } catch (UsageException e) {
      outputFor(args, streams).failure(Failure.ofUsage(e));
      return 1;
    } catch (RuntimeException | Error e) { // a mistake in here, or no memory: tell, do not throw
      return new Failures(outputFor(args, streams), isDebugging(args)).report(e);
    }
  }

  /** Where to print when nobody knows the options: JSON where any word asks for it. */
  private static Output outputFor(List<String> args, Streams streams) {
    return new Output(streams, true, args.contains("--" + CommandSpec.JSON));
  }

  private static boolean isDebugging(List<String> args) {
    try {
      return GlobalOptionsParser.parse(args).debug();
    } catch (UsageException e) {
      return false;
    }
  }

  private static int run(
      GlobalOptions options,
      Streams streams,
      Map<String, String> environment,
      @Nullable LabSite labSite) {
    if (options.logs()) {
      LogOutput.open(options, streams);
    }
    Output output = new Output(streams, options.quiet(), options.json());
    if (options.ignoredDebugLevel() != -1) {
      output.error("ignoring debug level " + options.ignoredDebugLevel() + " out of range [0-4]");
    }
    if (options.ending() == GlobalOptions.Ending.NONE) {
      return runCommands(options, streams, output, environment, labSite);
    }
    return output.reporting(options.json(), () -> printEnding(options.ending(), output));
  }

  private static int printEnding(GlobalOptions.Ending ending, Output output) {
    switch (ending) {
      case HELP -> output.print(HelpText.usage());
      case SHORT_VERSION -> output.line(Version.CURRENT);
      case LONG_VERSION -> output.print(Version.longText());
      case NONE -> {}
    }
    return 0;
  }

  private static int runCommands(
      GlobalOptions options,
      Streams streams,
      Output output,
      Map<String, String> environment,
      @Nullable LabSite labSite) {
    boolean interactive = options.commandLine().isEmpty();
    List<ParsedCommand<Verb>> commands = List.of();
    if (!interactive) {
      if (options.commandLine().equals(List.of(""))) {
        return 1; // as virsh: nothing to complain about, but nothing done either
      }
      try {
        commands = parse(options.commandLine());
      } catch (SyntaxException e) {
        output.mistake(e, options.commandLine());
        return e.exitCode();
      }
    }
    try (Session session =
        new Session(options, streams, output, environment, interactive, labSite)) {
      CommandRunner runner = new CommandRunner(session);
      if (!runner.prepare(commands)) {
        return 1;
      }
      return session.exitCode(interactive ? Shell.run(session, runner) : runner.runAll(commands));
    }
  }

  /**
   * A single word may hold several commands with quotes, as in {@code vireo 'list; uri'}; several
   * words are one command already split.
   */
  private static List<ParsedCommand<Verb>> parse(List<String> commandLine) {
    CommandParser<Verb> parser = new CommandParser<>(CommandTable.LOOKUP);
    return commandLine.size() == 1
        ? parser.parse(new StringWords(commandLine.get(0)))
        : parser.parse(new ArgumentWords(commandLine));
  }
}
