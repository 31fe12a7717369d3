package dev.vireo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who logs in at a simulated host.
 *
 * @param user the user
 * @param password the password
 */
record Credentials(String user, String password) {
  /** Those of all benchmarks. */
  static final Credentials BENCHMARK = new Credentials("root", "benchmark");

  /** The connection URI of a host on this machine. */
  String uri(int port) {
    return "esx://%s@127.0.0.1:%d/?no_verify=1".formatted(user, port);
  }

  /**
   * Writes an auth.conf.
   *
   * @param folder where
   * @return the environment variables with which a program finds it
   */
  Map<String, String> environment(Path folder) throws IOException {
    Path file = folder.resolve("auth.conf");
    Files.writeString(
        file,
        """
        [credentials-benchmark]
        username=%s
        password=%s
        [auth-esx-127.0.0.1]
        credentials=benchmark
        """
            .formatted(user, password));
    return Map.of("LIBVIRT_AUTH_FILE", file.toString(), "LC_ALL", "C.UTF-8");
  }
}
