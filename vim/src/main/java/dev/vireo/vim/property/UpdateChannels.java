package dev.vireo.vim.property;

import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens channels for the changes of properties. Thread-safe; one for each client.
 *
 * <p>Only one wait at a time may run on a property collector. The first channel takes the session's
 * own collector, which saves two requests; those that are opened meanwhile get one for themselves.
 * Servers before API 4.1 have only the session's, and channels wait for their turn there.
 */
public final class UpdateChannels {

  private final VimClient client;
  private final Semaphore sessionCollector = new Semaphore(1);

  /**
   * @param client the client to make calls with
   */
  public UpdateChannels(VimClient client) {
    this.client = client;
  }

  /**
   * Starts to follow properties: one request, or two while another channel is open. The caller
   * closes the channel: one request.
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
    boolean extended = client.apiVersion().isAtLeast(ApiVersion.V4_1);
    if (!(extended ? sessionCollector.tryAcquire() : acquired())) {
      return onOwnCollector(spec, generation);
    }
    boolean opened = false;
    try {
      UpdateChannel channel = onSessionCollector(spec, generation, extended);
      opened = true;
      return channel;
    } finally {
      if (!opened) {
        sessionCollector.release();
      }
    }
  }

  private UpdateChannel onSessionCollector(
      PropertyFilterSpec spec, int generation, boolean extended) {
    ManagedObjectReference collector = client.serviceContent().propertyCollector();
    ManagedObjectReference filter =
        createOrAbandon(
            new CreateFilter(collector, spec, true), DestroyPropertyFilter::new, generation);
    return new UpdateChannel(
        client,
        new UpdateChannel.Place(collector, filter, generation, extended),
        new DestroyPropertyFilter(filter),
        sessionCollector::release);
  }

  private UpdateChannel onOwnCollector(PropertyFilterSpec spec, int generation) {
    ManagedObjectReference shared = client.serviceContent().propertyCollector();
    ManagedObjectReference own =
        createOrAbandon(
            new CreatePropertyCollector(shared), DestroyPropertyCollector::new, generation);
    DestroyPropertyCollector release = new DestroyPropertyCollector(own);
    try {
      ManagedObjectReference filter = create(new CreateFilter(own, spec, true), generation);
      UpdateChannel.Place place = new UpdateChannel.Place(own, filter, generation, true);
      return new UpdateChannel(client, place, release, () -> {});
    } catch (VimException e) {
      if (!Release.of(client, release, generation)) {
        client.abandonSession(generation);
      }
      throw e;
    }
  }

  /**
   * Creates an object of the session. When its reference may be lost, only the end of the session
   * can release it.
   */
  private ManagedObjectReference createOrAbandon(
      VimMethod<ManagedObjectReference> method,
      Function<ManagedObjectReference, VimMethod<Void>> release,
      int generation) {
    ManagedObjectReference created;
    try {
      created = create(method, generation);
    } catch (VimException e) {
      if (e.mayHaveTakenEffect()) {
        client.abandonSession(generation);
      }
      throw e;
    }
    if (!client.isInSession(generation)) {
      throw madeInTheNext(created, release, method, generation);
    }
    return created;
  }

  /** An object that may belong to another session than was thought is released there. */
  private FaultException madeInTheNext(
      ManagedObjectReference created,
      Function<ManagedObjectReference, VimMethod<Void>> release,
      VimMethod<?> method,
      int generation) {
    client.renewSession(generation); // at least waits until there is the next one
    if (!Release.of(client, release.apply(created), client.sessionGeneration())) {
      client.abandonSession(client.sessionGeneration());
    }
    return new FaultException(
        method.getClass().getSimpleName(),
        "NotAuthenticated",
        new NotAuthenticated(method.self(), "System.View"),
        "The session of this object has ended.");
  }

  private ManagedObjectReference create(VimMethod<ManagedObjectReference> method, int generation) {
    @Nullable ManagedObjectReference created =
        client.callInSession(method, client.options().callTimeout(), generation);
    if (created == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          method.getClass().getSimpleName() + " was answered without a result.",
          null);
    }
    return created;
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
