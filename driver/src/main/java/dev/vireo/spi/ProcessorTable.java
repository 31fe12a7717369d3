package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.flag.DomainVcpuFlag;
import java.util.List;
import java.util.Set;

/**
 * How many virtual processors a domain has, and what share of the host's they get. A driver refuses
 * flags that it cannot follow with {@link Unsupported#requireOnly}. Numbers of processors are more
 * than 0.
 */
public interface ProcessorTable {

  /** Most virtual processors that it may get ({@code virDomainGetMaxVcpus}). */
  default int maxVcpus(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetMaxVcpus");
  }

  /** The number of its virtual processors ({@code virDomainGetVcpusFlags}). */
  default int vcpus(DomainHandle domain, Set<DomainVcpuFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetVcpusFlags");
  }

  /**
   * Sets the number of its virtual processors ({@code virDomainSetVcpus}; with flags {@code
   * virDomainSetVcpusFlags}).
   */
  default void setVcpus(
      DomainHandle domain, int count, Set<DomainVcpuFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetVcpus");
  }

  /** Name of the scheduler of its processors ({@code virDomainGetSchedulerType}). */
  default String schedulerType(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetSchedulerType");
  }

  /**
   * How its processors are scheduled ({@code virDomainGetSchedulerParameters}; with flags {@code
   * virDomainGetSchedulerParametersFlags}).
   */
  default List<TypedParameter> schedulerParameters(
      DomainHandle domain, Set<DomainModificationImpact> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetSchedulerParameters");
  }

  /**
   * Sets some of {@link #schedulerParameters} ({@code virDomainSetSchedulerParameters}; with flags
   * {@code virDomainSetSchedulerParametersFlags}).
   */
  default void setSchedulerParameters(
      DomainHandle domain,
      List<TypedParameter> parameters,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetSchedulerParameters");
  }
}
