package dev.vireo.vim.property;

import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties of objects: in pages since API 4.1, in one answer before. Thread-safe.
 *
 * <p>A server whose session has ended may answer with data that is empty, or that only says {@code
 * NotAuthenticated} for each property; such an answer is asked for again with a new session.
 */
public final class PropertyCollector {

  /** So many pages in a row may bring nothing. */
  private static final int PAGES_IN_VAIN = 3;

  /** More objects than any server has; a server that has no end of them is not read to its end. */
  private static final int MOST_OBJECTS = 250_000;

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

  /**
   * Reads properties of all the objects of a filter: one request for each page.
   *
   * @throws ProtocolException of kind {@code ENDLESS} when the pages have no end
   */
  public List<ObjectProperties> retrieve(PropertyFilterSpec filter) {
    Patience patience = client.sessionPatience();
    while (true) {
      int generation = client.sessionGeneration();
      List<ObjectProperties> objects = new ArrayList<>();
      boolean whole = collect(filter, generation, objects);
      if (whole && !lacksSession(objects)) {
        return objects;
      }
      if (!client.renewSession(generation, patience)) {
        return whole ? objects : halfRead();
      }
    }
  }

  private static List<ObjectProperties> halfRead() {
    throw new ProtocolException(
        ProtocolException.Kind.ENDLESS,
        "The server ends each session before the last page of a retrieval.",
        null);
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
      if (open != null) {
        collectFurther(open, objects);
      }
      return true;
    } catch (FaultException e) {
      if (client.sessionGeneration() == generation) {
        throw e;
      }
      return false;
    }
  }

  private void collectFurther(String token, List<ObjectProperties> objects) {
    Patience patience = new Patience(PAGES_IN_VAIN);
    Set<ManagedObjectReference> seen = new HashSet<>();
    objects.forEach(object -> seen.add(object.object()));
    @Nullable String open = token;
    while (open != null) {
      RetrieveResult page = client.call(new ContinueRetrievePropertiesEx(self, open));
      open = page.token();
      int before = seen.size();
      page.objects().forEach(object -> seen.add(object.obj()));
      add(page.objects(), objects);
      if (open != null) {
        requireEnd(open, seen.size() > before, seen.size(), patience);
      }
    }
  }

  /** Gives up when nothing says that the pages will have an end. */
  private void requireEnd(String open, boolean gained, int objects, Patience patience) {
    if (gained && objects <= MOST_OBJECTS) {
      patience.gained();
    } else if (objects <= MOST_OBJECTS && patience.spend()) {
      client.pause(patience.pause());
    } else {
      ProtocolException endless =
          new ProtocolException(
              ProtocolException.Kind.ENDLESS,
              "The server offers page after page "
                  + (gained
                      ? "and has given more than " + MOST_OBJECTS + " objects."
                      : "without anything new."),
              null);
      try {
        cancel(open);
      } catch (VimException e) {
        endless.addSuppressed(e);
      }
      throw endless;
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
        if (SoapCodec.faultName(missing.fault().fault()).equals("NotAuthenticated")) {
          return true;
        }
      }
    }
    return false;
  }
}
