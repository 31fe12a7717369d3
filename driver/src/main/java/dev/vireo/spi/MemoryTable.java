package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainMemoryFlag;
import dev.vireo.flag.DomainModificationImpact;
import java.util.List;
import java.util.Set;

/**
 * How much memory a domain has, may use and always gets. A driver refuses flags that it cannot
 * follow with {@link Unsupported#requireOnly}. Sizes are more than 0.
 */
public interface MemoryTable {

  /** Sets the memory of its virtual hardware in KiB ({@code virDomainSetMaxMemory}). */
  default void setMaxMemory(DomainHandle domain, long kib, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetMaxMemory");
  }

  /**
   * Sets the memory that the guest may use, in KiB ({@code virDomainSetMemory}; with flags {@code
   * virDomainSetMemoryFlags}).
   */
  default void setMemory(
      DomainHandle domain, long kib, Set<DomainMemoryFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetMemory");
  }

  /** What else is set about its memory ({@code virDomainGetMemoryParameters}). */
  default List<TypedParameter> memoryParameters(
      DomainHandle domain, Set<DomainModificationImpact> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetMemoryParameters");
  }

  /** Sets some of {@link #memoryParameters} ({@code virDomainSetMemoryParameters}). */
  default void setMemoryParameters(
      DomainHandle domain,
      List<TypedParameter> parameters,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetMemoryParameters");
  }
}
