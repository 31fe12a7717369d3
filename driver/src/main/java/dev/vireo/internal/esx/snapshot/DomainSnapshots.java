package dev.vireo.internal.esx.snapshot;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.snapshot.SnapshotTree.Node;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.model.snapshot.SnapshotDefinition;
import dev.vireo.model.snapshot.SnapshotDomain;
import dev.vireo.model.snapshot.SnapshotXml;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.SnapshotEntry;
import dev.vireo.spi.SnapshotHandle;
import dev.vireo.spi.SnapshotTable;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.RenameSnapshot;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Snapshots of virtual machines, which are read as a whole, in one request. */
public final class DomainSnapshots implements SnapshotTable {

  private static final Set<DomainSnapshotDeleteFlag> DELETE_FLAGS =
      Set.of(DomainSnapshotDeleteFlag.CHILDREN, DomainSnapshotDeleteFlag.METADATA_ONLY);

  private final HostContext host;
  private final MachineTasks tasks;

  /**
   * @param tasks carries out what the host does as a task
   */
  public DomainSnapshots(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
  }

  /** The object that a handle stands for. */
  static ManagedObjectReference reference(SnapshotHandle snapshot) {
    return new ManagedObjectReference("VirtualMachineSnapshot", snapshot.reference());
  }

  private SnapshotTree read(String function, DomainHandle domain) {
    return HostContext.reading(function, domain)
        .get(() ->
            SnapshotTree.of(
                host.queries().machine(HostContext.machine(domain), List.of(SnapshotTree.PATH))));
  }

  private List<SnapshotEntry> list(
      String function, DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    SnapshotFilter filter = new SnapshotFilter(flags);
    SnapshotTree tree = read(function, domain);
    return tree.all().stream()
        .filter(node -> !filter.rootsOnly() || node.parent() == null)
        .filter(filter::admits)
        .map(node -> tree.entry(domain, node))
        .toList();
  }

  private List<SnapshotEntry> listChildren(
      String function, SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    SnapshotFilter filter = new SnapshotFilter(flags);
    SnapshotTree tree = read(function, snapshot.domain());
    return tree.above(tree.require(snapshot), filter.descendants()).stream()
        .filter(filter::admits)
        .map(node -> tree.entry(snapshot.domain(), node))
        .toList();
  }

  private static List<String> names(List<SnapshotEntry> entries) {
    return entries.stream().map(entry -> entry.handle().name()).toList();
  }

  @Override
  public List<SnapshotEntry> list(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    return list("virDomainListAllSnapshots", domain, flags);
  }

  @Override
  public int count(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    return list("virDomainSnapshotNum", domain, flags).size();
  }

  @Override
  public List<String> names(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    return names(list("virDomainSnapshotListNames", domain, flags));
  }

  @Override
  public List<SnapshotEntry> listChildren(
      SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    return listChildren("virDomainSnapshotListAllChildren", snapshot, flags);
  }

  @Override
  public int countChildren(SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    return listChildren("virDomainSnapshotNumChildren", snapshot, flags).size();
  }

  @Override
  public List<String> childrenNames(SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    return names(listChildren("virDomainSnapshotListChildrenNames", snapshot, flags));
  }

  @Override
  public SnapshotEntry byName(DomainHandle domain, String name) {
    SnapshotTree tree = read("virDomainSnapshotLookupByName", domain);
    return tree.entry(domain, tree.lookUp(name, domain.name()));
  }

  @Override
  public boolean hasCurrent(DomainHandle domain) {
    return read("virDomainHasCurrentSnapshot", domain).current().isPresent();
  }

  @Override
  public SnapshotEntry current(DomainHandle domain) {
    SnapshotTree tree = read("virDomainSnapshotCurrent", domain);
    return tree.entry(
        domain, tree.current().orElseThrow(() -> none("Domain has no current snapshot")));
  }

  @Override
  public SnapshotEntry parent(SnapshotHandle snapshot) {
    SnapshotTree tree = read("virDomainSnapshotGetParent", snapshot.domain());
    Node parent = tree.require(snapshot).parent();
    if (parent == null) {
      throw none("snapshot '" + snapshot.name() + "' does not have a parent");
    }
    return tree.entry(snapshot.domain(), parent);
  }

