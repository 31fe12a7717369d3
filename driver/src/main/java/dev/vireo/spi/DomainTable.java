package dev.vireo.spi;

import dev.vireo.DomainInfo;
import dev.vireo.DomainState;
import dev.vireo.ErrorDomain;
import dev.vireo.flag.DomainListFlag;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How a driver finds domains, and what it tells of them. */
public interface DomainTable {

  /**
   * All domains that pass the filters, in the order of the host, each with its state ({@code
   * virConnectListAllDomains}). A domain of which not all can be read passes.
   */
  default List<DomainEntry> list(Set<DomainListFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectListAllDomains");
  }

  /** The ids of running domains ({@code virConnectListDomains}). */
  default int[] runningIds() {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectListDomains");
  }

  /** The names of domains that do not run ({@code virConnectListDefinedDomains}). */
  default List<String> definedNames() {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectListDefinedDomains");
  }

  /** The domain of an id ({@code virDomainLookupByID}). */
  default DomainEntry byId(int id) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainLookupByID");
  }

  /** The domain of a uuid ({@code virDomainLookupByUUID}). */
  default DomainEntry byUuid(UUID uuid) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainLookupByUUID");
  }

  /** The domain of a name ({@code virDomainLookupByName}). */
  default DomainEntry byName(String name) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainLookupByName");
  }

  /** What its guest is built for, such as {@code hvm} ({@code virDomainGetOSType}). */
  default String osType(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetOSType");
  }

  /** What it does ({@code virDomainGetState}). */
  default DomainState state(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetState");
  }

  /** What it does, and its size ({@code virDomainGetInfo}). */
  default DomainInfo info(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetInfo");
  }

  /** Memory of its virtual hardware in KiB ({@code virDomainGetMaxMemory}). */
  default long maxMemory(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetMaxMemory");
  }

  /** Whether it starts together with its host ({@code virDomainGetAutostart}). */
  default boolean autostart(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetAutostart");
  }

  /** Whether it is not powered off ({@code virDomainIsActive}). */
  default boolean isActive(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainIsActive");
  }

  /** Whether it stays when it is powered off ({@code virDomainIsPersistent}). */
  default boolean isPersistent(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainIsPersistent");
  }

  /** Whether its definition differs from what runs ({@code virDomainIsUpdated}). */
  default boolean isUpdated(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainIsUpdated");
  }

  /** Whether its memory was saved ({@code virDomainHasManagedSaveImage}). */
  default boolean hasManagedSaveImage(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainHasManagedSaveImage");
  }
}
