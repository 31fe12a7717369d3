package dev.vireo.vim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The clients that are logged in, or about to be, so that the end of the process logs them out. */
final class OpenClients {

  /** Nobody wants to wait for the end of a program. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<VimClient> OPEN = new HashSet<>();
  private static boolean hooked;

  private OpenClients() {}

  static synchronized void add(VimClient client) {
    OPEN.add(client);
    if (!hooked) {
      hooked = true;
      Runtime.getRuntime().addShutdownHook(new Thread(OpenClients::closeAll, "vireo-logout"));
    }
  }

  static synchronized void remove(VimClient client) {
    OPEN.remove(client);
  }

  private static void closeAll() {
    List<VimClient> left;
    synchronized (OpenClients.class) {
      left = new ArrayList<>(OPEN);
    }
    for (VimClient client : left) {
      client.close(PATIENCE);
    }
  }
}
