package dev.vireo.simulator.internal.object;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All managed objects that every client sees, by their identifiers. Thread-safe. */
public final class Registry {

  private final ConcurrentHashMap<String, ManagedObject> objects = new ConcurrentHashMap<>();

  public void add(ManagedObject object) {
    ManagedObject other = objects.put(object.ref().value(), object);
    if (other != null) {
      throw new IllegalStateException("Two objects have the identifier of " + object);
    }
  }

  public void remove(ManagedObject object) {
    objects.remove(object.ref().value());
  }

  /**
   * The object with this reference; null when there is none. As with real servers the identifier
   * decides, whatever type the client says it has.
   */
  public @Nullable ManagedObject find(ManagedObjectReference ref) {
    return objects.get(ref.value());
  }
}
