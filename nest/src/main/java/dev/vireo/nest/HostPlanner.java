package dev.vireo.nest;

import dev.vireo.model.domain.Domain;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.nest.internal.FileRoles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    if (libvirt.domainNames().contains(spec.name())) {
      objections.add(
          Objection.impossible(
              "the name %s is in use: there is a domain of this name at %s"
                  .formatted(spec.name(), libvirt.uri())));
    }
    HostCheck check = new HostCheck(local, libvirt);
    Stream.of(
            TableCheck.of(spec),
            check.processor(spec),
            check.libvirt(spec, facts),
            check.capacity(spec))
        .flatMap(List::stream)
        .flatMap(result -> Objection.of(result).stream())
        .forEach(objections::add);
    FileRoles.of(spec)
        .clashes(libvirt.local())
        .forEach(clash -> objections.add(Objection.impossible(clash)));
    new FirmwareVariables(libvirt, local, spec.name()).objection(spec).ifPresent(objections::add);
    if (libvirt.local()) {
      objections.addAll(DiskCheck.of(spec, local, expected));
    } else {
      spec.newImages().forEach(image -> objections.add(notHere(image)));
    }
    CpuVendor vendor = vendor(spec, facts, objections);
    String emulator = facts.domain().map(DomainCapabilities::emulator).orElse(null);
    Domain domain = NestedDomain.of(spec, vendor, emulator);
    return new CreatePlan(spec, domain, DomainXml.format(domain), objections);
  }

  private Objection notHere(LabDisk.NewImage image) {
    return Objection.impossible(
        "the disk %s cannot be made: the host of %s is another machine; make it there and use it as an existing image or a block device"
            .formatted(image.path(), libvirt.uri()));
  }

  private static CpuVendor vendor(
      NestedHostSpec spec, LibvirtFacts facts, List<Objection> objections) {
    if (spec.cpuVendor() != null) {
      return spec.cpuVendor();
    }
    if (spec.acceleration() == Acceleration.EMULATED) {
      // QEMU emulates svm and never vmx.
      return CpuVendor.AMD;
    }
    return facts
        .host()
        .cpuVendor()
        .orElseGet(() -> {
          objections.add(
              Objection.impossible(
                  "libvirt does not say whether the processors at this host are Intel's or AMD's: say which"));
          return CpuVendor.INTEL;
        });
  }
}
