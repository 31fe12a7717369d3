package dev.vireo.nest.probe;

import dev.vireo.DomainState;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.internal.Pause;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Waits until the API of a nested host answers. A host that starts, or installs itself, refuses
 * connections at first and then answers with error pages for a while; only its API counts.
 */
public final class HostWait {

  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(15);

  private static final Duration SHORTEST_QUESTION = Duration.ofSeconds(1);

  /** Asks a host once who it is. */
  interface Question {
    HostIdentity ask(HostAddress address, Duration limit);
  }

  private final NestedHosts hosts;
  private final InstantSource clock;
  private final Pause pause;
  private final Question question;

  /**
   * Waits for the hosts of one libvirt.
   *
   * @param hosts the hosts
   */
  public HostWait(NestedHosts hosts) {
    this(hosts, InstantSource.system(), Thread::sleep, HostProbe::ask);
  }

  HostWait(NestedHosts hosts, InstantSource clock, Pause pause, Question question) {
    this.hosts = Objects.requireNonNull(hosts);
    this.clock = clock;
    this.pause = pause;
    this.question = question;
  }

  /**
   * Waits for one.
   *
   * @param name its name
   * @param options for how long, and where
   * @return what it says about itself
   * @throws NestException if there is no such host, it does not run or ceases to, or it does not
   *     answer in time; the message says what it did last
   * @throws VirtualizationException of the kind {@code INTERRUPTED} if the thread is interrupted
   */
  public HostIdentity await(String name, HostWaitOptions options) {
    Instant end = clock.instant().plus(options.timeout());
    while (true) {
      requireRunning(name);
      String reason;
      List<String> hints = List.of();
      Optional<HostAddress> address = address(name, options);
      if (address.isEmpty()) {
        reason = "libvirt knows no address of it, for one because its network gives no leases";
        hints = List.of("look at its screen and name the address (--address)");
      } else {
        try {
          return host(name, question.ask(address.get(), limit(end)));
        } catch (VimException e) {
          reason = e.getMessage() == null ? e.toString() : e.getMessage();
          if (e instanceof TransportException cut
              && cut.kind() == TransportException.Kind.INTERRUPTED) {
            throw interrupted(name, e);
          }
        }
      }
      if (clock.instant().plus(options.interval()).isAfter(end)) {
        throw new NestException(
                "%s did not answer within %s: %s".formatted(name, text(options.timeout()), reason))
            .withHints(hints);
      }
      options.progress().accept(reason);
      pause(name, options.interval());
    }
  }

  private static HostIdentity host(String name, HostIdentity found) {
    if (!found.isHost()) {
      throw new NestException(
              "%s is at %s, which is no ESXi host".formatted(found.title(), found.address().uri()))
          .withHint("name the address of " + name + " (--address)");
    }
    return found;
  }

  /** How long one question may take, so that the wait ends in time. */
  private Duration limit(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (left.compareTo(LONGEST_QUESTION) > 0) {
      return LONGEST_QUESTION;
    }
    return left.compareTo(SHORTEST_QUESTION) < 0 ? SHORTEST_QUESTION : left;
  }

  private Optional<HostAddress> address(String name, HostWaitOptions options) {
    return options.address() == null
        ? hosts.addresses(name).stream().findFirst().map(HostAddress::of)
        : Optional.of(options.address());
  }

  private void requireRunning(String name) {
    DomainState state = hosts.find(name).state();
    if (state == DomainState.SHUTOFF || state == DomainState.CRASHED) {
      throw new NestException("%s does not run, so that it will not answer".formatted(name))
          .withHint("vireo nest start " + name);
    }
  }

  private void pause(String name, Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(name, e);
    }
  }

  private static VirtualizationException interrupted(String name, Exception cause) {
    return new VirtualizationException(
        VirtualizationException.Kind.INTERRUPTED, "interrupted while waiting for " + name, cause);
  }

  private static String text(Duration time) {
    long seconds = time.toSeconds();
    if (seconds > 0 && seconds % 60 == 0) {
      return seconds == 60 ? "1 minute" : seconds / 60 + " minutes";
    }
    return seconds + " seconds";
  }
}
