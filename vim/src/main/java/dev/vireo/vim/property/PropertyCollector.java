package dev.vireo.vim.property;

import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties of objects: in pages since API 4.1, in one answer before. Thread-safe.
 *
 * <p>A server whose session has ended may answer with data that is empty, or that only says {@code
 * NotAuthenticated} for each property; such an answer is asked for again with a new session.
 */
public final class PropertyCollector {

  private static final int MAX_ATTEMPTS = 3;

  private final VimClient client;
  private final ManagedObjectReference self;
  private final boolean paged;

  /**
   * @param client the client to make calls with
   */
  public PropertyCollector(VimClient client) {
    this.client = client;
    this.self = client.serviceContent().propertyCollector();
    this.paged = client.apiVersion().isAtLeast(ApiVersion.V4_1);
  }

  /**
   * Reads properties of one object: one request.
   *
   * @param object the object
   * @param paths paths of the properties
   * @throws dev.vireo.vim.FaultException {@code ManagedObjectNotFound} when it does not exist
   */
  public ObjectProperties retrieve(ManagedObjectReference object, String... paths) {
    List<ObjectProperties> found =
        retrieve(new PropertyFilter().select(object.type(), paths).from(object).build());
    return found.isEmpty()
        ? new ObjectProperties(new ObjectContent(object, List.of(), List.of()))
        : found.get(0);
  }

  /** Reads properties of all the objects of a filter: one request for each page. */
  public List<ObjectProperties> retrieve(PropertyFilterSpec filter) {
    for (int attempt = 1; ; attempt++) {
      int generation = client.sessionGeneration();
      List<ObjectProperties> objects = new ArrayList<>();
      boolean whole = collect(filter, generation, objects);
      if (whole && (attempt == MAX_ATTEMPTS || !lacksSession(objects))) {
        return objects;
      }
      if (attempt == MAX_ATTEMPTS || (whole && !client.renewSession(generation))) {
        return objects;
      }
    }
  }

  private boolean collect(
      PropertyFilterSpec filter, int generation, List<ObjectProperties> objects) {
    if (!paged) {
      add(client.call(new RetrieveProperties(self, List.of(filter))), objects);
      return true;
    }
    RetrieveOptions options = new RetrieveOptions(client.options().pageSize());
    RetrieveResult page =
        client.callOptional(new RetrievePropertiesEx(self, List.of(filter), options));
    return page == null || collectPages(page, generation, objects);
  }

  /**
   * Reads the remaining pages.
   *
   * @return false when the session was lost between two pages, which makes the rest unreachable
   */
  private boolean collectPages(
      RetrieveResult first, int generation, List<ObjectProperties> objects) {
    @Nullable String open = first.token();
    try {
      add(first.objects(), objects);
      while (open != null) {
        RetrieveResult page = client.call(new ContinueRetrievePropertiesEx(self, open));
        open = page.token();
        add(page.objects(), objects);
      }
      return true;
    } catch (dev.vireo.vim.FaultException e) {
      if (client.sessionGeneration() == generation) {
        throw e;
      }
      return false;
    }
  }

  /** Gives up the pages that are left of a retrieval. */
  void cancel(String token) {
    client.run(new CancelRetrievePropertiesEx(self, token));
  }

  private static void add(List<ObjectContent> contents, List<ObjectProperties> objects) {
    for (ObjectContent content : contents) {
      objects.add(new ObjectProperties(content));
    }
  }

  private static boolean lacksSession(List<ObjectProperties> objects) {
    for (ObjectProperties object : objects) {
      for (MissingProperty missing : object.missing()) {
        if (missing.fault().fault() instanceof NotAuthenticated) {
          return true;
        }
      }
    }
    return false;
  }
}
