package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.ServeLimits;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts the connections, all of them and by the client's address. Thread-safe. */
final class ConnectionSlots {

  private final ServeLimits limits;
  private final Map<InetAddress, Integer> byAddress = new HashMap<>();
  private int all;

  ConnectionSlots(ServeLimits limits) {
    this.limits = limits;
  }

  /** Takes one for a client; false when there is none left for it. */
  synchronized boolean take(InetAddress client) {
    int own = byAddress.getOrDefault(client, 0);
    if (all >= limits.connections() || own >= limits.connectionsPerAddress()) {
      return false;
    }
    all++;
    byAddress.put(client, own + 1);
    return true;
  }

  /** Gives one back. */
  synchronized void free(InetAddress client) {
    all--;
    byAddress.computeIfPresent(client, (key, own) -> own == 1 ? null : own - 1);
  }
}
