package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.domain.Vcpus;
import dev.vireo.model.domain.VmwareNamespace;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code <domain>} ({@code virDomainDefFormatInternalSetRootName}). */
public final class DomainXmlMapping {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "id")
          .elements(
              "name",
              "uuid",
              "hwuuid",
              "genid",
              "title",
              "description",
              "metadata",
              "maxMemory",
              "memory",
              "currentMemory",
              "blkiotune",
              "memtune",
              "memoryBacking",
              "vcpu",
              "vcpus",
              "iothreads",
              "iothreadids",
              "defaultiothread",
              "cputune",
              "numatune",
              "resource",
              "sysinfo",
              "bootloader",
              "bootloader_args",
              "os",
              "idmap",
              "features",
              "cpu",
              "clock",
              "on_poweroff",
              "on_reboot",
              "on_crash",
              "on_lockfailure",
              "pm",
              "perf",
              "devices",
              "seclabel",
              ElementOrder.PREFIXED,
              "keywrap",
              "launchSecurity");

  private DomainXmlMapping() {}

  /** The record of a document's root element. */
  public static DomainDefinition read(ElementReader in) {
    if (!in.name().equals("domain") || !in.namespace().isEmpty()) {
      throw in.error("a domain begins with <domain>, without a namespace");
    }
    in.inOrder(ORDER);
    ElementReader memory = in.child("memory");
    if (memory == null) {
      throw in.error("it has no <memory>, such as <memory unit='MiB'>1024</memory>");
    }
    DomainDefinitionBuilder domain =
        DomainDefinition.builder(in.required("type"), ResourcesXml.readSize(memory));
    readIdentity(in, domain);
    readResources(in, domain);
    readMachine(in, domain);
    return domain
        .devices(orElse(in.optional("devices", DevicesXml::read), Devices.NONE))
        .vmware(VmwareXml.read(in))
        .extras(in.extras())
        .build();
  }

  private static void readIdentity(ElementReader in, DomainDefinitionBuilder domain) {
    Integer id = Values.integer(in, "id", -1);
    domain
        .id(id == null || id < 0 ? null : id)
        .name(in.childText("name"))
        .uuid(in.optional("uuid", Values::uuid))
        .hardwareUuid(in.optional("hwuuid", Values::uuid))
        .generationId(readGenerationId(in))
        .title(in.childText("title"))
        .description(in.childText("description"));
  }

  /** An empty element asks libvirt to choose one; it stays in the extras. */
  private static @Nullable UUID readGenerationId(ElementReader in) {
    ElementReader id = in.peek("genid");
    return id == null || id.text().isBlank() ? null : Values.uuid(id.take());
  }

  private static void readResources(ElementReader in, DomainDefinitionBuilder domain) {
    ElementReader resource = in.child("resource");
    domain
        .currentMemory(in.optional("currentMemory", ResourcesXml::readSize))
        .memoryTuning(in.optional("memtune", ResourcesXml::readMemoryTuning))
        .vcpus(orElse(in.optional("vcpu", ResourcesXml::readVcpus), Vcpus.of(1)))
        .cpuTuning(in.optional("cputune", ResourcesXml::readCpuTuning))
        .resourcePartition(resource == null ? null : resource.childText("partition"));
  }

  private static void readMachine(ElementReader in, DomainDefinitionBuilder domain) {
    OperatingSystem os = in.optional("os", OperatingSystemXml::read);
    if (os == null) {
      throw in.error("it has no <os>, such as <os><type arch='x86_64'>hvm</type></os>");
    }
    domain
        .os(os)
        .features(in.optional("features", MachineXml::readFeatures))
        .cpu(in.optional("cpu", CpuXml::read))
        .clock(in.optional("clock", MachineXml::readClock))
        .onPoweroff(in.childText("on_poweroff"))
        .onReboot(in.childText("on_reboot"))
        .onCrash(in.childText("on_crash"))
        .powerManagement(in.optional("pm", MachineXml::readPower));
  }

  private static <T> T orElse(@Nullable T value, T absent) {
    return value == null ? absent : value;
  }

  /** Writes a record as a document's root element. */
  public static void write(ElementWriter out, DomainDefinition domain) {
    VmwareNamespace vmware = domain.vmware();
    out.start("domain", ORDER, domain.extras())
        .attribute("type", domain.type())
        .attribute("id", domain.id());
    if (vmware != null) {
      VmwareXml.writeDeclaration(out, domain.extras());
    }
    writeIdentity(out, domain);
    writeResources(out, domain);
    writeMachine(out, domain);
    DevicesXml.write(out, domain.devices());
    if (vmware != null) {
      VmwareXml.write(out, vmware, domain.extras());
    }
    out.end();
  }

  private static void writeIdentity(ElementWriter out, DomainDefinition domain) {
    out.element("name", domain.name())
        .element("uuid", text(domain.uuid()))
        .element("hwuuid", text(domain.hardwareUuid()))
        .element("genid", text(domain.generationId()))
        .element("title", domain.title())
        .element("description", domain.description());
  }

  private static void writeResources(ElementWriter out, DomainDefinition domain) {
    ResourcesXml.writeSize(out, "memory", domain.memory());
    ResourcesXml.writeSize(out, "currentMemory", domain.currentMemory());
    if (domain.memoryTuning() != null) {
      ResourcesXml.writeMemoryTuning(out, domain.memoryTuning());
    }
    ResourcesXml.writeVcpus(out, domain.vcpus());
    if (domain.cpuTuning() != null) {
      ResourcesXml.writeCpuTuning(out, domain.cpuTuning());
    }
    if (domain.resourcePartition() != null) {
      out.start("resource").element("partition", domain.resourcePartition()).end();
    }
  }

  private static void writeMachine(ElementWriter out, DomainDefinition domain) {
    OperatingSystemXml.write(out, domain.os());
    if (domain.features() != null) {
      MachineXml.writeFeatures(out, domain.features());
    }
    if (domain.cpu() != null) {
      CpuXml.write(out, domain.cpu());
    }
    if (domain.clock() != null) {
      MachineXml.writeClock(out, domain.clock());
    }
    out.element("on_poweroff", domain.onPoweroff())
        .element("on_reboot", domain.onReboot())
        .element("on_crash", domain.onCrash());
    if (domain.powerManagement() != null) {
      MachineXml.writePower(out, domain.powerManagement());
    }
  }

  private static @Nullable String text(@Nullable UUID uuid) {
    return uuid == null ? null : uuid.toString();
  }
}
