package dev.vireo.cli.internal;

import dev.vireo.cli.Main;
import dev.vireo.cli.Streams;
import dev.vireo.cli.Vireo;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
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
 * needs and writes it to the start-up cache of the launcher: against the embedded host, and over
 * TLS on the loopback interface.
 */
public final class Training {
  private static final int VMS = 20;

  private Training() {}

  /**
   * Runs the commands and ends the process.
   *
   * @param args ignored
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Class.forName(Main.class.getName()); // what the launcher starts instead of this
    run("test:///default", Map.of(), List.of("list --all", "uri; hostname; version; nodeinfo"));

    SimulatorConfig config = SimulatorConfig.esx80().toBuilder().vms(VMS).build();
    try (Simulator simulator = Simulator.start(config);
        SimulatorServer server = simulator.serve(ServeOptions.https())) {
      Map<String, String> credentials =
          Map.of(
              "VIREO_USER", config.userName(), "VIREO_PASSWORD", String.valueOf(config.password()));
      String place = "esx://127.0.0.1:" + server.port() + "/";
      String first = "'" + simulator.vms().names().getFirst() + "'";
      run(
          place + "?no_verify=1",
          credentials,
          List.of(
              "list --all",
              "--json list --all",
              "dominfo " + first,
              "capabilities; freecell; version",
              "destroy " + first,
              "start " + first,
              "domstate nosuch",
              "dumpxml " + first));
      run(place + "?fingerprint=" + server.fingerprint(), credentials, List.of("list"));
      trainAuthFile(config, place + "?no_verify=1");
    }
    System.exit(0);
  }

  private static void trainAuthFile(SimulatorConfig config, String uri) throws IOException {
    Path file = Files.createTempFile("vireo-training", ".conf");
    try {
      Files.writeString(
          file,
          "[credentials-training]\nusername="
              + config.userName()
              + "\npassword="
              + String.valueOf(config.password())
              + "\n\n[auth-esx-127.0.0.1]\ncredentials=training\n");
      run(uri, Map.of("LIBVIRT_AUTH_FILE", file.toString()), List.of("list --all"));
    } finally {
      Files.delete(file);
    }
  }

  /** Runs command lines; that one fails, as some are meant to, does no harm. */
  private static void run(String uri, Map<String, String> environment, List<String> lines) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams = Streams.of(InputStream.nullInputStream(), nowhere, nowhere);
    for (String line : lines) {
      int exitCode = Vireo.run(List.of("-c", uri, line), streams, environment);
      System.out.println(exitCode + " " + line);
    }
  }
}
