package dev.vireo.simulator.internal.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which disks of a machine are on top of which. Works one change out; not for a second one. */
public final class DiskTree {

  /**
   * What becomes of disks that nobody needs any more.
   *
   * @param orders what is to be done with files, in this order
   * @param moved where the content of a disk is then, by where it was
   */
  public record Outcome(List<FileOrder> orders, Map<String, String> moved) {

    /** Copies the collections. */
    public Outcome {
      orders = List.copyOf(orders);
      moved = Map.copyOf(moved);
    }

    /** Where the content of a disk is then. */
    public String placeOf(String file) {
      return moved.getOrDefault(file, file);
    }
  }

  /** Each disk with the one below it; null for one that is whole. */
  private final Map<String, @Nullable String> below = new LinkedHashMap<>();

  private final List<FileOrder> orders = new ArrayList<>();
  private final Map<String, String> moved = new LinkedHashMap<>();

  /**
   * @param tops disks
   * @param chain gives a disk and those below it, down to one that is whole
   */
  public DiskTree(Iterable<String> tops, Function<String, List<String>> chain) {
    for (String top : tops) {
      List<String> disks = chain.apply(top);
      for (int i = 0; i < disks.size(); i++) {
        below.putIfAbsent(disks.get(i), i + 1 < disks.size() ? disks.get(i + 1) : null);
      }
    }
  }

  /**
   * What is left when only some disks are needed. A disk on top of another one that nobody needs is
   * deleted; one below a single other takes its content, if that is wanted.
   *
   * @param wanted the disks that are needed
   * @param ours whether a disk belongs to the machine, so that it may be changed
   * @param merge whether disks are merged
   */
  public Outcome pruned(Set<String> wanted, Predicate<String> ours, boolean merge) {
    Set<String> needed = new HashSet<>(wanted);
    boolean again = true;
    while (again) {
      again = false;
      for (String disk : List.copyOf(below.keySet())) {
        if (!needed.contains(disk) && ours.test(disk) && below.containsKey(disk)) {
          again |= drop(disk, needed, merge);
        }
      }
    }
    return new Outcome(orders, moved);
  }

  private boolean drop(String disk, Set<String> needed, boolean merge) {
    List<String> above = above(disk);
    if (above.isEmpty() && below.get(disk) != null) {
      orders.add(new FileOrder.Destroy(disk));
      below.remove(disk);
      return true;
    }
    if (!merge || above.size() != 1) {
      return false;
    }
    String child = above.getFirst();
    orders.add(new FileOrder.Commit(child, disk));
    for (String each : above(child)) {
      below.put(each, disk);
      orders.add(new FileOrder.Rebase(each, disk));
    }
    below.remove(child);
    moved.replaceAll((from, to) -> to.equals(child) ? disk : to);
    moved.put(child, disk);
    if (needed.remove(child)) {
      needed.add(disk);
    }
    return true;
  }

  private List<String> above(String disk) {
    return below.entrySet().stream()
        .filter(each -> disk.equals(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
