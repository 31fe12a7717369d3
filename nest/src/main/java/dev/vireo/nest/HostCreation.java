package dev.vireo.nest;

import dev.vireo.DomainState;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.NestFailures;
import dev.vireo.nest.internal.Pause;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import dev.vireo.nest.libvirt.VirtualizationHost;
import dev.vireo.nest.libvirt.VirtualizationHost.UndefineFlag;
import dev.vireo.spi.UndoLog;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Makes one host as planned; when something fails, what was made is taken back, and only that. */
final class HostCreation {

  // How long libvirt may take to begin what it was asked for. A question to it takes about 30 ms.
  private static final int LOOKS = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final VirtualizationHost libvirt;
  private final CreatePlan plan;
  private final Pause pause;
  private final UndoLog undo = NestFailures.log();
  private final FirmwareVariables variables;
  private final boolean makesVariables;
  private boolean brokenOff;
  private boolean startTried;

  HostCreation(VirtualizationHost libvirt, LocalHost local, CreatePlan plan, Pause pause) {
    this.libvirt = libvirt;
    this.plan = plan;
    this.pause = pause;
    this.variables = new FirmwareVariables(libvirt, local, plan.spec().name());
    this.makesVariables = variables.missing();
  }

  /**
   * Makes it.
   *
   * @throws NestException if it cannot be made; it says what was left behind, if anything
   */
  void run(CreateOptions options) {
    try {
      make(options);
    } catch (RuntimeException e) {
      throw undo.run(withVariables(e));
    }
  }

  /** Those that were perhaps there before are not removed. */
  private RuntimeException withVariables(RuntimeException failure) {
    boolean unseen =
        startTried
            && plan.spec().firmware() == Firmware.UEFI
            && !makesVariables
            && variables.existing().isEmpty();
    return unseen && failure instanceof NestException problem
        ? problem.and(
            List.of(
                "firmware variables of %s may stay at %s, where they cannot be seen from here"
                    .formatted(plan.spec().name(), libvirt.uri())))
        : failure;
  }

  private void make(CreateOptions options) {
    NestedHostSpec spec = plan.spec();
    for (LabDisk.NewImage image : spec.newImages()) {
      DiskImages.make(image, undo);
    }
    if (libvirt.local()) {
      serialLog(spec.serialLog());
    }
    define();
    if (spec.autostart()) {
      libvirt.autostart(spec.name(), true);
    }
    if (options.start()) {
      startTried = true;
      try {
        telling(() -> libvirt.start(spec.name()));
      } catch (VirtualizationException e) {
        throw KnownStartFailures.explain(spec.name(), libvirt.uri(), e);
      }
    }
  }

  /** libvirt makes it at the start, and would empty one that came since the plan was made. */
  private void serialLog(Path log) {
    if (Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
      throw new NestException("%s is there already, and nothing is overwritten".formatted(log));
    }
    undo.add("serial log " + log, () -> Files.deleteIfExists(log));
  }

  private void define() {
    String name = plan.spec().name();
    try {
      telling(() -> libvirt.define(plan.xml()));
    } catch (VirtualizationException e) {
      if (brokenOff) {
        undo.add("domain " + name, this::removeDomain);
      }
      throw e;
    }
    undo.add("domain " + name, this::removeDomain);
  }

  /** Notes where nobody heard whether libvirt did what it was asked for, or still does it. */
  private void telling(Runnable question) {
    try {
      question.run();
    } catch (VirtualizationException e) {
      brokenOff = e.kind() == Kind.INTERRUPTED || e.kind() == Kind.TIMED_OUT;
      throw e;
    }
  }

  /**
   * Removes the domain, but not one that somebody else gave the name meanwhile. A definition or a
   * start that was broken off may have happened, or happen now: libvirt goes on when its client is
   * gone.
   */
  private void removeDomain() {
    if (!comesTrue(this::isThere) || !isOurs()) {
      return;
    }
    if (comesTrue(this::isOn)) {
      powerOff();
    }
    libvirt.undefine(plan.spec().name(), flags());
    if (isThere()) {
      // It was started meanwhile, and is without a definition now.
      powerOff();
    }
  }

  private Set<UndefineFlag> flags() {
    return makesVariables ? EnumSet.of(UndefineFlag.NVRAM) : EnumSet.noneOf(UndefineFlag.class);
  }

  /** Looks once, or for a while where something may still happen. */
  private boolean comesTrue(BooleanSupplier expected) {
    for (int look = 1; brokenOff && look < LOOKS; look++) {
      if (expected.getAsBoolean()) {
        return true;
      }
      try {
        pause.of(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new VirtualizationException(
            Kind.INTERRUPTED, "interrupted while " + plan.spec().name() + " was taken back", e);
      }
    }
    return expected.getAsBoolean();
  }

  private boolean isThere() {
    return libvirt.domainNames().contains(plan.spec().name());
  }

  private boolean isOurs() {
    return NestMetadata.read(libvirt.dumpXml(plan.spec().name()))
        .equals(Optional.of(NestMetadata.of(plan.spec())));
  }

  /** Whether it is anything but off: while libvirt starts a domain it calls it paused. */
  private boolean isOn() {
    return libvirt.state(plan.spec().name()) != DomainState.SHUTOFF;
  }

  private void powerOff() {
    try {
      libvirt.destroy(plan.spec().name());
    } catch (VirtualizationException e) {
      // A start that fails while it is looked at.
      if (!e.libvirtText().contains("domain is not running")
          && !e.libvirtText().contains("failed to get domain")) {
        throw e;
      }
    }
  }
}
