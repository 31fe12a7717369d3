package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver does with snapshots. A driver refuses flags that it cannot follow with {@link
 * Unsupported#requireOnly}.
 */
public interface SnapshotTable {

  /** All snapshots of a domain that pass the filters ({@code virDomainListAllSnapshots}). */
  default List<SnapshotEntry> list(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainListAllSnapshots");
  }

  /** How many snapshots of a domain pass the filters ({@code virDomainSnapshotNum}). */
  default int count(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainSnapshotNum");
  }

  /**
   * The names of all snapshots of a domain that pass the filters ({@code
   * virDomainSnapshotListNames}).
   */
  default List<String> names(DomainHandle domain, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainSnapshotListNames");
  }

  /**
   * All snapshots on top of one that pass the filters ({@code virDomainSnapshotListAllChildren}).
   */
  default List<SnapshotEntry> listChildren(
      SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainSnapshotListAllChildren");
  }

  /** How many snapshots on top of one pass the filters ({@code virDomainSnapshotNumChildren}). */
  default int countChildren(SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainSnapshotNumChildren");
  }

  /**
   * The names of all snapshots on top of one that pass the filters ({@code
   * virDomainSnapshotListChildrenNames}).
   */
  default List<String> childrenNames(SnapshotHandle snapshot, Set<DomainSnapshotListFlag> flags) {
    throw refusal("virDomainSnapshotListChildrenNames");
  }

  /** The snapshot of a name ({@code virDomainSnapshotLookupByName}). */
  default SnapshotEntry byName(DomainHandle domain, String name) {
    throw refusal("virDomainSnapshotLookupByName");
  }

  /** Whether a domain's state is based on a snapshot ({@code virDomainHasCurrentSnapshot}). */
  default boolean hasCurrent(DomainHandle domain) {
    throw refusal("virDomainHasCurrentSnapshot");
  }

  /** The snapshot that a domain's state is based on ({@code virDomainSnapshotCurrent}). */
  default SnapshotEntry current(DomainHandle domain) {
    throw refusal("virDomainSnapshotCurrent");
  }

  /** The snapshot that one was taken on top of ({@code virDomainSnapshotGetParent}). */
  default SnapshotEntry parent(SnapshotHandle snapshot) {
    throw refusal("virDomainSnapshotGetParent");
  }

  /** Whether the domain's state is based on it ({@code virDomainSnapshotIsCurrent}). */
  default boolean isCurrent(SnapshotHandle snapshot) {
    throw refusal("virDomainSnapshotIsCurrent");
  }

  /** Whether libvirt keeps something of it itself ({@code virDomainSnapshotHasMetadata}). */
  default boolean hasMetadata(SnapshotHandle snapshot) {
    throw refusal("virDomainSnapshotHasMetadata");
  }

  /** It as XML ({@code virDomainSnapshotGetXMLDesc}). */
  default String describe(SnapshotHandle snapshot, Set<DomainSnapshotXmlFlag> flags) {
    throw refusal("virDomainSnapshotGetXMLDesc");
  }

  /** Takes a snapshot and waits until that is done ({@code virDomainSnapshotCreateXML}). */
  default SnapshotHandle create(
      DomainHandle domain, String xml, Set<DomainSnapshotCreateFlag> flags, TaskOptions options) {
    throw refusal("virDomainSnapshotCreateXML");
  }

  /**
   * Takes the domain back to it, and waits until that is done ({@code virDomainRevertToSnapshot}).
   */
  default void revert(
      SnapshotHandle snapshot, Set<DomainSnapshotRevertFlag> flags, TaskOptions options) {
    throw refusal("virDomainRevertToSnapshot");
  }

  /** Deletes it and waits until that is done ({@code virDomainSnapshotDelete}). */
  default void delete(
      SnapshotHandle snapshot, Set<DomainSnapshotDeleteFlag> flags, TaskOptions options) {
    throw refusal("virDomainSnapshotDelete");
  }

  /**
   * Gives it another name or other notes, which libvirt has no function for.
   *
   * @param name its new name; null to keep it
   * @param description its new notes; null to keep them
   * @return it under its name
   */
  default SnapshotHandle rename(
      SnapshotHandle snapshot, @Nullable String name, @Nullable String description) {
    throw refusal("virDomainSnapshotRename");
  }

  private static LibvirtException refusal(String function) {
    return Unsupported.function(ErrorDomain.DOMAIN_SNAPSHOT, function);
  }
}
