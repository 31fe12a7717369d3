package dev.vireo.cli.verb.snapshot;

import dev.vireo.DomainSnapshot;
import dev.vireo.DomainSnapshotSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots as a tree, as virsh draws it. */
final class SnapshotTreeText {

  private static final String BELOW = "  ";

  private final List<DomainSnapshotSummary> snapshots;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param snapshots the snapshots, each parent's children in the order in which they are drawn
   * @param from the one below which they are; null for all of a domain
   */
  SnapshotTreeText(List<DomainSnapshotSummary> snapshots, @Nullable DomainSnapshot from) {
    this.snapshots = snapshots;
    if (from == null) {
      for (DomainSnapshotSummary each : snapshots) {
        if (each.parent() == null) {
          draw(each.name(), children(each.snapshot()), "", true, true);
        }
      }
    } else {
      draw(from.getName(), children(from), "", true, true);
    }
  }

  private List<DomainSnapshotSummary> children(DomainSnapshot snapshot) {
    List<DomainSnapshotSummary> children = new ArrayList<>();
    for (DomainSnapshotSummary each : snapshots) {
      DomainSnapshot parent = each.parent();
      if (parent != null && parent.getReference().equals(snapshot.getReference())) {
        children.add(each);
      }
    }
    return children;
  }

  private void draw(
      String name,
      List<DomainSnapshotSummary> children,
      String indent,
      boolean root,
      boolean last) {
    text.append(indent).append(root ? "" : "+- ").append(name).append('\n');
    String below = root ? indent : indent + (last ? "  " : "| ");
    if (!children.isEmpty()) {
      text.append(below).append("  |\n");
    }
    for (int i = 0; i < children.size(); i++) {
      DomainSnapshotSummary child = children.get(i);
      draw(
          child.name(), children(child.snapshot()), below + BELOW, false, i == children.size() - 1);
    }
    if (children.isEmpty() && last) {
      text.append(below).append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
