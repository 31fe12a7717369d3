package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Property values that a simulated host shows in place of its own, for what a preset does not have.
 * Only what clients read changes, not how the host works. Thread-safe.
 */
public final class PropertyOverrides {

  private final SimulatedHost host;

  PropertyOverrides(SimulatedHost host) {
    this.host = host;
  }

  /**
   * Shows a value to clients that ask for exactly this path; paths above and below keep theirs.
   *
   * @param object the object
   * @param path path of the property, such as {@code config.network.dnsConfig.hostName}
   * @param value the value; an array is a {@link dev.vireo.vim.types.ArrayOf}; null for unset
   * @throws NoSuchElementException when there is no such object
   * @throws IllegalArgumentException when XML cannot carry the value
   */
  public void set(ManagedObjectReference object, String path, @Nullable Object value) {
    if (value != null) {
      new SoapCodec().requireCarried(value);
    }
    host.state()
        .write(() -> {
          ManagedObject target = find(object);
          target.override(path, value);
          host.state().changed(target);
        });
  }

  /**
   * Makes a property, such as {@code hardware}, and all below it unreadable for want of a
   * privilege.
   *
   * @throws NoSuchElementException when there is no such object
   */
  public void deny(ManagedObjectReference object, String property) {
    find(object).deny(property);
  }

  private ManagedObject find(ManagedObjectReference object) {
    ManagedObject found = host.find(object);
    if (found == null) {
      throw new NoSuchElementException("There is no object " + object);
    }
    return found;
  }
}
