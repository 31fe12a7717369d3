package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects a {@link DomainDefinition}. Not for several threads. */
public final class DomainDefinitionBuilder {

  private String type;
  private @Nullable Integer id;
  private @Nullable String name;
  private @Nullable UUID uuid;
  private @Nullable UUID hardwareUuid;
  private @Nullable UUID generationId;
  private @Nullable String title;
  private @Nullable String description;
  private DataSize memory;
  private @Nullable DataSize currentMemory;
  private @Nullable MemoryTuning memoryTuning;
  private Vcpus vcpus = Vcpus.of(1);
  private @Nullable CpuTuning cpuTuning;
  private @Nullable String resourcePartition;
  private OperatingSystem os = OperatingSystem.hvm(null);
  private @Nullable Features features;
  private @Nullable Cpu cpu;
  private @Nullable Clock clock;
  private @Nullable String onPoweroff;
  private @Nullable String onReboot;
  private @Nullable String onCrash;
  private @Nullable PowerManagement powerManagement;
  private Devices devices = Devices.NONE;
  private @Nullable VmwareNamespace vmware;
  private Extras extras = Extras.NONE;

  DomainDefinitionBuilder(String type, DataSize memory) {
    this.type = type;
    this.memory = memory;
  }

  /** A builder that begins with all of a domain. */
  static DomainDefinitionBuilder of(DomainDefinition domain) {
    return new DomainDefinitionBuilder(domain.type(), domain.memory())
        .id(domain.id())
        .name(domain.name())
        .uuid(domain.uuid())
        .hardwareUuid(domain.hardwareUuid())
        .generationId(domain.generationId())
        .title(domain.title())
        .description(domain.description())
        .currentMemory(domain.currentMemory())
        .memoryTuning(domain.memoryTuning())
        .vcpus(domain.vcpus())
        .cpuTuning(domain.cpuTuning())
        .resourcePartition(domain.resourcePartition())
        .os(domain.os())
        .features(domain.features())
        .cpu(domain.cpu())
        .clock(domain.clock())
        .onPoweroff(domain.onPoweroff())
        .onReboot(domain.onReboot())
        .onCrash(domain.onCrash())
        .powerManagement(domain.powerManagement())
        .devices(domain.devices())
        .vmware(domain.vmware())
        .extras(domain.extras());
  }

  /** Sets {@link DomainDefinition#type}. */
  public DomainDefinitionBuilder type(String value) {
    type = value;
    return this;
  }

  /** Sets {@link DomainDefinition#id}. */
  public DomainDefinitionBuilder id(@Nullable Integer value) {
    id = value;
    return this;
  }

  /** Sets {@link DomainDefinition#name}. */
  public DomainDefinitionBuilder name(@Nullable String value) {
    name = value;
    return this;
  }

  /** Sets {@link DomainDefinition#uuid}. */
  public DomainDefinitionBuilder uuid(@Nullable UUID value) {
    uuid = value;
    return this;
  }

  /** Sets {@link DomainDefinition#hardwareUuid}. */
  public DomainDefinitionBuilder hardwareUuid(@Nullable UUID value) {
    hardwareUuid = value;
    return this;
  }

  /** Sets {@link DomainDefinition#generationId}. */
  public DomainDefinitionBuilder generationId(@Nullable UUID value) {
    generationId = value;
    return this;
  }

  /** Sets {@link DomainDefinition#title}. */
  public DomainDefinitionBuilder title(@Nullable String value) {
    title = value;
    return this;
  }

  /** Sets {@link DomainDefinition#description}. */
  public DomainDefinitionBuilder description(@Nullable String value) {
    description = value;
    return this;
  }

  /** Sets {@link DomainDefinition#memory}. */
  public DomainDefinitionBuilder memory(DataSize value) {
    memory = value;
    return this;
  }

  /** Sets {@link DomainDefinition#currentMemory}. */
  public DomainDefinitionBuilder currentMemory(@Nullable DataSize value) {
    currentMemory = value;
    return this;
  }

  /** Sets {@link DomainDefinition#memoryTuning}. */
  public DomainDefinitionBuilder memoryTuning(@Nullable MemoryTuning value) {
    memoryTuning = value;
    return this;
  }

  /** Sets {@link DomainDefinition#vcpus}. */
  public DomainDefinitionBuilder vcpus(Vcpus value) {
    vcpus = value;
    return this;
  }

  /** Sets {@link DomainDefinition#cpuTuning}. */
  public DomainDefinitionBuilder cpuTuning(@Nullable CpuTuning value) {
    cpuTuning = value;
    return this;
  }

  /** Sets {@link DomainDefinition#resourcePartition}. */
  public DomainDefinitionBuilder resourcePartition(@Nullable String value) {
    resourcePartition = value;
    return this;
  }

  /** Sets {@link DomainDefinition#os}. */
  public DomainDefinitionBuilder os(OperatingSystem value) {
    os = value;
    return this;
  }

  /** Sets {@link DomainDefinition#features}. */
  public DomainDefinitionBuilder features(@Nullable Features value) {
    features = value;
    return this;
  }

  /** Sets {@link DomainDefinition#cpu}. */
  public DomainDefinitionBuilder cpu(@Nullable Cpu value) {
    cpu = value;
    return this;
  }

  /** Sets {@link DomainDefinition#clock}. */
  public DomainDefinitionBuilder clock(@Nullable Clock value) {
    clock = value;
    return this;
  }

  /** Sets {@link DomainDefinition#onPoweroff}. */
  public DomainDefinitionBuilder onPoweroff(@Nullable String value) {
    onPoweroff = value;
    return this;
  }

  /** Sets {@link DomainDefinition#onReboot}. */
  public DomainDefinitionBuilder onReboot(@Nullable String value) {
    onReboot = value;
    return this;
  }

  /** Sets {@link DomainDefinition#onCrash}. */
  public DomainDefinitionBuilder onCrash(@Nullable String value) {
    onCrash = value;
    return this;
  }

  /** Sets {@link DomainDefinition#powerManagement}. */
  public DomainDefinitionBuilder powerManagement(@Nullable PowerManagement value) {
    powerManagement = value;
    return this;
  }

  /** Sets {@link DomainDefinition#devices}. */
  public DomainDefinitionBuilder devices(Devices value) {
    devices = value;
    return this;
  }

  /** Sets {@link DomainDefinition#vmware}. */
  public DomainDefinitionBuilder vmware(@Nullable VmwareNamespace value) {
    vmware = value;
    return this;
  }

  /** Sets {@link DomainDefinition#extras}. */
  public DomainDefinitionBuilder extras(Extras value) {
    extras = value;
    return this;
  }

  /** The finished record. */
  public DomainDefinition build() {
    return new DomainDefinition(
        type,
        id,
        name,
        uuid,
        hardwareUuid,
        generationId,
        title,
        description,
        memory,
        currentMemory,
        memoryTuning,
        vcpus,
        cpuTuning,
        resourcePartition,
        os,
        features,
        cpu,
        clock,
        onPoweroff,
        onReboot,
        onCrash,
        powerManagement,
        devices,
        vmware,
        extras);
  }
}
