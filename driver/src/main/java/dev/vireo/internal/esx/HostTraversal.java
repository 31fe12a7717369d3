package dev.vireo.internal.esx;

import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import java.util.ArrayList;
import java.util.List;

/** The way from a folder of an inventory down to its hosts. */
public final class HostTraversal {

  private HostTraversal() {}

  /**
   * The steps through folders, datacenters and compute resources to the hosts.
   *
   * @param onward steps from the hosts on
   */
  public static SelectionSpec[] from(TraversalSpec... onward) {
    List<String> next = new ArrayList<>();
    for (TraversalSpec step : onward) {
      next.add(step.name());
    }
    List<SelectionSpec> steps = new ArrayList<>();
    steps.add(
        PropertyFilter.traversal(
            "folder", "Folder", "childEntity", "folder", "datacenter", "host"));
    steps.add(PropertyFilter.traversal("datacenter", "Datacenter", "hostFolder", "folder"));
    steps.add(
        PropertyFilter.traversal("host", "ComputeResource", "host", next.toArray(String[]::new)));
    steps.addAll(List.of(onward));
    return steps.toArray(SelectionSpec[]::new);
  }
}
