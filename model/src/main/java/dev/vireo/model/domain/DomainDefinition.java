package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine as libvirt describes it ({@code virDomainDef}, {@code <domain>}).
 *
 * @param type {@code vmware}, {@code kvm}, {@code qemu}...
 * @param id number of the running domain; null when it is off
 * @param name null when the document has none, as VMX files may
 * @param uuid null to have one chosen
 * @param hardwareUuid uuid that the guest sees, where it differs from {@code uuid} ({@code
 *     <hwuuid>}); null when not said
 * @param generationId uuid that changes with each restore ({@code <genid>}); null when not said
 * @param title short description; null for none
 * @param description null for none
 * @param memory memory at boot
 * @param currentMemory memory in use; null for all
 * @param memoryTuning limits of the host's memory; null when not said
 * @param vcpus virtual processors
 * @param cpuTuning share of the host's processors; null when not said
 * @param resourcePartition where the host accounts for it ({@code <resource><partition>}); null
 *     when not said
 * @param os what it boots
 * @param features features of the machine; null when not said
 * @param cpu the processor that the guest sees; null when not said
 * @param clock the clock; null when not said
 * @param onPoweroff {@code destroy}, {@code restart}...; null when not said
 * @param onReboot see {@code onPoweroff}
 * @param onCrash see {@code onPoweroff}
 * @param powerManagement sleep states; null when not said
 * @param devices its devices
 * @param vmware libvirt's VMware extension; null when not there
 * @param extras everything else
 */
public record DomainDefinition(
    String type,
    @Nullable Integer id,
    @Nullable String name,
    @Nullable UUID uuid,
    @Nullable UUID hardwareUuid,
    @Nullable UUID generationId,
    @Nullable String title,
    @Nullable String description,
    DataSize memory,
    @Nullable DataSize currentMemory,
    @Nullable MemoryTuning memoryTuning,
    Vcpus vcpus,
    @Nullable CpuTuning cpuTuning,
    @Nullable String resourcePartition,
    OperatingSystem os,
    @Nullable Features features,
    @Nullable Cpu cpu,
    @Nullable Clock clock,
    @Nullable String onPoweroff,
    @Nullable String onReboot,
    @Nullable String onCrash,
    @Nullable PowerManagement powerManagement,
    Devices devices,
    @Nullable VmwareNamespace vmware,
    Extras extras) {

  public DomainDefinition {
    Objects.requireNonNull(type);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(vcpus);
    Objects.requireNonNull(os);
    Objects.requireNonNull(devices);
    Objects.requireNonNull(extras);
  }

  /** The same domain without the passwords of its graphical consoles. */
  public DomainDefinition withoutPasswords() {
    if (devices.graphics().stream().allMatch(console -> console.password() == null)) {
      return this;
    }
    return toBuilder().devices(devices.withoutPasswords()).build();
  }

  /** A builder that begins with all of this domain. */
  public DomainDefinitionBuilder toBuilder() {
    return DomainDefinitionBuilder.of(this);
  }

  /**
   * A builder of a domain with one processor, an unknown architecture and no devices.
   *
   * @param type see {@link #type}
   * @param memory see {@link #memory}
   */
  public static DomainDefinitionBuilder builder(String type, DataSize memory) {
    return new DomainDefinitionBuilder(type, memory);
  }
}
