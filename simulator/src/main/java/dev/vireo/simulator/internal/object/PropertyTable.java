package dev.vireo.simulator.internal.object;

import dev.vireo.simulator.internal.schema.ApiRelease;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one kind of managed object: name, API release that brought it, and how the
 * value is read. Tables of super types are copied in, so a look-up is one step.
 *
 * @param <T> the class of the objects
 */
public final class PropertyTable<T extends ManagedObject> {

  /**
   * Reads one property.
   *
   * @param <T> the class of the objects
   */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * The value as the given API release shows it, or null when it is unset. An array is an {@code
     * ArrayOf}.
     */
    @Nullable Object read(T object, ApiRelease api);
  }

  private record Entry<T>(ApiRelease since, Reader<T> reader) {}

  private final List<String> types;
  private final Map<String, Entry<T>> entries;

  private PropertyTable(List<String> types, Map<String, Entry<T>> entries) {
    this.types = List.copyOf(types);
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** Names of the VI types that the objects belong to, the most specific first. */
  List<String> types() {
    return types;
  }

  /** Names of the properties that an API release has, in alphabetic order of definition. */
  Collection<String> names(ApiRelease api) {
    List<String> names = new ArrayList<>(entries.size());
    entries.forEach((name, entry) -> {
      if (api.has(entry.since())) {
        names.add(name);
      }
    });
    return names;
  }

  boolean has(String name, ApiRelease api) {
    Entry<T> entry = entries.get(name);
    return entry != null && api.has(entry.since());
  }

  @Nullable Object read(T object, String name, ApiRelease api) {
    Entry<T> entry = entries.get(name);
    return entry == null || !api.has(entry.since()) ? null : entry.reader().read(object, api);
  }

  /** Starts a table for a type without super types. */
  public static <T extends ManagedObject> Builder<T> of(String type) {
    return new Builder<>(type, null);
  }

  /** Starts a table for a type that has the properties of another one. */
  public static <T extends ManagedObject> Builder<T> of(
      String type, PropertyTable<? super T> parent) {
    return new Builder<>(type, parent);
  }

  /**
   * Collects the rows of a table.
   *
   * @param <T> the class of the objects
   */
  public static final class Builder<T extends ManagedObject> {

    private final List<String> types = new ArrayList<>();
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    private Builder(String type, @Nullable PropertyTable<? super T> parent) {
      types.add(type);
      if (parent != null) {
        inherit(parent);
      }
    }

    private <S extends ManagedObject> void inherit(PropertyTable<S> parent) {
      types.addAll(parent.types);
      parent.entries.forEach((name, entry) -> {
        @SuppressWarnings("unchecked") // a reader of S reads every T, which is an S
        Entry<T> inherited = (Entry<T>) entry;
        entries.put(name, inherited);
      });
    }

    /** Adds a property that all API releases have. */
    public Builder<T> with(String name, Reader<T> reader) {
      return since(ApiRelease.V2_5, name, reader);
    }

    /** Adds a property that came with an API release. */
    public Builder<T> since(ApiRelease since, String name, Reader<T> reader) {
      entries.put(name, new Entry<>(since, reader));
      return this;
    }

    /** The table. */
    public PropertyTable<T> build() {
      return new PropertyTable<>(types, entries);
    }
  }
}
