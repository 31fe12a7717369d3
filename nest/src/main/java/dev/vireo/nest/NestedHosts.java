package dev.vireo.nest;

import dev.vireo.DomainState;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.Pause;
import dev.vireo.nest.internal.XmlQuery;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import dev.vireo.nest.libvirt.VirtualizationHost.UndefineFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes, lists, starts, stops and removes nested hosts. It knows its own hosts by the mark in their
 * {@code <metadata>} ({@link NestMetadata}) and leaves all other domains alone.
 */
public final class NestedHosts {

  private final VirtualizationHost libvirt;
  private final LocalHost local;
  private final Pause pause;

  /**
   * The nested hosts of one libvirt.
   *
   * @param libvirt the libvirt
   * @param local this machine
   */
  public NestedHosts(VirtualizationHost libvirt, LocalHost local) {
    this(libvirt, local, Thread::sleep);
  }

  NestedHosts(VirtualizationHost libvirt, LocalHost local, Pause pause) {
    this.libvirt = Objects.requireNonNull(libvirt);
    this.local = Objects.requireNonNull(local);
    this.pause = pause;
  }

  /** Whether the hosts run on this machine, so that files made here are theirs. */
  public boolean local() {
    return libvirt.local();
  }

  /** URI of the libvirt that has the hosts. */
  public String uri() {
    return libvirt.uri();
  }

  /**
   * Works out what making a host would do, and what speaks against it; makes nothing.
   *
   * @param spec the host
   * @throws VirtualizationException if libvirt cannot be reached
   */
  public CreatePlan plan(NestedHostSpec spec) {
    return plan(spec, Set.of());
  }

  /**
   * Works out what making a host would do once some files are there.
   *
   * @param spec the host
   * @param expected installation media that are not there yet and will be
   * @throws VirtualizationException if libvirt cannot be reached
   */
  public CreatePlan plan(NestedHostSpec spec, Set<Path> expected) {
    return new HostPlanner(libvirt, local).plan(spec, expected);
  }

  /**
   * As {@link #plan(NestedHostSpec)}, also where libvirt cannot be reached: what only libvirt and
   * its machine know is not checked then, and one objection of kind {@link
   * Objection.Kind#UNCHECKED} says so.
   *
   * @param spec the host
   * @throws VirtualizationException if libvirt is there and refuses to answer, or the thread is
   *     interrupted
   */
  public CreatePlan draft(NestedHostSpec spec) {
    return draft(spec, Set.of());
  }

  /**
   * As {@link #draft(NestedHostSpec)} for once some files are there.
   *
   * @param spec the host
   * @param expected installation media that are not there yet and will be
   */
  public CreatePlan draft(NestedHostSpec spec, Set<Path> expected) {
    return new HostPlanner(libvirt, local).draft(spec, expected);
  }

  /**
   * Makes a host: checks everything first, then makes its disks, defines it and, where asked for,
   * starts it. When something fails, what was made is taken back, and only that.
   *
   * @param spec the host
   * @param options how
   * @return what was done, and the warnings
   * @throws NestException if it cannot be made; it says what was left behind, if anything
   */
  public CreatePlan create(NestedHostSpec spec, CreateOptions options) {
    return create(plan(spec), options);
  }

  /**
   * Makes a host as planned, as {@link #create(NestedHostSpec, CreateOptions)} does.
   *
   * @param plan what {@link #plan} has found out just now
   * @param options how
   * @return the plan
   * @throws NestException if it cannot be made; it says what was left behind, if anything
   */
  public CreatePlan create(CreatePlan plan, CreateOptions options) {
    plan.requireMakeable(options);
    new HostCreation(libvirt, local, plan, pause).run(options);
    return plan;
  }

  /** All nested hosts, by name. */
  public List<NestedHost> list() {
    List<NestedHost> hosts = new ArrayList<>();
    for (String name : libvirt.domainNames().stream().sorted().toList()) {
      read(name).ifPresent(hosts::add);
    }
    return List.copyOf(hosts);
  }

  /**
   * One nested host.
   *
   * @param name its name
   * @throws NestException if there is none
   */
  public NestedHost find(String name) {
    if (!libvirt.domainNames().contains(name)) {
      throw new NestException("there is no host %s at %s".formatted(name, libvirt.uri()));
    }
    return read(name)
        .orElseThrow(() ->
            new NestException(
                "domain %s at %s is no nested host made by Vireo".formatted(name, libvirt.uri())));
  }

