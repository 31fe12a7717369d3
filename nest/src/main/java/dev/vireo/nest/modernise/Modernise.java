package dev.vireo.nest.modernise;

import dev.vireo.model.domain.Cpu;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.domain.Features;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.nest.NestException;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.internal.Sources;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the domain of a nested host from the time of patched QEMUs up to date, such as the one of
 * http://mattinaction.blogspot.de/2014/05/install-and-run-full-functional-vmware.html and its
 * descendants. Each change was tried with libvirt 9.0 and QEMU 7.2, without ESXi.
 */
public final class Modernise {

  private static final Set<String> NESTING = Set.of("vmx", "svm");

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
    DomainDefinition old = DomainXml.parse(domainXml);
    // QEMU emulates svm and never vmx.
    boolean emulated = old.type().equals(Acceleration.EMULATED.domainType());
    Modernise work = new Modernise(esxi, emulated ? CpuVendor.AMD : vendor);
    DomainDefinition domain = work.domain(old);
    return new Modernised(domain, DomainXml.format(domain), work.changes);
  }

  private DomainDefinition domain(DomainDefinition old) {
    if (!old.type().equals("kvm") && !old.type().equals("qemu")) {
      throw new NestException(
          "this is a domain of type %s: only domains of type kvm and qemu can hold a nested host"
              .formatted(old.type()));
    }
    return old.toBuilder()
        .id(id(old.id()))
        .resourcePartition(partition(old.resourcePartition()))
        .os(os(old.os()))
        .features(features(old.features()))
        .cpu(cpu(old))
        .devices(new ModerniseDevices(esxi, changes).of(old.devices()))
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
    return old.toBuilder().machine(machine).build();
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
    Features old = given == null ? Features.builder().apic(true).build() : given;
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
          "it hides VMware's backdoor port from ESXi, for which QEMU once had to be patched;"
              + " libvirt leaves the port on",
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
    return old.toBuilder().acpi(true).pae(false).vmport(false).kvmHidden(hidden).build();
  }

  private Cpu cpu(DomainDefinition domain) {
    Cpu old = domain.cpu() == null ? Cpu.builder().build() : domain.cpu();
    boolean replaced = replaced(domain.type(), old);
    if (!"full".equals(old.check())) {
      add(
          "cpu/@check",
          "added, full",
          "without it libvirt starts the domain although the processor lacks a required feature",
          Sources.EXPERIMENT);
    }
    Cpu.Topology topology = old.topology();
    if (topology == null) {
      topology = new Cpu.Topology(1, 1, null, domain.vcpus().maximum(), 1);
      add(
          "cpu/topology",
          "added, one socket of %d cores".formatted(domain.vcpus().maximum()),
          "QEMU makes a socket of each processor otherwise",
          Sources.EXPERIMENT);
    }
    Cpu.Builder cpu =
        old.toBuilder().check("full").topology(topology).features(cpuFeatures(old.features()));
    if (replaced) {
      cpu.mode(wantedMode(domain.type())).match(null).model(null);
    }
    return cpu.build();
  }

  private static String wantedMode(String domainType) {
    return domainType.equals(Acceleration.KVM.domainType())
        ? Acceleration.KVM.cpuMode()
        : Acceleration.EMULATED.cpuMode();
  }

  /** Whether the guest is to see the whole processor instead of what it was given. */
  private boolean replaced(String domainType, Cpu old) {
    String wanted = wantedMode(domainType);
    if (old.model() != null && (old.mode() == null || old.mode().equals("custom"))) {
      return replaced(old.model().name(), old.features(), wanted);
    }
    if (old.mode() == null || old.mode().equals("host-model")) {
      add(
          "cpu/@mode",
          "%s -> %s".formatted(old.mode() == null ? "none" : old.mode(), wanted),
          "the guest must see all of the processor; host-model loses svm on AMD",
          "https://github.com/kubevirt/kubevirt/issues/10508");
      return true;
    }
    if (old.mode().equals("host-passthrough") && !old.mode().equals(wanted)) {
      add(
          "cpu/@mode",
          "host-passthrough -> " + wanted,
          "a domain that QEMU emulates does not start with it",
          Sources.EXPERIMENT);
      return true;
    }
    return false;
  }

  /** Whether a model is one that the version cannot use. */
  private boolean replaced(String model, List<Cpu.Feature> features, String wanted) {
    Optional<CpuModels.Obstacle> obstacle =
        esxi == null ? Optional.empty() : CpuModels.obstacle(esxi, model);
    if (obstacle.isEmpty() || isGiven(obstacle.get(), features)) {
      return false;
    }
    add(
        "cpu/model",
        "%s -> mode %s".formatted(model, wanted),
        obstacle.get().reason(),
        obstacle.get().source());
    return true;
  }

  private static boolean isGiven(CpuModels.Obstacle obstacle, List<Cpu.Feature> features) {
    return obstacle
        .lacks()
        .filter(lacking ->
            features.stream()
                .anyMatch(feature -> feature.name().equals(lacking) && !isTaken(feature)))
        .isPresent();
  }

  private static boolean isTaken(Cpu.Feature feature) {
    return "disable".equals(feature.policy()) || "forbid".equals(feature.policy());
  }

  private List<Cpu.Feature> cpuFeatures(List<Cpu.Feature> old) {
    CpuVendor maker = vendor;
    String wanted = maker == null ? null : maker.feature();
    List<Cpu.Feature> features = new ArrayList<>();
    boolean nesting = false;
    for (Cpu.Feature feature : old) {
      boolean nests = NESTING.contains(feature.name());
      boolean others = nests && maker != null && !feature.name().equals(wanted);
      if (others && maker != null && !isTaken(feature)) {
        add(
            "cpu/feature",
            "%s removed".formatted(feature.name()),
            "processors of %s have %s".formatted(maker.text(), wanted),
            Sources.EXPERIMENT);
      } else if (esxi != null && isTaken(feature) && CpuModels.needs(esxi, feature.name())) {
        add(
            "cpu/feature",
            "%s is not taken away any more".formatted(feature.name()),
            "ESXi %s needs it".formatted(esxi.text()),
            CpuModels.source(feature.name()));
      } else if (!nests || others) {
        features.add(feature);
      } else {
        nesting = true;
        features.add(feature.toBuilder().policy("require").build());
        if (!"require".equals(feature.policy())) {
          addRequired(feature.name());
        }
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
    ModerniseQemu behindLibvirt = new ModerniseQemu(changes);
    for (XmlNode.Element element : old.elements()) {
      behindLibvirt.look(element);
      if (element.localName().equals("seclabel") && "dynamic".equals(element.attribute("type"))) {
        add("seclabel", "removed", "libvirt makes dynamic labels itself", Sources.FORMAT_DOMAIN);
      } else {
        kept.add(element);
      }
    }
    return old.toBuilder().elements(kept).build();
  }

  private void add(String element, String change, String reason, String source) {
    changes.add(new Change(element, change, reason, source));
  }
}
