package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.PowerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of a machine: trees, since several can be taken on top of one. Immutable.
 *
 * @param roots those that were taken on top of none, oldest first
 * @param current number of the one that the machine's state is based on; null for none
 * @param lastId the highest number that one has had, be it gone; 0 for none
 */
public record Snapshots(List<Snapshot> roots, @Nullable Integer current, int lastId) {

  /** No snapshots, and none before. */
  public static final Snapshots NONE = new Snapshots(List.of(), null, 0);

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
   * @param power whether the machine runs when it goes back to it: never without its memory
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

    private Snapshot named(String newName, String newDescription) {
      return new Snapshot(id, newName, newDescription, created, power, quiesced, state, children);
    }

    private Snapshot withState(MachineDefinition newState) {
      return new Snapshot(id, name, description, created, power, quiesced, newState, children);
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

  /** The snapshot with a number. */
  public Optional<Snapshot> find(int id) {
    return all().stream().filter(each -> each.id() == id).findFirst();
  }

  /** The current one. */
  public Optional<Snapshot> currentOne() {
    return current == null ? Optional.empty() : find(current);
  }

  /** The one that another was taken on top of. */
  private Optional<Snapshot> parent(int id) {
    return all().stream()
        .filter(each -> each.children().stream().anyMatch(child -> child.id() == id))
        .findFirst();
  }

  /** Number of the one that another was taken on top of; null for none. */
  public @Nullable Integer parentOf(int id) {
    return parent(id).map(Snapshot::id).orElse(null);
  }

  /** How many snapshots the machine's state is on top of. */
  public int depth() {
    int depth = 0;
    for (Optional<Snapshot> each = currentOne(); each.isPresent(); each = parent(each.get().id())) {
      depth++;
    }
    return depth;
  }

  /** The number that the next snapshot gets: one that none has had. */
  public int nextId() {
    return lastId + 1;
  }

  /** These and a new one on top of the current one, which becomes the current one. */
  public Snapshots taken(Snapshot snapshot) {
    List<Snapshot> changed =
        current == null
            ? plus(roots, snapshot)
            : edited(
                roots,
                current,
                each -> List.of(each.withChildren(plus(each.children(), snapshot))));
    return new Snapshots(changed, snapshot.id(), Math.max(lastId, snapshot.id()));
  }

  /** These, with the machine's state based on another one. */
  public Snapshots basedOn(int id) {
    return new Snapshots(roots, id, lastId);
  }

  /** These, one of them with another name and other notes. */
  public Snapshots renamed(int id, String name, String description) {
    return new Snapshots(
        edited(roots, id, each -> List.of(each.named(name, description))), current, lastId);
  }

  /** These without one; those on top of it are on top of its parent then. */
  public Snapshots without(int id) {
    Integer parent = parentOf(id);
    boolean wasCurrent = current != null && current == id;
    return new Snapshots(
        edited(roots, id, Snapshot::children), wasCurrent ? parent : current, lastId);
  }

  /** These without one and all on top of it. */
  public Snapshots withoutTree(int id) {
    Integer parent = parentOf(id);
    Snapshots rest = new Snapshots(edited(roots, id, each -> List.of()), current, lastId);
    return rest.current != null && rest.find(rest.current).isEmpty()
        ? new Snapshots(rest.roots, parent, lastId)
        : rest;
  }

  /** None of these. */
  public Snapshots cleared() {
    return new Snapshots(List.of(), null, lastId);
  }

  /** These, with what each keeps of the machine changed. */
  public Snapshots mapped(UnaryOperator<MachineDefinition> edit) {
    return new Snapshots(mapped(roots, edit), current, lastId);
  }

  private static List<Snapshot> mapped(
      List<Snapshot> snapshots, UnaryOperator<MachineDefinition> edit) {
    return snapshots.stream()
        .map(each -> each.withState(edit.apply(each.state())))
        .map(each -> each.withChildren(mapped(each.children(), edit)))
        .toList();
  }

  /** Puts others in the place of one. */
  private static List<Snapshot> edited(List<Snapshot> snapshots, int id, Edit edit) {
    List<Snapshot> changed = new ArrayList<>();
    for (Snapshot each : snapshots) {
      if (each.id() == id) {
        changed.addAll(edit.of(each));
      } else {
        changed.add(each.withChildren(edited(each.children(), id, edit)));
      }
    }
    return changed;
  }

  /** What becomes of a snapshot. */
  private interface Edit {
    List<Snapshot> of(Snapshot snapshot);
  }

  private static List<Snapshot> plus(List<Snapshot> snapshots, Snapshot added) {
    List<Snapshot> all = new ArrayList<>(snapshots);
    all.add(added);
    return all;
  }
}