  private Optional<NestedHost> read(String name) {
    String xml = libvirt.dumpXml(name);
    return NestMetadata.read(xml)
        .map(mark -> new NestedHost(name, mark, Acceleration.ofDomain(xml), libvirt.state(name)));
  }

  /**
   * Addresses of a running host that libvirt knows, the likeliest first; empty when it knows none,
   * as on networks without its leases.
   *
   * @param name its name
   * @throws NestException if it is no nested host
   */
  public List<String> addresses(String name) {
    return find(name).state() == DomainState.RUNNING ? libvirt.addresses(name) : List.of();
  }

  /**
   * A command that connects a terminal to the serial port of a running host.
   *
   * @param name its name
   * @throws NestException if it is no nested host or does not run
   */
  public List<String> consoleCommand(String name) {
    requireRunning(name);
    return libvirt.consoleCommand(name);
  }

  /**
   * Starts a host.
   *
   * @param name its name
   * @throws NestException if it is no nested host, runs already, or does not start
   */
  public void start(String name) {
    NestedHost host = find(name);
    if (host.state() == DomainState.RUNNING) {
      throw new NestException("%s runs already".formatted(name));
    }
    try {
      libvirt.start(name);
    } catch (VirtualizationException e) {
      throw KnownStartFailures.explain(name, libvirt.uri(), e);
    }
  }

  /**
   * Asks a host to shut down, and returns at once.
   *
   * @param name its name
   */
  public void shutdown(String name) {
    requireRunning(name);
    libvirt.shutdown(name);
  }

  /**
   * Takes a host's power off.
   *
   * @param name its name
   */
  public void powerOff(String name) {
    requireRunning(name);
    libvirt.destroy(name);
  }

  /**
   * What removing a host would take; removes nothing.
   *
   * @param name its name
   * @param options what goes with it
   */
  public Removal removal(String name, DestroyOptions options) {
    NestedHost host = find(name);
    boolean nvram = options.nvram() && hasVariables(libvirt.dumpXml(name));
    List<Path> files = new ArrayList<>();
    if (options.disks() && libvirt.local()) {
      files.addAll(host.metadata().madeDisks());
      files.add(host.metadata().serialLog());
    } else if (options.disks() && !host.metadata().madeDisks().isEmpty()) {
      throw new NestException(
          "the disks of %s cannot be removed from here: the host of %s is another machine"
              .formatted(name, libvirt.uri()));
    }
    boolean powerOff = host.state() != DomainState.SHUTOFF && host.state() != DomainState.CRASHED;
    return new Removal(name, powerOff, nvram, files.stream().filter(Files::exists).toList());
  }

  /**
   * Removes a host.
   *
   * @param name its name
   * @param options what goes with it
   * @return what was removed
   * @throws NestException if it is no nested host, or something cannot be removed
   */
  public Removal destroy(String name, DestroyOptions options) {
    Removal removal = removal(name, options);
    if (removal.powerOff()) {
      libvirt.destroy(name);
    }
    Set<UndefineFlag> flags =
        EnumSet.of(UndefineFlag.MANAGED_SAVE, UndefineFlag.SNAPSHOTS_METADATA);
    if (options.nvram()) {
      flags.add(UndefineFlag.NVRAM);
    }
    libvirt.undefine(name, flags);
    List<String> problems = new ArrayList<>();
    for (Path file : removal.files()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        problems.add("%s was not removed: %s".formatted(file, e));
      }
    }
    if (!problems.isEmpty()) {
      throw new NestException(problems);
    }
    return removal;
  }

  /** libvirt says where the variables are only while the domain runs. */
  private static boolean hasVariables(String domainXml) {
    XmlQuery domain = XmlQuery.parse(domainXml);
    return domain.first("os", "nvram").isPresent()
        || domain.first("os").flatMap(os -> os.attribute("firmware")).equals(Optional.of("efi"));
  }

  private void requireRunning(String name) {
    if (find(name).state() == DomainState.SHUTOFF) {
      throw new NestException("%s does not run".formatted(name));
    }
  }
}
