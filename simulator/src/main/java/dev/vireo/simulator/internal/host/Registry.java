package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All managed objects that every client sees, by reference. Thread-safe. */
public final class Registry {

  private final ConcurrentHashMap<ManagedObjectReference, ManagedObject> objects =
      new ConcurrentHashMap<>();

  void add(ManagedObject object) {
    ManagedObject other = objects.put(object.ref(), object);
    if (other != null) {
      throw new IllegalStateException("Two objects have the reference " + object.ref());
    }
  }

  void remove(ManagedObject object) {
    objects.remove(object.ref());
  }

  /** The object with this reference; null when there is none. */
  public @Nullable ManagedObject find(ManagedObjectReference ref) {
    return objects.get(ref);
  }
}
