package dev.vireo.nest.libvirt;

import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.BoundedText;
import dev.vireo.nest.internal.ProgramRun;
import dev.vireo.nest.internal.check.LibvirtRemedy;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Runs {@code virsh} and says what became of it. */
final class VirshClient {

  /** Java adds the number of the signal that ended a program; Ctrl-C reaches virsh, too. */
  private static final int KILLED = 128;

  private final String program;
  private final String uri;
  private final Duration limit;
  private final LocalHost machine;

  /** As {@link VirshHost#VirshHost(String, String, Duration, LocalHost)}. */
  VirshClient(String program, String uri, Duration limit, LocalHost machine) {
    this.program = program;
    this.uri = uri;
    this.limit = limit;
    this.machine = machine;
  }

  /**
   * Runs virsh.
   *
   * @param arguments a command of virsh and its options
   * @return what it printed
   * @throws VirtualizationException if it fails
   */
  String run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program, "--quiet", "--connect", uri));
    command.addAll(arguments);
    ProgramRun run;
    try {
      run = program(command);
    } catch (IOException e) {
      throw mendable(
          new VirtualizationException(
              Kind.NOT_INSTALLED,
              "'%s' cannot be run, which reaches libvirt".formatted(program),
              e));
    }
    if (run.exitCode() > KILLED) {
      throw new VirtualizationException(
          Kind.INTERRUPTED,
          "virsh was interrupted while it was to %s".formatted(arguments.getFirst()),
          "");
    }
    if (run.exitCode() != 0) {
      throw failure(arguments.getFirst(), run.stderr());
    }
    return run.stdout();
  }

  /**
   * Runs another program under the same rules.
   *
   * @throws IOException if it cannot be started
   */
  ProgramRun program(List<String> command) throws IOException {
    try {
      return ProgramRun.of(command, limit);
    } catch (TimeoutException e) {
      throw new VirtualizationException(Kind.TIMED_OUT, Objects.toString(e.getMessage()), e)
          .withHints(List.of("look whether libvirt's daemon hangs"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VirtualizationException(
          Kind.INTERRUPTED, "interrupted while '%s' ran".formatted(String.join(" ", command)), e);
    }
  }

  private VirtualizationException failure(String verb, String stderr) {
    String text =
        stderr
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.replaceFirst("^error: ", ""))
            .collect(Collectors.joining("\n"));
    if (text.contains("failed to connect to the hypervisor")) {
      String reason = text.lines().reduce((first, last) -> last).orElse("");
      return mendable(
          new VirtualizationException(
              Kind.NO_CONNECTION,
              "libvirt cannot be reached at %s: %s".formatted(uri, BoundedText.of(reason)),
              text));
    }
    return new VirtualizationException(
        Kind.REFUSED,
        "libvirt refused to %s: %s".formatted(verb, BoundedText.of(text.replace("\n", "; "))),
        text);
  }

  private VirtualizationException mendable(VirtualizationException failure) {
    return failure.withHints(List.of(LibvirtRemedy.of(machine, uri, failure)));
  }
}
