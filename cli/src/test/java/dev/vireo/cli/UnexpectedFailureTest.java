package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.grammar.Arguments;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.ParsedCommand;
import dev.vireo.cli.verb.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user sees of a mistake of ours. */
class UnexpectedFailureTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static List<Throwable> mistakes() {
    return List.of(
        new IllegalStateException("odd"),
        new NullPointerException(),
        new ArrayIndexOutOfBoundsException(5),
        new StackOverflowError());
  }

  /** A command that fails. */
  private record Failing(Throwable mistake) implements Verb {
    @Override
    public CommandSpec spec() {
      return CommandSpec.of("fail", CommandGroup.VIREO, "fail").description("Fail.").build();
    }

    @Override
    public void run(Call call) {
      if (mistake instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) mistake;
    }
  }

  private int run(Throwable mistake, String... options) {
    Streams streams =
        Streams.of(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    try (Session session =
        new Session(
            GlobalOptionsParser.parse(List.of(options)),
            streams,
            new Output(streams, true),
            Map.of(),
            false,
            null)) {
      return new CommandRunner(session)
          .runAll(List.of(new ParsedCommand<>(new Failing(mistake), new Arguments())));
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isOneSentenceAndAHint(Throwable mistake) {
    assertThat(run(mistake)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("error: internal error: unexpected "))
        .anyMatch(line -> line.contains("this is a mistake in vireo; -d 0 shows where"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void debuggingShowsWhereItIs(Throwable mistake) {
    assertThat(run(mistake, "-d", "0")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(mistake.getClass().getName())
        .contains("\tat ");
  }
}
