package dev.vireo.simulator.internal.object;

import dev.vireo.simulator.internal.schema.ApiMember;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ApiType;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An object that lives on the simulated host and that clients know by its reference. Its state is
 * guarded by {@link HostState}.
 */
public abstract class ManagedObject {

  private final ManagedObjectReference ref;
  private final Set<String> denied = ConcurrentHashMap.newKeySet(0);
  private Map<String, Shown> overrides = Map.of();
  private long version;

  /**
   * A value that is shown in place of the real one.
   *
   * @param value the value; null for unset
   */
  public record Shown(@Nullable Object value) {}

  /**
   * @param ref the reference by which clients know the object
   */
  protected ManagedObject(ManagedObjectReference ref) {
    this.ref = ref;
  }

  /** The reference by which clients know this object. */
  public final ManagedObjectReference ref() {
    return ref;
  }

  /** {@link HostState#version()} of the last change of a property. */
  public final long version() {
    return version;
  }

  final void markChanged(long newVersion) {
    this.version = newVersion;
  }

  /** Makes a property, and all below it, unreadable for want of a privilege. */
  public final void deny(String property) {
    denied.add(property);
  }

  /** Whether the user lacks the privilege to read a property. */
  public final boolean isDenied(String property) {
    return !denied.isEmpty() && denied.contains(property);
  }

  /** Shows a value at a path; only under {@link HostState#write}. */
  public final void override(String path, @Nullable Object value) {
    Map<String, Shown> all = new HashMap<>(overrides);
    all.put(path, new Shown(value));
    overrides = Map.copyOf(all);
  }

  /** What to show at a path in place of the real value; null for the real value. */
  public final @Nullable Shown shownAt(String path) {
    return overrides.get(path);
  }

  /** Whether this object is of a VI type or of a type derived from it. */
  public final boolean isA(String type) {
    return type.equals("ManagedObject") || table().types().contains(type);
  }

  /** Names of the properties that an API release has. */
  public final Collection<String> propertyNames(ApiRelease api) {
    Set<String> names = new LinkedHashSet<>(table().names(api));
    ApiType type = ApiTypes.all().find(ref.type());
    if (type != null) {
      type.members().stream()
          .filter(member -> api.has(member.since()))
          .forEach(member -> names.add(member.name()));
    }
    return names;
  }

  /** Whether there is a property of this name in an API release, set or not. */
  public final boolean hasProperty(String name, ApiRelease api) {
    return table().has(name, api) || leads(List.of(name), api);
  }

  /**
   * Whether an API release has something at a path, be it unset in this object.
   *
   * @param path name of a property, and names of members
   */
  public final boolean leads(List<String> path, ApiRelease api) {
    return ApiTypes.all().leads(ref.type(), path, api);
  }

  /**
   * The value of a property as an API release shows it; null when it is unset or unknown. An array
   * that the host has nothing for is empty.
   */
  public final @Nullable Object property(String name, ApiRelease api) {
    return table().has(name, api) ? read(table(), this, name, api) : emptyArray(name, api);
  }

  private @Nullable Object emptyArray(String name, ApiRelease api) {
    ApiType type = ApiTypes.all().find(ref.type());
    ApiMember member = type == null ? null : type.member(name, api);
    return member != null && member.array()
        ? new ArrayOf(ApiTypes.all().itemType(member), List.of())
        : null;
  }

  @SuppressWarnings("unchecked") // table() of a class is a table for that class
  private static <T extends ManagedObject> @Nullable Object read(
      PropertyTable<T> table, ManagedObject object, String name, ApiRelease api) {
    return table.read((T) object, name, api);
  }

  /** The properties of this kind of object. */
  protected abstract PropertyTable<?> table();

  @Override
  public final String toString() {
    return ref.toString();
  }
}
