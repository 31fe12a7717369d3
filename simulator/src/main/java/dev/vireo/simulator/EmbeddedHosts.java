package dev.vireo.simulator;

import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.EmbeddedHostProvider;
import dev.vireo.vim.transport.VimTransport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The hosts behind {@code test:} URIs: {@code test:///default}, an ESXi with five machines, which
 * lives as long as the process does, and each open {@link Simulator} by its {@link
 * Simulator#uri()}. It is found by {@link java.util.ServiceLoader}.
 */
public final class EmbeddedHosts implements EmbeddedHostProvider {

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static @Nullable Simulator shared;

  /** Called by {@link java.util.ServiceLoader}. */
  public EmbeddedHosts() {}

  @Override
  public EmbeddedHost open(String name) {
    Simulator simulator = name.equals("default") ? shared() : NamedSimulators.find(name);
    if (simulator == null) {
      throw new IllegalArgumentException(
          "There is no embedded host '"
              + name
              + "': a simulator has its name only in its own process, and only until it is closed."
              + " 'default' is always there.");
    }
    return new Door(simulator);
  }

  private static Simulator shared() {
    LOCK.lock();
    try {
      Simulator simulator = shared;
      if (simulator == null) {
        simulator = Simulator.start(SimulatorConfig.esx80());
        shared = simulator;
      }
      return simulator;
    } finally {
      LOCK.unlock();
    }
  }

  private record Door(Simulator simulator) implements EmbeddedHost {

    @Override
    public VimTransport transport() {
      return simulator.transport();
    }

    @Override
    public String userName() {
      return simulator.config().userName();
    }

    @Override
    public char[] password() {
      return simulator.config().password();
    }
  }
}
