package dev.vireo.cli.internal;

import dev.vireo.cli.Streams;
import dev.vireo.cli.Vireo;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs real commands, so that the JVM that the build starts with this class learns what their start
 * needs and writes it to the start-up cache of the launcher.
 */
public final class Training {
  private static final String EMBEDDED = "test:///default";

  private Training() {}

  /**
   * Runs the commands.
   *
   * @param args ignored
   */
  public static void main(String[] args) {
    int exitCode = run(EMBEDDED, Map.of());
    System.exit(exitCode);
  }

  private static int run(String uri, Map<String, String> environment) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams = Streams.of(InputStream.nullInputStream(), nowhere, nowhere);
    int worst = 0;
    for (String line : List.of("list --all", "uri; hostname; version; nodeinfo; freecell")) {
      worst = Math.max(worst, Vireo.run(List.of("-c", uri, line), streams, environment));
    }
    return worst;
  }
}
