package dev.vireo.benchmarks;

import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conversions by C virsh: all of them in one process, with one command for each file.
 *
 * @param command virsh and its connection
 * @param environment environment variables
 * @param folder for its output
 */
record VirshConversions(List<String> command, Map<String, String> environment, Path folder) {
  private static final String MARKER = "@file@";

  /** Ends each batch: it needs the connection, and its exit code is that of virsh. */
  private static final String LAST = "uri";

  /**
   * Those of libvirt's driver for VMware Player, which asks no server. It looks for VMware's
   * programs and runs them at the start; scripts stand for them.
   */
  static VirshConversions ofPlayer(String virsh, Path folder) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Map<String, String> scripts =
        Map.of(
            "vmrun", "exit 0",
            "vmplayer", "echo 'VMware Player 16.0.0 build-1'",
            "vmware", "echo 'VMware Workstation 16.0.0 build-1'");
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Path file = programs.resolve(script.getKey());
      Files.writeString(file, "#!/bin/sh\n" + script.getValue() + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PATH", programs + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("HOME", folder.toString());
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    return new VirshConversions(
        List.of(virsh, "-c", "vmwareplayer:///session"), environment, folder);
  }

  /** Those of libvirt's driver for ESX, which asks the host about datastores. */
  static VirshConversions ofHost(
      String virsh, SimulatorServer server, Credentials credentials, Path folder)
      throws IOException {
    return new VirshConversions(
        List.of(virsh, "-c", credentials.uri(server.port())),
        credentials.environment(folder),
        folder);
  }

  /** Virsh with the conversions of these files and nothing else. */
  MeasuredProgram batch(Direction direction, List<Path> files) {
    StringBuilder line = new StringBuilder();
    for (Path file : files) {
      line.append(direction.virshCommand()).append(file).append("; ");
    }
    return program(line);
  }

  /** Those of the files that virsh converts. */
  List<Path> convertible(Direction direction, List<Path> files)
      throws IOException, InterruptedException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      line.append(direction.virshCommand()).append(files.get(i));
      line.append("; echo ").append(MARKER).append(i).append("; ");
    }
    String output = program(line).output();
    List<Path> converted = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < files.size(); i++) {
      String end = "\n" + MARKER + i + "\n";
      int found = output.indexOf(end, start);
      if (found < 0) {
        throw new IOException("virsh printed no end of " + files.get(i));
      }
      if (output.substring(start, found).contains(direction.mark())) {
        converted.add(files.get(i));
      }
      start = found + end.length();
    }
    return converted;
  }

  private MeasuredProgram program(StringBuilder line) {
    List<String> words = new ArrayList<>(command);
    words.add(line.append(LAST).toString());
    return new MeasuredProgram(words, environment, folder);
  }
}
