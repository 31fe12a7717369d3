package dev.vireo.vim.property;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the specification of what to read: properties by type, and the objects by where to start
 * and how to go on.
 */
public final class PropertyFilter {

  private final List<PropertySpec> properties = new ArrayList<>();
  private final List<ObjectSpec> objects = new ArrayList<>();

  /** A filter that asks for nothing yet. */
  public PropertyFilter() {}

  /**
   * Asks for properties of the objects of a type.
   *
   * @param type VI name of the type
   * @param paths paths of the properties
   */
  public PropertyFilter select(String type, String... paths) {
    return select(type, List.of(paths));
  }

  /**
   * Asks for properties of the objects of a type.
   *
   * @param type VI name of the type
   * @param paths paths of the properties
   */
  public PropertyFilter select(String type, List<String> paths) {
    properties.add(new PropertySpec(type, null, paths));
    return this;
  }

  /** Includes an object. */
  public PropertyFilter from(ManagedObjectReference object) {
    objects.add(new ObjectSpec(object, null, List.of()));
    return this;
  }

  /** Includes an object and all that the traversals reach from it. */
  public PropertyFilter from(ManagedObjectReference object, SelectionSpec... traversals) {
    objects.add(new ObjectSpec(object, null, List.of(traversals)));
    return this;
  }

  /** The specification. */
  public PropertyFilterSpec build() {
    return new PropertyFilterSpec(properties, objects, null);
  }

  /**
   * A way to further objects.
   *
   * @param name its name, to refer to it by
   * @param type VI name of the type that it starts from
   * @param path property with the references to follow
   * @param next names of the traversals to go on with
   */
  public static TraversalSpec traversal(String name, String type, String path, String... next) {
    List<SelectionSpec> names = new ArrayList<>();
    for (String each : next) {
      names.add(new SelectionSpec.Plain(each));
    }
    return new TraversalSpec(name, type, path, null, names);
  }
}
