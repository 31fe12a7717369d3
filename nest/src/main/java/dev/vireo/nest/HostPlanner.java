package dev.vireo.nest;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.FileRoles;
import dev.vireo.nest.internal.check.DiskCheck;
import dev.vireo.nest.internal.check.HostChecks;
import dev.vireo.nest.internal.check.LibvirtFacts;
import dev.vireo.nest.internal.check.TableCheck;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.DomainCapabilities;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out the domain of a host and all that speaks against making it. */
final class HostPlanner {
  private final VirtualizationHost libvirt;
  private final LocalHost local;

  HostPlanner(VirtualizationHost libvirt, LocalHost local) {
    this.libvirt = libvirt;
    this.local = local;
  }

  /** As {@link NestedHosts#plan(NestedHostSpec, Set)}. */
  CreatePlan plan(NestedHostSpec spec, Set<Path> expected) {
    LibvirtFacts facts = LibvirtFacts.read(libvirt, spec.acceleration(), spec.machine());
    List<Objection> objections = new ArrayList<>();
    CpuVendor vendor = vendor(spec, facts.host().cpuVendor(), objections);
    String emulator = facts.domain().map(DomainCapabilities::emulator).orElse(null);
    if (libvirt.domainNames().contains(spec.name())) {
      // Its files and firmware variables are that domain's, and another name has others.
      return plan(spec, vendor, emulator, List.of(nameTaken(spec)));
    }
    HostChecks check = new HostChecks(local, libvirt);
    Stream.of(
            TableCheck.of(spec),
            check.processor(spec.acceleration()),
            check.libvirt(spec, facts),
            check.capacity(spec))
        .flatMap(List::stream)
        .flatMap(result -> Objection.of(result).stream())
        .forEach(objections::add);
    objections.addAll(files(spec));
    if (libvirt.local()) {
      objections.addAll(DiskCheck.of(spec, local, expected));
    }
    return plan(spec, vendor, emulator, objections);
  }

  /** As {@link NestedHosts#draft(NestedHostSpec, Set)}. */
  CreatePlan draft(NestedHostSpec spec, Set<Path> expected) {
    try {
      return plan(spec, expected);
    } catch (VirtualizationException e) {
      return switch (e.kind()) {
        case NOT_INSTALLED, NO_CONNECTION, TIMED_OUT -> unchecked(spec, expected, e);
        case INTERRUPTED, REFUSED -> throw e;
      };
    }
  }

  /**
   * Looks at nothing but the host itself and the files that it names: a machine whose libvirt does
   * not answer is not set up yet, or not the one that the host will run on.
   */
  private CreatePlan unchecked(
      NestedHostSpec spec, Set<Path> expected, VirtualizationException failure) {
    List<Objection> objections = new ArrayList<>();
    Optional<CpuVendor> here = libvirt.local() ? local.cpuVendor() : Optional.empty();
    CpuVendor vendor = vendor(spec, here.or(() -> Optional.of(CpuVendor.INTEL)), objections);
    objections.add(
        new Objection(Objection.Kind.UNCHECKED, uncheckedText(spec, vendor, here, failure)));
    TableCheck.of(spec).stream()
        .flatMap(result -> Objection.of(result).stream())
        .forEach(objections::add);
    objections.addAll(files(spec));
    if (libvirt.local()) {
      objections.addAll(DiskCheck.ofFiles(spec, local, expected));
    }
    return plan(spec, vendor, null, objections);
  }

  private static String uncheckedText(
      NestedHostSpec spec,
      CpuVendor vendor,
      Optional<CpuVendor> here,
      VirtualizationException failure) {
    String text =
        failure.problems().getFirst()
            + "; not checked: whether the name is free, what libvirt and QEMU offer, the network,"
            + " and processor, KVM, memory and room for disks of the machine";
    boolean told = spec.cpuVendor() != null || spec.acceleration() == Acceleration.EMULATED;
    if (told) {
      return text;
    }
    return text
        + "; taken for granted: processors of %s (%s)"
            .formatted(
                vendor.text(), here.isPresent() ? "as in this machine" : "nothing says whose");
  }

  private static CreatePlan plan(
      NestedHostSpec spec,
      CpuVendor vendor,
      @Nullable String emulator,
      List<Objection> objections) {
    DomainDefinition domain = NestedDomain.of(spec, vendor, emulator);
    return new CreatePlan(spec, domain, DomainXml.format(domain), objections);
  }

  private Objection nameTaken(NestedHostSpec spec) {
    return new Objection(
        Objection.Kind.NAME_TAKEN,
        "the name %s is in use: there is a domain of this name at %s"
            .formatted(spec.name(), libvirt.uri()));
  }

  /** What the names of the files tell. */
  private List<Objection> files(NestedHostSpec spec) {
    List<Objection> objections = new ArrayList<>();
    FileRoles.of(spec).clashes(libvirt.local()).forEach(objections::add);
    new FirmwareVariables(libvirt, local, spec.name()).objection(spec).ifPresent(objections::add);
    if (!libvirt.local()) {
      spec.newImages().forEach(image -> objections.add(notHere(image)));
    }
    return objections;
  }

  private Objection notHere(LabDisk.NewImage image) {
    return Objection.impossible(
        "the disk %s cannot be made: the host of %s is another machine"
            .formatted(image.path(), libvirt.uri()),
        "make it there and use it as an existing image or a block device");
  }

  private static CpuVendor vendor(
      NestedHostSpec spec, Optional<CpuVendor> there, List<Objection> objections) {
    if (spec.cpuVendor() != null) {
      return spec.cpuVendor();
    }
    if (spec.acceleration() == Acceleration.EMULATED) {
      // QEMU emulates svm and never vmx.
      return CpuVendor.AMD;
    }
    return there.orElseGet(() -> {
      objections.add(
          Objection.impossible(
              "libvirt does not say whether the processors at this host are Intel's or AMD's",
              "say which"));
      return CpuVendor.INTEL;
    });
  }
}
