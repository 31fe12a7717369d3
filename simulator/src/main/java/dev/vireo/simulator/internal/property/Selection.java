package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a filter specification is about: start objects, and those that its traversals lead
 * to. Traversals may refer to each other by name, also in circles; each object is visited once by
 * each traversal.
 */
final class Selection {

  /** A traversal with its references by name resolved. */
  private static final class Edge {
    final String type;
    final PropertyPath path;
    final boolean skip;
    final List<Edge> next = new ArrayList<>();

    Edge(TraversalSpec spec) {
      this.type = spec.type();
      this.path = new PropertyPath(spec.path());
      this.skip = Boolean.TRUE.equals(spec.skip());
    }
  }

  private record Start(ManagedObjectReference object, boolean skip, List<Edge> edges) {}

  private record Visit(ManagedObject object, List<Edge> edges) {}

  /**
   * What was found.
   *
   * @param objects the selected objects in the order found
   * @param missing start objects that do not exist
   */
  record Found(Collection<ManagedObject> objects, List<ManagedObjectReference> missing) {}

  private final List<Start> starts = new ArrayList<>();
  private final boolean traverses;

  /**
   * Resolves the names in a specification.
   *
   * @throws RaisedFault {@code InvalidArgument} for a name that nothing has
   */
  Selection(PropertyFilterSpec spec) {
    boolean any = false;
    for (ObjectSpec object : spec.objectSet()) {
      Map<TraversalSpec, Edge> edges = new HashMap<>();
      Map<String, Edge> named = new HashMap<>();
      for (SelectionSpec each : object.selectSet()) {
        declare(each, edges, named);
      }
      edges.forEach((traversal, edge) -> link(traversal.selectSet(), edge.next, edges, named));
      List<Edge> first = new ArrayList<>();
      link(object.selectSet(), first, edges, named);
      starts.add(new Start(object.obj(), Boolean.TRUE.equals(object.skip()), first));
      any |= !first.isEmpty();
    }
    this.traverses = any;
  }

  private static void declare(
      SelectionSpec spec, Map<TraversalSpec, Edge> edges, Map<String, Edge> named) {
    if (spec instanceof TraversalSpec traversal && !edges.containsKey(traversal)) {
      Edge edge = new Edge(traversal);
      edges.put(traversal, edge);
      if (traversal.name() != null) {
        named.put(traversal.name(), edge);
      }
      for (SelectionSpec each : traversal.selectSet()) {
        declare(each, edges, named);
      }
    }
  }

  private static void link(
      List<SelectionSpec> specs,
      List<Edge> into,
      Map<TraversalSpec, Edge> edges,
      Map<String, Edge> named) {
    for (SelectionSpec spec : specs) {
      @Nullable Edge edge =
          switch (spec) {
            case TraversalSpec traversal -> edges.get(traversal);
            case SelectionSpec.Plain name -> name.name() == null ? null : named.get(name.name());
            default -> null;
          };
      if (edge == null) {
        throw Faults.invalidArgument("selectSet");
      }
      into.add(edge);
    }
  }

  /** Whether it leads from objects to others, so that the set can change with them. */
  boolean traverses() {
    return traverses;
  }

  /** Follows all traversals as the inventory is now. */
  Found find(Viewer viewer) {
    Set<ManagedObject> objects = new LinkedHashSet<>();
    List<ManagedObjectReference> missing = new ArrayList<>();
    Map<Edge, Set<ManagedObject>> visited = new HashMap<>();
    ArrayDeque<Visit> open = new ArrayDeque<>();
    for (Start start : starts) {
      ManagedObject object = viewer.find(start.object());
      if (object == null) {
        missing.add(start.object());
        continue;
      }
      if (!start.skip()) {
        objects.add(object);
      }
      open.add(new Visit(object, start.edges()));
    }
    while (!open.isEmpty()) {
      Visit visit = open.poll();
      for (Edge edge : visit.edges()) {
        if (visit.object().isA(edge.type)) {
          follow(visit.object(), edge, viewer, objects, visited, open);
        }
      }
    }
    return new Found(objects, missing);
  }

  private static void follow(
      ManagedObject from,
      Edge edge,
      Viewer viewer,
      Set<ManagedObject> objects,
      Map<Edge, Set<ManagedObject>> visited,
      ArrayDeque<Visit> open) {
    if (viewer.refusal(from, edge.path.property()) != null) {
      return;
    }
    Object value = edge.path.read(from, viewer.api());
    List<?> references =
        switch (value) {
          case null -> List.of();
          case ArrayOf array -> array.items();
          case ManagedObjectReference single -> List.of(single);
          default -> throw Faults.invalidProperty(edge.path.text());
        };
    Set<ManagedObject> seen = visited.computeIfAbsent(edge, key -> new HashSet<>());
    for (Object reference : references) {
      ManagedObject target = viewer.find((ManagedObjectReference) reference);
      if (target != null && seen.add(target)) {
        if (!edge.skip) {
          objects.add(target);
        }
        if (!edge.next.isEmpty()) {
          open.add(new Visit(target, edge.next));
        }
      }
    }
  }
}
