package dev.vireo;

import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import dev.vireo.spi.SnapshotHandle;
import dev.vireo.spi.SnapshotTable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a domain ({@code virDomainSnapshot}). Methods may be called from several threads.
 * Every method that asks the host throws {@link LibvirtException}, with {@link
 * ErrorCode#NO_DOMAIN_SNAPSHOT} when the snapshot is gone and {@link ErrorCode#NO_DOMAIN} when its
 * domain is.
 *
 * <p>An object means one snapshot, whatever others are called like it.
 */
public final class DomainSnapshot {

  private final Connect connect;
  private final Domain domain;
  private final SnapshotHandle handle;

  DomainSnapshot(Connect connect, Domain domain, SnapshotHandle handle) {
    this.connect = connect;
    this.domain = domain;
    this.handle = handle;
  }

  /** Its name when it was looked up ({@code virDomainSnapshotGetName}). */
  public String getName() {
    return handle.name();
  }

  /**
   * What the host calls it, such as {@code snapshot-256}, which no other snapshot of the host is
   * called. {@link Domain#snapshotLookupByName} takes it as well.
   */
  public String getReference() {
    return handle.reference();
  }

  /** What a list shows of it, in one request. */
  public DomainSnapshotSummary summary() {
    return domain.listAllSnapshotSummaries(Set.of()).stream()
        .filter(each -> each.reference().equals(handle.reference()))
        .findFirst()
        .orElseThrow(() ->
            LibvirtException.builder(
                    ErrorCode.NO_DOMAIN_SNAPSHOT,
                    "Could not find snapshot with name '" + handle.name() + "'")
                .domain(ErrorDomain.DOMAIN_SNAPSHOT)
                .operation("virDomainListAllSnapshots")
                .build());
  }

  /** Its domain ({@code virDomainSnapshotGetDomain}). */
  public Domain getDomain() {
    return domain;
  }

  /**
   * It as libvirt's XML, with a line feed at its end ({@code virDomainSnapshotGetXMLDesc}).
   *
   * @param flags what to show; empty for the usual
   * @throws LibvirtException {@link ErrorCode#OPERATION_DENIED} for {@link
   *     DomainSnapshotXmlFlag#SECURE} on a read-only connection
   */
  public String getXMLDesc(Set<DomainSnapshotXmlFlag> flags) {
    connect.snapshots().requireOpen("virDomainSnapshotGetXMLDesc");
    if (connect.isReadOnly() && flags.contains(DomainSnapshotXmlFlag.SECURE)) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_DENIED, "virDomainSnapshotGetXMLDesc with secure flag")
          .domain(ErrorDomain.DOMAIN_SNAPSHOT)
          .operation("virDomainSnapshotGetXMLDesc")
          .build();
    }
    return read("virDomainSnapshotGetXMLDesc", table -> table.describe(handle, flags));
  }

  /**
   * The snapshot that it was taken on top of ({@code virDomainSnapshotGetParent}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_SNAPSHOT} when there is none
   */
  public DomainSnapshot getParent() {
    return domain.snapshot(
        read("virDomainSnapshotGetParent", table -> table.parent(handle)).handle());
  }

  /**
   * How many snapshots were taken on top of it ({@code virDomainSnapshotNumChildren}).
   *
   * @param flags filters; empty for its children alone
   */
  public int numChildren(Set<DomainSnapshotListFlag> flags) {
    return read("virDomainSnapshotNumChildren", table -> table.countChildren(handle, flags));
  }

  /**
   * Names of the snapshots that were taken on top of it ({@code
   * virDomainSnapshotListChildrenNames}). Names need not be unique.
   *
   * @param flags filters; empty for its children alone
   */
  public List<String> listChildrenNames(Set<DomainSnapshotListFlag> flags) {
    return read("virDomainSnapshotListChildrenNames", table -> table.childrenNames(handle, flags));
  }

  /**
   * The snapshots that were taken on top of it, each before those on top of it ({@code
   * virDomainSnapshotListAllChildren}).
   *
   * @param flags filters; empty for its children alone
   */
  public List<DomainSnapshot> listAllChildren(Set<DomainSnapshotListFlag> flags) {
    return read("virDomainSnapshotListAllChildren", table -> table.listChildren(handle, flags))
        .stream()
        .map(entry -> domain.snapshot(entry.handle()))
        .toList();
  }

  /** Like {@link #listAllChildren}, with what a list shows of each, in one request. */
  public List<DomainSnapshotSummary> listAllChildrenSummaries(Set<DomainSnapshotListFlag> flags) {
    return read("virDomainSnapshotListAllChildren", table -> table.listChildren(handle, flags))
        .stream()
        .map(domain::summary)
        .toList();
  }

  /** Whether the domain's state is based on it ({@code virDomainSnapshotIsCurrent}). */
  public boolean isCurrent() {
    return read("virDomainSnapshotIsCurrent", table -> table.isCurrent(handle));
  }

  /**
   * Whether libvirt keeps something of it itself; on VMware hosts never ({@code
   * virDomainSnapshotHasMetadata}).
   */
  public boolean hasMetadata() {
    return read("virDomainSnapshotHasMetadata", table -> table.hasMetadata(handle));
  }

  /**
   * Takes the domain back to it, and waits until that is done ({@code virDomainRevertToSnapshot}).
   * What is not in a snapshot is lost. The domain runs afterwards if the snapshot has its memory.
   */
  public void revert() {
    revert(Set.of(), TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #revert()}, in another way.
   *
   * @param flags how
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot
   *     follow; VMware hosts can follow none
   */
  public void revert(Set<DomainSnapshotRevertFlag> flags, TaskOptions options) {
    connect
        .snapshots()
        .run(
            "virDomainRevertToSnapshot",
            options,
            (table, marked) -> table.revert(handle, flags, marked));
  }

  /**
   * Deletes it and waits until that is done ({@code virDomainSnapshotDelete}). The domain stays as
   * it is. Those on top of it stay, and are on top of its parent then.
   */
  public void delete() {
    delete(Set.of(), TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #delete()}, but more or less.
   *
   * @param flags what
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot follow
   */
  public void delete(Set<DomainSnapshotDeleteFlag> flags, TaskOptions options) {
    connect
        .snapshots()
        .run(
            "virDomainSnapshotDelete",
            options,
            (table, marked) -> table.delete(handle, flags, marked));
  }

  /**
   * Gives it another name or other notes, which libvirt has no function for.
   *
   * @param name its new name; null to keep it
   * @param description its new notes; null to keep them
   * @return it under its name
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when another snapshot of the
   *     domain has the name
   */
  public DomainSnapshot rename(@Nullable String name, @Nullable String description) {
    return domain.snapshot(
        connect
            .snapshots()
            .change("virDomainSnapshotRename", table -> table.rename(handle, name, description)));
  }

  private <R> R read(String function, Function<SnapshotTable, R> call) {
    return connect.snapshots().read(function, call);
  }

  /** Name and domain. */
  @Override
  public String toString() {
    return "DomainSnapshot[" + getName() + ", " + domain + "]";
  }
}
