package dev.vireo.cli.internal;

import dev.vireo.cli.Main;
import dev.vireo.cli.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs real commands, so that the JVM that the build starts with this class learns what their start
 * needs and writes it to a start-up cache of the launcher. There are two caches, because all
 * classes of a cache are loaded at each start: {@code remote} for commands on a host at the other
 * end of a TLS connection, {@code embedded} for those with the simulated host in their own process.
 */
public final class Training {
  private static final int VMS = 20;

  private Training() {}

  /**
   * Runs the commands and ends the process.
   *
   * @param args {@code remote} or {@code embedded}
   */
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "remote" -> trainRemote();
      case "embedded" -> trainEmbedded();
      default -> throw new IllegalArgumentException("remote or embedded, not " + args[0]);
    }
    System.exit(0);
  }

  private static void trainEmbedded() {
    run("test:///default", Map.of(), List.of("list --all", "uri; hostname; version; nodeinfo"));
    run("test:///default", Map.of(), List.of("simulator --until-eof"));
  }

  private static void trainRemote() throws IOException {
    try (SimulatorProcess simulator = SimulatorProcess.start(VMS)) {
      Map<String, String> credentials =
          Map.of(
              "VIREO_USER", simulator.fact("User"), "VIREO_PASSWORD", simulator.fact("Password"));
      String uri = simulator.fact("URI");
      run(
          uri,
          credentials,
          List.of(
              "list --all",
              "--json list --all",
              "dominfo web-1",
              "capabilities; freecell; version",
              "destroy web-1",
              "start web-1",
              "domstate nosuch"));
      String pinned = uri.replace("no_verify=1", "fingerprint=" + simulator.fact("Fingerprint"));
      run(pinned, credentials, List.of("list"));
      trainAuthFile(simulator);
    }
  }

  private static void trainAuthFile(SimulatorProcess simulator) throws IOException {
    Path file = Files.createTempFile("vireo-training", ".conf");
    try {
      Files.writeString(
          file,
          "[credentials-training]\nusername="
              + simulator.fact("User")
              + "\npassword="
              + simulator.fact("Password")
              + "\n\n[auth-esx-127.0.0.1]\ncredentials=training\n");
      Map<String, String> environment = Map.of("LIBVIRT_AUTH_FILE", file.toString());
      run(simulator.fact("URI"), environment, List.of("list --all"));
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Runs command lines, each as one word and, as most come, split into words. That one fails, as
   * some are meant to, does no harm.
   */
  private static void run(String uri, Map<String, String> environment, List<String> lines) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams = Streams.of(InputStream.nullInputStream(), nowhere, nowhere);
    for (String line : lines) {
      int exitCode = Main.run(new String[] {"-c", uri, line}, streams, environment);
      System.out.println(exitCode + " " + line);
    }
    String[] words = ("-c " + uri + " " + lines.get(0)).split(" ", -1);
    System.out.println(Main.run(words, streams, environment) + " " + lines.get(0));
  }
}
