package dev.vireo.interop;

import dev.vireo.cli.Streams;
import dev.vireo.cli.Vireo;
import dev.vireo.interop.process.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The vireo command in this JVM, which spares each run the start of another.
 *
 * @param uri the connection URI
 * @param environment the variables it sees
 */
record InProcessVireo(String uri, Map<String, String> environment) {
  /** Returns the command for a server, with the credentials of an auth.conf. */
  static InProcessVireo of(String uri, Path authFile) {
    return new InProcessVireo(
        uri,
        Map.of("LIBVIRT_AUTH_FILE", authFile.toString(), "HOME", authFile.getParent() + "/home"));
  }

  /**
   * Runs it.
   *
   * @param arguments its arguments, after the URI
   * @return what it printed and returned
   */
  Outcome run(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-c", uri));
    all.addAll(arguments);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Vireo.run(
            all,
            Streams.of(InputStream.nullInputStream(), printer(out), printer(err)),
            environment);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * Runs it.
   *
   * @param arguments its arguments, after the URI
   * @return what it printed and returned
   */
  Outcome run(String... arguments) {
    return run(List.of(arguments));
  }

  private static PrintStream printer(ByteArrayOutputStream target) {
    return new PrintStream(target, false, StandardCharsets.UTF_8);
  }
}
