package dev.vireo.junit;

import dev.vireo.DomainState;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.check.HostCheck;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import dev.vireo.nest.probe.HostIdentity;
import dev.vireo.nest.probe.HostWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where nested hosts for tests come from.
 *
 * @param libvirt reaches the libvirt of a URI
 * @param machine this machine
 * @param environment gives an environment variable; null where it is not set
 */
record NestedLab(
    Function<String, VirtualizationHost> libvirt,
    LocalHost machine,
    Function<String, @Nullable String> environment) {

  static NestedLab system() {
    return new NestedLab(VirshHost::new, LocalHost.system(), System::getenv);
  }

  /**
   * Has a nested host run, so that its API answers.
   *
   * @return the host, or why there is none
   * @throws VirtualizationException if the thread is interrupted
   */
  NestedOutcome start(NestedHostPlan plan) {
    String password = environment.apply(plan.passwordVariable());
    if (password == null || password.isEmpty()) {
      return new NestedOutcome.Missing(
          "the environment variable %s with its password is not set"
              .formatted(plan.passwordVariable()));
    }
    try {
      VirtualizationHost daemon = libvirt.apply(plan.libvirt());
      NestedHosts hosts = new NestedHosts(daemon, machine);
      NestedHost host = hosts.find(plan.name());
      Optional<String> obstacle = obstacle(plan, host, daemon);
      return obstacle.isPresent()
          ? new NestedOutcome.Missing(obstacle.get())
          : run(plan, hosts, host, password);
    } catch (VirtualizationException e) {
      if (e.kind() == VirtualizationException.Kind.INTERRUPTED) {
        throw e;
      }
      return missing(e);
    } catch (NestException e) {
      return missing(e);
    }
  }

  private static NestedOutcome missing(NestException failure) {
    List<String> told = new ArrayList<>(failure.problems());
    told.addAll(failure.hints());
    return new NestedOutcome.Missing(String.join("; ", told));
  }

  private Optional<String> obstacle(
      NestedHostPlan plan, NestedHost host, VirtualizationHost daemon) {
    if (host.metadata().esxi() != plan.esxi()) {
      return Optional.of(
          "%s was made for ESXi %s, not %s"
              .formatted(host.name(), host.metadata().esxi().text(), plan.esxi().text()));
    }
    if (host.state() == DomainState.RUNNING) {
      return Optional.empty();
    }
    return unable(daemon, host.acceleration());
  }

  /** Why a host that is off could not run here. */
  private Optional<String> unable(VirtualizationHost daemon, Acceleration acceleration) {
    String facts =
        new HostCheck(machine, daemon)
            .processor(acceleration).stream()
                .filter(result -> result.verdict() == HostCheckResult.Verdict.FAIL)
                .map(HostCheckResult::fact)
                .collect(Collectors.joining("; "));
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private static NestedOutcome run(
      NestedHostPlan plan, NestedHosts hosts, NestedHost host, String password) {
    boolean off = host.state() == DomainState.SHUTOFF || host.state() == DomainState.CRASHED;
    if (off) {
      hosts.start(host.name());
    }
    try {
      HostIdentity identity = new HostWait(hosts).await(host.name(), plan.waitOptions());
      return new NestedOutcome.Ready(
          identity, plan.user(), password, off ? hosts : null, host.name());
    } catch (NestException e) {
      if (off) {
        switchOff(hosts, host.name(), e);
      }
      throw e;
    }
  }

  /** It answered nobody, so that it would not hear of a shutdown either. */
  private static void switchOff(NestedHosts hosts, String name, NestException cause) {
    boolean interrupted = Thread.interrupted();
    try {
      hosts.powerOff(name);
    } catch (NestException e) {
      cause.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
