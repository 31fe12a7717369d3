package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.PowerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of a machine: trees, since several can be taken on top of one. Immutable.
 *
 * @param roots those that were taken on top of none, oldest first
 * @param current number of the one that the machine's state is based on; null for none
 */
public record Snapshots(List<Snapshot> roots, @Nullable Integer current) {

  /** No snapshots. */
  public static final Snapshots NONE = new Snapshots(List.of(), null);

  /** Copies the list. */
  public Snapshots {
    roots = List.copyOf(roots);
  }

  /**
   * A snapshot and those on top of it.
   *
   * @param id its number within the machine, from 1
   * @param name its name, which need not be unique
   * @param description notes; possibly empty
   * @param created when it was taken
   * @param power whether the machine ran
   * @param quiesced whether the guest's file systems were quiesced
   * @param state what the machine was made of, without snapshots
   * @param children those that were taken on top of it, oldest first
   */
  public record Snapshot(
      int id,
      String name,
      String description,
      Instant created,
      PowerState power,
      boolean quiesced,
      MachineDefinition state,
      List<Snapshot> children) {

    /** Copies the list. */
    public Snapshot {
      children = List.copyOf(children);
    }

    private Snapshot withChildren(List<Snapshot> others) {
      return new Snapshot(id, name, description, created, power, quiesced, state, others);
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return roots.isEmpty();
  }

  /** All snapshots, each before those on top of it. */
  public List<Snapshot> all() {
    List<Snapshot> all = new ArrayList<>();
    collect(roots, all);
    return all;
  }

  private static void collect(List<Snapshot> snapshots, List<Snapshot> into) {
    for (Snapshot snapshot : snapshots) {
      into.add(snapshot);
      collect(snapshot.children(), into);
    }
  }

  /** The number that the next snapshot gets: one that none has had. */
  public int nextId() {
    return all().stream().mapToInt(Snapshot::id).max().orElse(0) + 1;
  }

  /** These and a new one on top of the current one, which becomes the current one. */
  public Snapshots taken(Snapshot snapshot) {
    List<Snapshot> changed =
        current == null ? plus(roots, snapshot) : below(roots, current, snapshot);
    return new Snapshots(changed, snapshot.id());
  }

  private static List<Snapshot> below(List<Snapshot> snapshots, int parent, Snapshot added) {
    return snapshots.stream()
        .map(each ->
            each.withChildren(
                each.id() == parent
                    ? plus(each.children(), added)
                    : below(each.children(), parent, added)))
        .toList();
  }

  private static List<Snapshot> plus(List<Snapshot> snapshots, Snapshot added) {
    List<Snapshot> all = new ArrayList<>(snapshots);
    all.add(added);
    return all;
  }
}
