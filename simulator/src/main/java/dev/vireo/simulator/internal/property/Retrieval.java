package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what filter specifications ask for, once, in pages. Which objects there are is decided at
 * the start; their values are those of the moment of each page. Not thread-safe.
 */
public final class Retrieval {

  private record Item(ManagedObject object, FilterPlan plan) {}

  private final ArrayDeque<Item> rest = new ArrayDeque<>();

  /**
   * Selects the objects.
   *
   * @throws RaisedFault when a specification is wrong, or a start object does not exist
   */
  public Retrieval(List<PropertyFilterSpec> specs, Viewer viewer, HostState state) {
    List<FilterPlan> plans = specs.stream().map(FilterPlan::new).toList();
    state.read(() -> {
      plans.forEach(plan -> select(plan, viewer));
      return true;
    });
  }

  private void select(FilterPlan plan, Viewer viewer) {
    Selection.Found found = plan.selection().find(viewer);
    if (!plan.reportsMissingObjects() && !found.missing().isEmpty()) {
      throw Faults.objectNotFound(found.missing().getFirst());
    }
    found.objects().forEach(object -> rest.add(new Item(object, plan)));
  }

  /** The next objects, at most as many as asked for. */
  public List<ObjectContent> next(int max, Viewer viewer, HostState state) {
    return state.read(() -> {
      List<ObjectContent> page = new ArrayList<>(Math.min(max, rest.size()));
      while (page.size() < max && !rest.isEmpty()) {
        Item item = rest.poll();
        ObjectContent content = item.plan().content(item.object(), viewer);
        if (content != null) {
          page.add(content);
        }
      }
      return page;
    });
  }

  /** Whether there is no next page. */
  public boolean done() {
    return rest.isEmpty();
  }
}
