package dev.vireo.internal.esx.snapshot;

import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.SnapshotEntry;
import dev.vireo.spi.SnapshotHandle;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineSnapshotInfo;
import dev.vireo.vim.types.VirtualMachineSnapshotTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The snapshots of a machine at one moment. */
final class SnapshotTree {

  /** Path of the property that it is read from. */
  static final String PATH = "snapshot";

  private static final char REFERENCE = '@';

  /** Between a parent and each snapshot on top of it. */
  private static final int FIRST_LEVEL = 1;

  /**
   * A snapshot.
   *
   * @param parent the one that it was taken on top of; null for none
   * @param level how many it is on top of, with itself
   * @param descendants how many are on top of it, in the list behind it
   */
  record Node(
      String reference,
      String name,
      String description,
      Instant created,
      DomainState state,
      @Nullable Node parent,
      int level,
      int children,
      int descendants) {

    /** A snapshot without those on top of it. */
    private static Node of(VirtualMachineSnapshotTree tree, @Nullable Node parent) {
      return new Node(
          tree.snapshot().value(),
          InventoryName.unescape(tree.name()),
          tree.description(),
          tree.createTime(),
          MachineIdentity.state(tree.state()),
          parent,
          parent == null ? FIRST_LEVEL : parent.level + 1,
          tree.childSnapshotList().size(),
          0);
    }

    private Node withDescendants(int count) {
      return new Node(reference, name, description, created, state, parent, level, children, count);
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final @Nullable String current;

  private SnapshotTree(List<VirtualMachineSnapshotTree> roots, @Nullable String current) {
    this.current = current;
    roots.forEach(root -> add(root, null));
  }

  /** What a machine shows. */
  static SnapshotTree of(ObjectProperties machine) {
    VirtualMachineSnapshotInfo info = machine.find(PATH, VirtualMachineSnapshotInfo.class);
    if (info == null) {
      return new SnapshotTree(List.of(), null);
    }
    ManagedObjectReference current = info.currentSnapshot();
    return new SnapshotTree(info.rootSnapshotList(), current == null ? null : current.value());
  }

  private void add(VirtualMachineSnapshotTree tree, @Nullable Node parent) {
    int place = nodes.size();
    Node node = Node.of(tree, parent);
    nodes.add(node);
    tree.childSnapshotList().forEach(child -> add(child, node));
    nodes.set(place, node.withDescendants(nodes.size() - place - 1));
  }

  /** All snapshots, each before those on top of it. */
  List<Node> all() {
    return nodes;
  }

  /**
   * Those on top of one, each before those on top of it.
   *
   * @param deep whether also those that are not directly on top of it
   */
  List<Node> above(Node node, boolean deep) {
    int place = nodes.indexOf(node);
    return nodes.subList(place + 1, place + 1 + node.descendants()).stream()
        .filter(each -> deep || each.level() == node.level() + 1)
        .toList();
  }

  /** The one that the machine's state is based on. */
  Optional<Node> current() {
    return nodes.stream().filter(this::isCurrent).findFirst();
  }

  /** Whether the machine's state is based on it. */
  boolean isCurrent(Node node) {
    return node.reference().equals(current);
  }

  /** The one with a reference. */
  Optional<Node> find(String reference) {
    return nodes.stream().filter(each -> each.reference().equals(reference)).findFirst();
  }

  /** Whether one has this name. */
  boolean hasName(String name) {
    return nodes.stream().anyMatch(each -> each.name().equals(name));
  }

  /**
   * The one that a handle stands for.
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_SNAPSHOT} when it is gone
   */
  Node require(SnapshotHandle handle) {
    return find(handle.reference()).orElseThrow(() -> missing(handle.name()));
  }

  /**
   * The one that a user means: by its name, or where no other is called so by name and reference,
   * or the reference alone.
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_SNAPSHOT} when there is none; {@link
   *     ErrorCode#OPERATION_FAILED} when several are called so
   */
  Node lookUp(String called, String domain) {
    List<Node> named = all(each -> each.name().equals(called));
    if (named.isEmpty()) {
      named = all(each -> spelled(each).equals(called) || each.reference().equals(called));
    }
    if (named.isEmpty()) {
      throw missing(called);
    }
    if (named.size() > 1) {
      throw ambiguous(called, domain, named);
    }
    return named.get(0);
  }

  private List<Node> all(Predicate<Node> kind) {
    return nodes.stream().filter(kind).toList();
  }

  private static String spelled(Node node) {
    return node.name() + REFERENCE + node.reference();
  }

  private static LibvirtException missing(String name) {
    return EsxError.of(
        ErrorCode.NO_DOMAIN_SNAPSHOT, "Could not find snapshot with name '" + name + "'");
  }

  private static LibvirtException ambiguous(String name, String domain, List<Node> named) {
    List<String> candidates =
        named.stream()
            .map(node ->
                "'"
                    + spelled(node)
                    + "' ("
                    + node.created().truncatedTo(ChronoUnit.SECONDS)
                    + (node.parent() == null ? "" : ", on top of '" + node.parent().name() + "'")
                    + ")")
            .toList();
    return EsxError.builder(
            ErrorCode.OPERATION_FAILED,
            named.size()
                + " snapshots of the domain '"
                + domain
                + "' are called '"
                + name
                + "': "
                + String.join(", ", candidates))
        .hint("say which one by name and reference, such as " + spelled(named.get(0)))
        .build();
  }

  /** What callers get of a snapshot. */
  SnapshotEntry entry(DomainHandle domain, Node node) {
    Node parent = node.parent();
    return new SnapshotEntry(
        handle(domain, node),
        parent == null ? null : handle(domain, parent),
        node.description(),
        node.created(),
        node.state(),
        isCurrent(node),
        node.children(),
        node.descendants());
  }

  private static SnapshotHandle handle(DomainHandle domain, Node node) {
    return new SnapshotHandle(domain, node.name(), node.reference());
  }
}
