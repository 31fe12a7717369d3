package dev.vireo.internal.esx;

import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.concurrent.Semaphore;

/**
 * Opens channels for changes. Only one wait at a time may run on a property collector. The first
 * channel takes the session's own collector, which saves two requests; those that are opened
 * meanwhile get one for themselves. Hosts before API 4.1 have only the session's, and channels wait
 * for their turn there.
 */
final class UpdateChannels {

  private final VimClient client;
  private final Semaphore sessionCollector = new Semaphore(1);

  UpdateChannels(VimClient client) {
    this.client = client;
  }

  /** Starts to follow properties. */
  UpdateChannel open(PropertyFilterSpec spec) {
    ManagedObjectReference shared = client.serviceContent().propertyCollector();
    boolean extended = client.apiVersion().isAtLeast(ApiVersion.V4_1);
    if (extended ? sessionCollector.tryAcquire() : acquired()) {
      return onSessionCollector(shared, spec, extended);
    }
    ManagedObjectReference own = client.call(new CreatePropertyCollector(shared));
    return new UpdateChannel(
        client, own, spec, true, filter -> client.run(new DestroyPropertyCollector(own)), () -> {});
  }

  private UpdateChannel onSessionCollector(
      ManagedObjectReference shared, PropertyFilterSpec spec, boolean extended) {
    boolean opened = false;
    try {
      UpdateChannel channel =
          new UpdateChannel(
              client,
              shared,
              spec,
              extended,
              filter -> client.run(new DestroyPropertyFilter(filter)),
              sessionCollector::release);
      opened = true;
      return channel;
    } finally {
      if (!opened) {
        sessionCollector.release();
      }
    }
  }

  private boolean acquired() {
    try {
      sessionCollector.acquire();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          TransportException.Kind.INTERRUPTED,
          "interrupted while another task of this connection was waited for",
          e);
    }
  }
}
