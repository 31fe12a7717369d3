package dev.vireo.internal.esx;

import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.EmbeddedHostProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets tests reach their {@link FakeHost} by a {@code test} URI, through the public API. */
public final class FakeHosts implements EmbeddedHostProvider {

  private static final Map<String, FakeHost> BY_NAME = new ConcurrentHashMap<>();

  static void register(String name, FakeHost host) {
    BY_NAME.put(name, host);
  }

  static void forget(String name) {
    BY_NAME.remove(name);
  }

  @Override
  public EmbeddedHost open(String name) {
    FakeHost host = BY_NAME.get(name);
    if (host == null) {
      throw new IllegalArgumentException(name);
    }
    return host;
  }
}
