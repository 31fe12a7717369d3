package dev.vireo.simulator;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CheckForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that follows one filter, from version to version. */
final class Watch implements AutoCloseable {

  private static final int SECONDS = 60;

  private final VimClient client;
  private final ManagedObjectReference collector;
  private final ManagedObjectReference filter;
  private final boolean own;
  private final Map<String, @Nullable Object> values = new HashMap<>();
  private String version = "";

  private Watch(
      VimClient client, ManagedObjectReference collector, PropertyFilterSpec spec, boolean own) {
    this.client = client;
    this.collector = collector;
    this.own = own;
    this.filter = client.call(new CreateFilter(collector, spec, true));
  }

  /** On the session's own collector. */
  static Watch of(VimClient client, PropertyFilterSpec spec) {
    return new Watch(client, client.serviceContent().propertyCollector(), spec, false);
  }

  /** On a collector of its own, so that others may wait, too. */
  static Watch alone(VimClient client, PropertyFilterSpec spec) {
    ManagedObjectReference shared = client.serviceContent().propertyCollector();
    return new Watch(client, client.call(new CreatePropertyCollector(shared)), spec, true);
  }

  ManagedObjectReference filter() {
    return filter;
  }

  String version() {
    return version;
  }

  /** The next changes, however long they take. */
  List<ObjectUpdate> next() {
    List<ObjectUpdate> changes = changes(ask(version, SECONDS, null));
    if (changes.isEmpty()) {
      throw new AssertionError("nothing changed");
    }
    return changes;
  }

  /** The changes so far; empty for none. */
  List<ObjectUpdate> now() {
    return changes(ask(version, 0, null));
  }

  /** Asks from a version on. */
  @Nullable UpdateSet ask(String from, @Nullable Integer seconds, @Nullable Integer objects) {
    if (client.serviceContent().about().apiVersion().startsWith("2.")) {
      return seconds != null && seconds == 0
          ? client.callOptional(new CheckForUpdates(collector, from))
          : client.callOptional(new WaitForUpdates(collector, from), HostTestBase.TIMEOUT);
    }
    return client.callOptional(
        new WaitForUpdatesEx(collector, from, new WaitOptions(seconds, objects)));
  }

  /** Takes an answer for the last one. */
  List<ObjectUpdate> changes(@Nullable UpdateSet answer) {
    if (answer == null) {
      return List.of();
    }
    version = answer.version();
    List<ObjectUpdate> changes =
        answer.filterSet().stream()
            .filter(update -> update.filter().equals(filter))
            .flatMap(update -> update.objectSet().stream())
            .toList();
    for (ObjectUpdate update : changes) {
      for (PropertyChange change : update.changeSet()) {
        values.put(update.obj() + " " + change.name(), change.val());
      }
    }
    return changes;
  }

  /** The last known value of a property; null when it is unset or was never reported. */
  @Nullable Object last(ManagedObjectReference object, String path) {
    return values.get(object + " " + path);
  }

  @Override
  public void close() {
    if (own) {
      client.run(new DestroyPropertyCollector(collector));
    } else {
      client.run(new DestroyPropertyFilter(filter));
    }
  }
}