  private static LibvirtException none(String detail) {
    return EsxError.of(ErrorCode.NO_DOMAIN_SNAPSHOT, detail);
  }

  @Override
  public boolean isCurrent(SnapshotHandle snapshot) {
    SnapshotTree tree = read("virDomainSnapshotIsCurrent", snapshot.domain());
    return tree.isCurrent(tree.require(snapshot));
  }

  @Override
  public boolean hasMetadata(SnapshotHandle snapshot) {
    read("virDomainSnapshotHasMetadata", snapshot.domain()).require(snapshot);
    return false;
  }

  @Override
  public String describe(SnapshotHandle snapshot, Set<DomainSnapshotXmlFlag> flags) {
    SnapshotTree tree = read("virDomainSnapshotGetXMLDesc", snapshot.domain());
    Node node = tree.require(snapshot);
    Node parent = node.parent();
    return SnapshotXml.format(
        SnapshotDefinition.builder()
            .name(node.name())
            .description(node.description())
            .state(node.state().snapshotText())
            .parent(parent == null ? null : parent.name())
            .creationTime(node.created().getEpochSecond())
            .domain(new SnapshotDomain.Known(snapshot.domain().uuid()))
            .build());
  }

  @Override
  public SnapshotHandle create(
      DomainHandle domain, String xml, Set<DomainSnapshotCreateFlag> flags, TaskOptions options) {
    TakeSnapshot task = new TakeSnapshot(SnapshotWish.read(xml, flags), InstantSource.system());
    Object taken = tasks.run(task, domain, options);
    return taken instanceof ManagedObjectReference reference
        ? new SnapshotHandle(domain, task.name(), reference.value())
        : named(domain, task);
  }

  /** A snapshot whose task could not be heard of to its end, but which is there. */
  private SnapshotHandle named(DomainHandle domain, TakeSnapshot task) {
    SnapshotTree tree = read(task.function(), domain);
    return tree.entry(domain, tree.lookUp(task.name(), domain.name())).handle();
  }

  @Override
  public void revert(
      SnapshotHandle snapshot, Set<DomainSnapshotRevertFlag> flags, TaskOptions options) {
    Unsupported.requireOnly(
        flags, Set.of(), ErrorDomain.ESX, "virDomainRevertToSnapshot", "esxDomainRevertToSnapshot");
    tasks.run(new RevertToSnapshot(snapshot), snapshot.domain(), options);
  }

  @Override
  public void delete(
      SnapshotHandle snapshot, Set<DomainSnapshotDeleteFlag> flags, TaskOptions options) {
    Unsupported.requireOnly(
        flags, DELETE_FLAGS, ErrorDomain.ESX, "virDomainSnapshotDelete", "esxDomainSnapshotDelete");
    if (flags.contains(DomainSnapshotDeleteFlag.METADATA_ONLY)) {
      read("virDomainSnapshotDelete", snapshot.domain()).require(snapshot);
      return;
    }
    tasks.run(
        new RemoveSnapshot(snapshot, flags.contains(DomainSnapshotDeleteFlag.CHILDREN)),
        snapshot.domain(),
        options);
  }

  @Override
  public SnapshotHandle rename(
      SnapshotHandle snapshot, @Nullable String name, @Nullable String description) {
    DomainHandle domain = snapshot.domain();
    Attempt attempt =
        Attempt.onDomain("virDomainSnapshotRename", "Could not rename snapshot", domain.name());
    SnapshotTree tree = read(attempt.function(), domain);
    Node node = tree.require(snapshot);
    String called = name == null ? node.name() : name;
    if (!called.equals(node.name()) && tree.hasName(called)) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Snapshot '" + called + "' already exists", null);
    }
    String wireName = called.equals(node.name()) ? null : InventoryName.escape(called);
    if (wireName != null || (description != null && !description.equals(node.description()))) {
      attempt.run(() -> rename(snapshot, wireName, description, attempt));
    }
    return new SnapshotHandle(domain, called, snapshot.reference());
  }

  private void rename(
      SnapshotHandle snapshot,
      @Nullable String name,
      @Nullable String description,
      Attempt attempt) {
    try {
      host.client().run(new RenameSnapshot(reference(snapshot), name, description));
    } catch (VimException e) {
      throw e.mayHaveTakenEffect() ? attempt.unknown("rename snapshot", e, "") : e;
    }
  }
}
