package dev.vireo.internal.esx;

import dev.vireo.simulator.Simulator;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.EmbeddedHostProvider;
import dev.vireo.vim.transport.VimTransport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets tests connect to simulated hosts of their own by {@code test:///NAME}. */
public final class TestHosts implements EmbeddedHostProvider {

  private static final Map<String, Simulator> HOSTS = new ConcurrentHashMap<>();

  static void register(String name, Simulator host) {
    HOSTS.put(name, host);
  }

  static void forget(String name) {
    HOSTS.remove(name);
  }

  @Override
  public EmbeddedHost open(String name) {
    Simulator host = HOSTS.get(name);
    if (host == null) {
      throw new IllegalArgumentException(name);
    }
    return new Door(host);
  }

  private record Door(Simulator host) implements EmbeddedHost {

    @Override
    public VimTransport transport() {
      return host.transport();
    }

    @Override
    public String userName() {
      return host.config().userName();
    }

    @Override
    public char[] password() {
      return host.config().password();
    }
  }
}
