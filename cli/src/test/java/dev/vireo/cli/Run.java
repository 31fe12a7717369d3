package dev.vireo.cli;

import dev.vireo.cli.nest.LabSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run of the command.
 *
 * @param out standard output
 * @param err standard error
 * @param exitCode the exit code
 */
public record Run(String out, String err, int exitCode) {

  /** Runs {@code vireo args...} without input and environment. */
  public static Run vireo(String... args) {
    return with(Map.of(), "", args);
  }

  /** Runs {@code vireo args...} and types the input. */
  public static Run with(Map<String, String> environment, String input, String... args) {
    return at(null, environment, input, args);
  }

  /** The environment, in which libvirt's configuration of this machine does not count. */
  static Map<String, String> isolated(Map<String, String> environment) {
    Map<String, String> isolated = new HashMap<>(environment);
    isolated.putIfAbsent("VIREO_LIBVIRT_CONF", "/nonexistent/libvirt.conf");
    return isolated;
  }

  /** Runs {@code vireo args...} with nested hosts somewhere; null for this machine. */
  public static Run at(
      @Nullable LabSite site, Map<String, String> environment, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        Streams.of(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int exitCode = Vireo.run(List.of(args), streams, isolated(environment), site);
    return new Run(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode);
  }
}
