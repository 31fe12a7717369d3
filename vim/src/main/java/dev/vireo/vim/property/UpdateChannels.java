package dev.vireo.vim.property;

import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.SessionObjects;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Opens channels for the changes of properties. Thread-safe; one for each client.
 *
 * <p>Only one wait at a time may run on a property collector, and servers before API 4.1 have but
 * one collector for each session. So all channels of a session share its own collector and one wait
 * there.
 */
public final class UpdateChannels {

  private final VimClient client;
  private @Nullable SharedWait current;

  /**
   * @param client the client to make calls with
   */
  public UpdateChannels(VimClient client) {
    this.client = client;
  }

  /**
   * Starts to follow properties: one request, or two while another channel waits. The caller closes
   * the channel: one request.
   *
   * @param spec what to follow
   * @throws VimException when the server refuses; nothing is left on it then
   */
  public UpdateChannel open(PropertyFilterSpec spec) {
    Patience patience = client.sessionPatience();
    while (true) {
      int generation = client.sessionGeneration();
      try {
        return openIn(spec, generation);
      } catch (FaultException e) {
        if (!e.isNotAuthenticated() || !client.renewSession(generation, patience)) {
          throw e;
        }
      }
    }
  }

  /**
   * Like {@link #open}, in one session only.
   *
   * @param generation the {@link VimClient#sessionGeneration()} of the session
   * @throws FaultException {@code NotAuthenticated} when that session has ended
   */
  public UpdateChannel openIn(PropertyFilterSpec spec, int generation) {
    return openIn(spec, true, generation);
  }

  /**
   * Like {@link #openIn(PropertyFilterSpec, int)}, with a choice of how changes are told.
   *
   * @param inParts whether the server may tell of a changed part of a property under the path of
   *     that part, as of {@code config.hardware.device[4000]}; else it tells the whole property
   */
  public UpdateChannel openIn(PropertyFilterSpec spec, boolean inParts, int generation) {
    SharedWait shared = shared(generation);
    ManagedObjectReference filter = null;
    shared.opening();
    try {
      filter =
          SessionObjects.create(
              client,
              new CreateFilter(collector(), spec, inParts),
              DestroyPropertyFilter::new,
              generation);
    } finally {
      follow(shared, filter);
    }
    return new UpdateChannel(client, shared, filter);
  }

  private void follow(SharedWait shared, @Nullable ManagedObjectReference filter) {
    try {
      shared.opened(filter);
    } catch (VimException e) {
      if (filter != null
          && !SessionObjects.release(
              client, new DestroyPropertyFilter(filter), shared.generation())) {
        client.abandonSession(shared.generation());
      }
      throw e;
    }
  }

  private synchronized SharedWait shared(int generation) {
    SharedWait shared = current;
    if (shared == null || shared.generation() != generation) {
      boolean extended = client.apiVersion().isAtLeast(ApiVersion.V4_1);
      shared = new SharedWait(client, new CollectorWait(client, collector(), generation, extended));
      current = shared;
    }
    return shared;
  }

  private ManagedObjectReference collector() {
    return client.serviceContent().propertyCollector();
  }
}
