package dev.vireo.interop.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program with the environment it gets, which is only what is given here and {@code PATH}, so
 * that nothing of the developer's own settings reaches it. Immutable.
 *
 * @param program the program
 * @param leading the arguments that each run starts with
 * @param environment its environment variables
 */
public record Command(
    ForeignProgram program, List<String> leading, Map<String, String> environment) {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Copies. */
  public Command {
    leading = List.copyOf(leading);
    environment = Map.copyOf(environment);
  }

  /**
   * Returns a command without settings.
   *
   * @param program the program
   * @return the command
   */
  public static Command of(ForeignProgram program) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("LC_ALL", "C.UTF-8");
    program
        .environment()
        .forEach(pair -> environment.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
    return new Command(program, List.of(), environment);
  }

  /**
   * Returns this command with one more environment variable.
   *
   * @param name the variable's name
   * @param value its value
   * @return a new command
   */
  public Command with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Command(program, leading, more);
  }

  /**
   * Returns this command with arguments that each run starts with.
   *
   * @param arguments the arguments, added to those there
   * @return a new command
   */
  public Command leading(String... arguments) {
    List<String> more = new ArrayList<>(leading);
    more.addAll(List.of(arguments));
    return new Command(program, more, environment);
  }

  /**
   * Runs the program to its end.
   *
   * @param arguments its arguments, after the leading ones
   * @return what it printed and returned
   * @throws AssertionError if it did not end within a minute; it is killed then
   */
  public Outcome run(List<String> arguments) {
    try {
      Path folder = Files.createTempDirectory("vireo-run");
      try {
        return run(arguments, folder);
      } finally {
        for (String name : List.of("stdout", "stderr")) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the program to its end.
   *
   * @param arguments its arguments, after the leading ones
   * @return what it printed and returned
   */
  public Outcome run(String... arguments) {
    return run(List.of(arguments));
  }

  private Outcome run(List<String> arguments, Path folder) throws IOException {
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    Process process =
        builder(arguments)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    boolean ended;
    try {
      ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + program + " ran", e);
    } finally {
      process.destroyForcibly();
    }
    // Not readString: virsh passes bytes on that are no UTF-8, and these become U+FFFD here.
    String out = new String(Files.readAllBytes(stdout), StandardCharsets.UTF_8);
    String err = new String(Files.readAllBytes(stderr), StandardCharsets.UTF_8);
    if (!ended) {
      throw new AssertionError(
          "%s %s did not end within %s; so far: %s%s"
              .formatted(program, arguments, LIMIT, out, err));
    }
    return new Outcome(process.exitValue(), out, err);
  }

  /**
   * Starts the program with no input, and without hearing what it prints.
   *
   * @param arguments its arguments, after the leading ones
   * @return the process, which the caller ends
   * @throws IOException if it cannot be started
   */
  public Process start(List<String> arguments) throws IOException {
    return builder(arguments)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Starts the program without input and does not wait for its end.
   *
   * @param stdout the file for its standard output
   * @param stderr the file for its standard error
   */
  public Process start(List<String> arguments, Path stdout, Path stderr) throws IOException {
    return builder(arguments)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(stdout.toFile())
        .redirectError(stderr.toFile())
        .start();
  }

  /**
   * Returns what starts the program.
   *
   * @param arguments its arguments, after the leading ones
   * @return a new process builder
   */
  ProcessBuilder builder(List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(program.path().toString());
    line.addAll(leading);
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line);
    String path = builder.environment().get("PATH");
    builder.environment().clear();
    if (path != null) {
      builder.environment().put("PATH", path);
    }
    builder.environment().putAll(environment);
    return builder;
  }
}
