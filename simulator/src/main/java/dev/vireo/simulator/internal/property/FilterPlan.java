package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter specification made ready: which objects, and which properties of each type. One plan
 * serves one call or one filter; it is not thread-safe.
 */
final class FilterPlan {

  private final PropertyFilterSpec spec;
  private final Selection selection;
  private final Map<String, Optional<List<PropertyPath>>> pathsByType = new HashMap<>();

  /**
   * Makes a specification ready.
   *
   * @throws RaisedFault {@code InvalidArgument} when it contradicts itself
   */
  FilterPlan(PropertyFilterSpec spec) {
    if (spec.objectSet().isEmpty()) {
      throw Faults.invalidArgument("specSet.objectSet");
    }
    if (spec.propSet().isEmpty()) {
      throw Faults.invalidArgument("specSet.propSet");
    }
    this.spec = spec;
    this.selection = new Selection(spec);
  }

  PropertyFilterSpec spec() {
    return spec;
  }

  Selection selection() {
    return selection;
  }

  boolean reportsMissingObjects() {
    return Boolean.TRUE.equals(spec.reportMissingObjectsInResults());
  }

  /**
   * The paths to read of an object; null when the specification does not speak of its type.
   *
   * @throws RaisedFault {@code InvalidProperty} when the type has no such property
   */
  @Nullable List<PropertyPath> pathsFor(ManagedObject object, ApiRelease api) {
    String type = object.ref().type();
    Optional<List<PropertyPath>> known = pathsByType.get(type);
    if (known == null) {
      known = Optional.ofNullable(collectPaths(object, api));
      pathsByType.put(type, known);
    }
    return known.orElse(null);
  }

  private @Nullable List<PropertyPath> collectPaths(ManagedObject object, ApiRelease api) {
    boolean matched = false;
    Set<PropertyPath> paths = new LinkedHashSet<>();
    for (PropertySpec properties : spec.propSet()) {
      if (!object.isA(properties.type())) {
        continue;
      }
      matched = true;
      if (Boolean.TRUE.equals(properties.all())) {
        object.propertyNames(api).forEach(name -> paths.add(new PropertyPath(name)));
      } else {
        properties.pathSet().forEach(path -> paths.add(new PropertyPath(path)));
      }
    }
    for (PropertyPath path : paths) {
      if (!object.hasProperty(path.property(), api)) {
        throw Faults.invalidProperty(path.text());
      }
    }
    return matched ? List.copyOf(paths) : null;
  }

  /** What the viewer sees of an object; null when the specification does not speak of its type. */
  @Nullable ObjectContent content(ManagedObject object, Viewer viewer) {
    List<PropertyPath> paths = pathsFor(object, viewer.api());
    if (paths == null) {
      return null;
    }
    List<DynamicProperty> values = new ArrayList<>(paths.size());
    List<MissingProperty> missing = new ArrayList<>(0);
    for (PropertyPath path : paths) {
      RaisedFault refusal = viewer.refusal(object, path.property());
      if (refusal != null) {
        missing.add(new MissingProperty(path.text(), Faults.localized(refusal)));
        continue;
      }
      Object value = path.read(object, viewer.api());
      if (value != null) {
        values.add(new DynamicProperty(path.text(), value));
      }
    }
    return new ObjectContent(object.ref(), values, missing);
  }
}
