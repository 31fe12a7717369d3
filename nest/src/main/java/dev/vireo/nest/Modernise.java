package dev.vireo.nest;

import dev.vireo.model.domain.Cpu;
import dev.vireo.model.domain.Domain;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.domain.Features;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the domain of a nested host from the time of patched QEMUs up to date, such as the one of
 * http://mattinaction.blogspot.de/2014/05/install-and-run-full-functional-vmware.html and its
 * descendants. Each change was tried with libvirt 9.0 and QEMU 7.2, without ESXi.
 */
public final class Modernise {

  private final @Nullable EsxiVersion esxi;
  private final @Nullable CpuVendor vendor;
  private final List<Change> changes = new ArrayList<>();

  private Modernise(@Nullable EsxiVersion esxi, @Nullable CpuVendor vendor) {
    this.esxi = esxi;
    this.vendor = vendor;
  }

  /**
   * Today's equivalent of a domain.
   *
   * @param domainXml the old domain's document
   * @param esxi the version that runs in it, which decides about network interface and KVM's
   *     signature; null to leave both
   * @param vendor maker of the host's processors, which decides between {@code vmx} and {@code
   *     svm}; null when not known
   * @throws dev.vireo.model.xml.XmlException if the document is not a domain
   * @throws NestException if it is not a domain of QEMU
   */
  public static Modernised of(
      String domainXml, @Nullable EsxiVersion esxi, @Nullable CpuVendor vendor) {
    Modernise work = new Modernise(esxi, vendor);
    Domain domain = work.domain(DomainXml.parse(domainXml));
    return new Modernised(domain, DomainXml.format(domain), work.changes);
  }

  private Domain domain(Domain old) {
    if (!old.type().equals("kvm") && !old.type().equals("qemu")) {
      throw new NestException(
          "this is a domain of type %s: only domains of type kvm and qemu can hold a nested host"
              .formatted(old.type()));
    }
    return Domain.builder(old.type(), old.memory())
        .id(id(old.id()))
        .name(old.name())
        .uuid(old.uuid())
        .hardwareUuid(old.hardwareUuid())
        .generationId(old.generationId())
        .title(old.title())
        .description(old.description())
        .currentMemory(old.currentMemory())
        .memoryTuning(old.memoryTuning())
        .vcpus(old.vcpus())
        .cpuTuning(old.cpuTuning())
        .resourcePartition(partition(old.resourcePartition()))
        .os(os(old.os()))
        .features(features(old.features()))
        .cpu(cpu(old))
        .clock(old.clock())
        .onPoweroff(old.onPoweroff())
        .onReboot(old.onReboot())
        .onCrash(old.onCrash())
        .powerManagement(old.powerManagement())
        .devices(new ModerniseDevices(esxi, changes).of(old.devices()))
        .vmware(old.vmware())
        .extras(extras(old.extras()))
        .build();
  }

  private @Nullable Integer id(@Nullable Integer id) {
    if (id != null) {
      add(
          "domain/@id",
          "removed",
          "it is the number of a running domain, and libvirt gives it",
          Sources.FORMAT_DOMAIN);
    }
    return null;
  }

  private @Nullable String partition(@Nullable String partition) {
    if ("/machine".equals(partition)) {
      add("resource/partition", "removed", "/machine is the default", Sources.EXPERIMENT);
      return null;
    }
    return partition;
  }

  private OperatingSystem os(OperatingSystem old) {
    String machine = alias(old.machine());
    if (machine == null || machine.equals(old.machine())) {
      return old;
    }
    add(
        "os/type/@machine",
        "%s -> %s".formatted(old.machine(), machine),
        "QEMU removes machine types after six years; libvirt replaces the alias by the newest type"
            + " when it defines the domain",
        Sources.QEMU_DEPRECATED);
    return new OperatingSystem(
        old.type(),
        old.arch(),
        machine,
        old.firmware(),
        old.firmwareFeatures(),
        old.loader(),
        old.nvram(),
        old.kernel(),
        old.initrd(),
        old.cmdline(),
        old.bootDevices(),
        old.smbiosMode(),
        old.extras());
  }

  private static @Nullable String alias(@Nullable String machine) {
    if (machine == null) {
      return null;
    }
    if (machine.startsWith("pc-q35-")) {
      return "q35";
    }
    // pc-i440fx-2.1, the older pc-1.3, and Red Hat's rhel6.6.0.
    return machine.startsWith("pc-") || machine.startsWith("rhel") ? "pc" : machine;
  }

