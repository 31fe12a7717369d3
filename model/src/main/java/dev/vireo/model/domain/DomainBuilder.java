package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects a {@link Domain}. Not for several threads. */
public final class DomainBuilder {

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

  DomainBuilder(String type, DataSize memory) {
    this.type = type;
    this.memory = memory;
  }

  /** A builder that begins with all of a domain. */
  static DomainBuilder of(Domain domain) {
    return new DomainBuilder(domain.type(), domain.memory())
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

  /** Sets {@link Domain#type}. */
  public DomainBuilder type(String value) {
    type = value;
    return this;
  }

  /** Sets {@link Domain#id}. */
  public DomainBuilder id(@Nullable Integer value) {
    id = value;
    return this;
  }

  /** Sets {@link Domain#name}. */
  public DomainBuilder name(@Nullable String value) {
    name = value;
    return this;
  }

  /** Sets {@link Domain#uuid}. */
  public DomainBuilder uuid(@Nullable UUID value) {
    uuid = value;
    return this;
  }

  /** Sets {@link Domain#hardwareUuid}. */
  public DomainBuilder hardwareUuid(@Nullable UUID value) {
    hardwareUuid = value;
    return this;
  }

  /** Sets {@link Domain#generationId}. */
  public DomainBuilder generationId(@Nullable UUID value) {
    generationId = value;
    return this;
  }

  /** Sets {@link Domain#title}. */
  public DomainBuilder title(@Nullable String value) {
    title = value;
    return this;
  }

  /** Sets {@link Domain#description}. */
  public DomainBuilder description(@Nullable String value) {
    description = value;
    return this;
  }

  /** Sets {@link Domain#memory}. */
  public DomainBuilder memory(DataSize value) {
    memory = value;
    return this;
  }

  /** Sets {@link Domain#currentMemory}. */
  public DomainBuilder currentMemory(@Nullable DataSize value) {
    currentMemory = value;
    return this;
  }

  /** Sets {@link Domain#memoryTuning}. */
  public DomainBuilder memoryTuning(@Nullable MemoryTuning value) {
    memoryTuning = value;
    return this;
  }

  /** Sets {@link Domain#vcpus}. */
  public DomainBuilder vcpus(Vcpus value) {
    vcpus = value;
    return this;
  }

  /** Sets {@link Domain#cpuTuning}. */
  public DomainBuilder cpuTuning(@Nullable CpuTuning value) {
    cpuTuning = value;
    return this;
  }

  /** Sets {@link Domain#resourcePartition}. */
  public DomainBuilder resourcePartition(@Nullable String value) {
    resourcePartition = value;
    return this;
  }

  /** Sets {@link Domain#os}. */
  public DomainBuilder os(OperatingSystem value) {
    os = value;
    return this;
  }

  /** Sets {@link Domain#features}. */
  public DomainBuilder features(@Nullable Features value) {
    features = value;
    return this;
  }

  /** Sets {@link Domain#cpu}. */
  public DomainBuilder cpu(@Nullable Cpu value) {
    cpu = value;
    return this;
  }

  /** Sets {@link Domain#clock}. */
  public DomainBuilder clock(@Nullable Clock value) {
    clock = value;
    return this;
  }

  /** Sets {@link Domain#onPoweroff}. */
  public DomainBuilder onPoweroff(@Nullable String value) {
    onPoweroff = value;
    return this;
  }

  /** Sets {@link Domain#onReboot}. */
  public DomainBuilder onReboot(@Nullable String value) {
    onReboot = value;
    return this;
  }

  /** Sets {@link Domain#onCrash}. */
  public DomainBuilder onCrash(@Nullable String value) {
    onCrash = value;
    return this;
  }

  /** Sets {@link Domain#powerManagement}. */
  public DomainBuilder powerManagement(@Nullable PowerManagement value) {
    powerManagement = value;
    return this;
  }

  /** Sets {@link Domain#devices}. */
  public DomainBuilder devices(Devices value) {
    devices = value;
    return this;
  }

  /** Sets {@link Domain#vmware}. */
  public DomainBuilder vmware(@Nullable VmwareNamespace value) {
    vmware = value;
    return this;
  }

  /** Sets {@link Domain#extras}. */
  public DomainBuilder extras(Extras value) {
    extras = value;
    return this;
  }

  /** The finished record. */
  public Domain build() {
    return new Domain(
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
