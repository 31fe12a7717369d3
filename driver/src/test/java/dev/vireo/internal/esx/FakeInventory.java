package dev.vireo.internal.esx;

import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.NamedSelectionSpec;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects with properties by path, and a property collector over them. */
final class FakeInventory {

  /** Thrown for an object that does not exist. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ManagedObjectReference object;

    Unknown(ManagedObjectReference object) {
      this.object = object;
    }

    ManagedObjectReference object() {
      return object;
    }
  }

  private final Map<ManagedObjectReference, Map<String, Object>> objects = new LinkedHashMap<>();

  void put(ManagedObjectReference object, String path, @Nullable Object value) {
    Map<String, Object> properties = objects.computeIfAbsent(object, key -> new HashMap<>());
    if (value == null) {
      properties.remove(path);
    } else {
      properties.put(path, value);
    }
  }

  void remove(ManagedObjectReference object) {
    objects.remove(object);
    objects
        .values()
        .forEach(properties ->
            properties.replaceAll((path, value) ->
                value instanceof List<?> list && list.contains(object)
                    ? list.stream().filter(each -> !each.equals(object)).toList()
                    : value));
  }

  @Nullable Object get(ManagedObjectReference object, String path) {
    return properties(object).get(path);
  }

  private Map<String, Object> properties(ManagedObjectReference object) {
    Map<String, Object> properties = objects.get(object);
    if (properties == null) {
      throw new Unknown(object);
    }
    return properties;
  }

  List<ObjectContent> retrieve(PropertyFilterSpec filter) {
    Set<ManagedObjectReference> found = new LinkedHashSet<>();
    for (ObjectSpec spec : filter.objectSet()) {
      properties(spec.obj());
      visit(spec.obj(), spec.selectSet(), named(spec.selectSet()), found);
    }
    List<ObjectContent> contents = new ArrayList<>();
    for (ManagedObjectReference object : found) {
      filter.propSet().stream()
          .filter(spec -> isA(object, spec.type()))
          .findFirst()
          .ifPresent(spec -> contents.add(content(object, spec)));
    }
    return contents;
  }

  private ObjectContent content(ManagedObjectReference object, PropertySpec spec) {
    List<DynamicProperty> values = new ArrayList<>();
    List<MissingProperty> missing = new ArrayList<>();
    for (String path : spec.pathSet()) {
      Object value = get(object, path);
      if (value instanceof MethodFault fault) {
        missing.add(new MissingProperty(path, new LocalizedMethodFault(fault, "refused")));
      } else if (value != null) {
        values.add(new DynamicProperty(path, value));
      }
    }
    return new ObjectContent(object, values, missing);
  }

  private static Map<String, TraversalSpec> named(Collection<SelectionSpec> specs) {
    Map<String, TraversalSpec> named = new HashMap<>();
    for (SelectionSpec spec : specs) {
      if (spec instanceof TraversalSpec traversal && traversal.name() != null) {
        named.put(traversal.name(), traversal);
      }
    }
    return named;
  }

  private void visit(
      ManagedObjectReference object,
      List<SelectionSpec> ways,
      Map<String, TraversalSpec> named,
      Set<ManagedObjectReference> found) {
    found.add(object);
    for (SelectionSpec way : ways) {
      TraversalSpec traversal =
          way instanceof TraversalSpec direct
              ? direct
              : named.get(((NamedSelectionSpec) way).name());
      if (traversal != null && isA(object, traversal.type())) {
        for (ManagedObjectReference next : references(get(object, traversal.path()))) {
          if (objects.containsKey(next)) {
            visit(next, traversal.selectSet(), named, found);
          }
        }
      }
    }
  }

  private static List<ManagedObjectReference> references(@Nullable Object value) {
    return switch (value) {
      case ManagedObjectReference one -> List.of(one);
      case List<?> list ->
          list.stream()
              .filter(ManagedObjectReference.class::isInstance)
              .map(ManagedObjectReference.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  private static boolean isA(ManagedObjectReference object, String type) {
    return object.type().equals(type)
        || (type.equals("ComputeResource") && object.type().equals("ClusterComputeResource"))
        || (type.equals("ManagedEntity") && !object.type().equals("Task"));
  }
}
