package dev.vireo.simulator.internal.object;

import dev.vireo.vim.types.ArrayOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property that refers to several managed objects. The array that goes on the wire is kept until
 * the next change, because a folder may hold ten thousand machines.
 */
public final class References<T extends ManagedObject> {

  private final List<T> objects = new ArrayList<>();
  private volatile @Nullable ArrayOf array;

  public void add(T object) {
    objects.add(object);
    array = null;
  }

  public boolean remove(T object) {
    array = null;
    return objects.remove(object);
  }

  public boolean contains(T object) {
    return objects.contains(object);
  }

  public List<T> objects() {
    return Collections.unmodifiableList(objects);
  }

  public ArrayOf array() {
    ArrayOf known = array;
    if (known == null) {
      known = ArrayOf.references(objects.stream().map(ManagedObject::ref).toList());
      array = known;
    }
    return known;
  }
}