  private Features features(@Nullable Features given) {
    Features old =
        given == null ? new Features(false, true, false, null, null, Extras.NONE) : given;
    if (!old.acpi()) {
      add("features/acpi", "added", "ESXi needs ACPI to be shut down", Sources.EXPERIMENT);
    }
    if (old.pae()) {
      add(
          "features/pae",
          "removed",
          "it means something to 32-bit guests only",
          Sources.FORMAT_DOMAIN);
    }
    if (!Boolean.FALSE.equals(old.vmport())) {
      add(
          "features/vmport",
          Boolean.TRUE.equals(old.vmport()) ? "on -> off" : "added, off",
          "it hides VMware's backdoor port from ESXi, for which QEMU once had to be patched; libvirt"
              + " leaves the port on",
          Sources.QEMU_VMPORT);
    }
    Boolean hidden = old.kvmHidden();
    if (esxi != null && esxi.hideKvm() && !Boolean.TRUE.equals(hidden)) {
      add(
          "features/kvm/hidden",
          "added, on",
          "ESXi %s was used with KVM hidden".formatted(esxi.text()),
          Sources.CLOUDSTACK);
      hidden = true;
    }
    return new Features(true, old.apic(), false, false, hidden, old.extras());
  }

  private Cpu cpu(Domain domain) {
    Cpu old = domain.cpu();
    String mode = old == null ? null : old.mode();
    String wantedMode = domain.type().equals("kvm") ? "host-passthrough" : "maximum";
    boolean weak = mode == null || mode.equals("host-model");
    if (weak) {
      add(
          "cpu/@mode",
          "%s -> %s".formatted(mode == null ? "none" : mode, wantedMode),
          "the guest must see all of the processor; host-model loses svm on AMD",
          "https://github.com/kubevirt/kubevirt/issues/10508");
    }
    if (old == null || !"full".equals(old.check())) {
      add(
          "cpu/@check",
          "added, full",
          "without it libvirt starts the domain although the processor lacks a required feature",
          Sources.EXPERIMENT);
    }
    Cpu.Topology topology = old == null ? null : old.topology();
    if (topology == null) {
      topology = new Cpu.Topology(1, 1, null, domain.vcpus().maximum(), 1);
      add(
          "cpu/topology",
          "added, one socket of %d cores".formatted(domain.vcpus().maximum()),
          "QEMU makes a socket of each processor otherwise",
          Sources.EXPERIMENT);
    }
    return new Cpu(
        weak ? wantedMode : mode,
        old == null ? null : old.match(),
        "full",
        old == null ? null : old.migratable(),
        old == null || weak ? null : old.model(),
        topology,
        cpuFeatures(old == null ? List.of() : old.features()),
        old == null ? Extras.NONE : old.extras());
  }

  private List<Cpu.Feature> cpuFeatures(List<Cpu.Feature> old) {
    String wanted = vendor == null ? null : vendor.feature();
    List<Cpu.Feature> features = new ArrayList<>();
    boolean nesting = false;
    for (Cpu.Feature feature : old) {
      boolean nests = feature.name().equals("vmx") || feature.name().equals("svm");
      if (!nests || (wanted != null && !feature.name().equals(wanted))) {
        features.add(feature);
        continue;
      }
      nesting = true;
      features.add(new Cpu.Feature("require", feature.name(), feature.extras()));
      if (!"require".equals(feature.policy())) {
        addRequired(feature.name());
      }
    }
    if (!nesting && wanted != null) {
      features.add(new Cpu.Feature("require", wanted));
      addRequired(wanted);
    } else if (!nesting) {
      add(
          "cpu/feature",
          "to be added: vmx on Intel's processors, svm on AMD's",
          "which of the two cannot be told from the document",
          Sources.EXPERIMENT);
    }
    return features;
  }

  private void addRequired(String feature) {
    add(
        "cpu/feature",
        "added, %s is required".formatted(feature),
        "ESXi needs it to run machines, and libvirt says so at the start when it is missing",
        Sources.EXPERIMENT);
  }

  private Extras extras(Extras old) {
    List<XmlNode.Element> kept = new ArrayList<>();
    for (XmlNode.Element element : old.elements()) {
      if (element.localName().equals("seclabel") && "dynamic".equals(element.attribute("type"))) {
        add("seclabel", "removed", "libvirt makes dynamic labels itself", Sources.FORMAT_DOMAIN);
      } else {
        kept.add(element);
      }
    }
    return new Extras(old.attributes(), kept);
  }

  private void add(String element, String change, String reason, String source) {
    changes.add(new Change(element, change, reason, source));
  }
}
