package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainDestroyFlag;
import dev.vireo.flag.DomainRebootFlag;
import dev.vireo.flag.DomainShutdownFlag;
import java.util.Set;

/**
 * How a driver starts and stops domains. A driver refuses flags that it cannot follow with {@link
 * Unsupported#requireOnly}.
 */
public interface LifecycleTable {

  /**
   * Starts it and waits until it runs ({@code virDomainCreate}; with flags {@code
   * virDomainCreateWithFlags}).
   */
  default void create(DomainHandle domain, Set<DomainCreateFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainCreate");
  }

  /**
   * Starts it with open files ({@code virDomainCreateWithFiles}).
   *
   * @param files the numbers of their descriptors in this process
   */
  default void createWithFiles(
      DomainHandle domain, int[] files, Set<DomainCreateFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainCreateWithFiles");
  }

  /** Suspends it and waits until that is done ({@code virDomainSuspend}). */
  default void suspend(DomainHandle domain, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSuspend");
  }

  /** Lets it go on after it was suspended ({@code virDomainResume}). */
  default void resume(DomainHandle domain, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainResume");
  }

  /**
   * Asks the guest to shut down; does not wait until it has ({@code virDomainShutdown}; with flags
   * {@code virDomainShutdownFlags}).
   */
  default void shutdown(DomainHandle domain, Set<DomainShutdownFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainShutdown");
  }

  /** Asks the guest to reboot; does not wait until it has ({@code virDomainReboot}). */
  default void reboot(DomainHandle domain, Set<DomainRebootFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainReboot");
  }

  /** Powers it off at once ({@code virDomainDestroy}; with flags {@code virDomainDestroyFlags}). */
  default void destroy(DomainHandle domain, Set<DomainDestroyFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainDestroy");
  }
}
