package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a virtual machine (VI API {@code VirtualMachineConfigInfo}; the parts that
 * this library reads).
 *
 * @param changeVersion the change version
 * @param modified the modified
 * @param name the name
 * @param guestFullName the guest full name
 * @param version virtual hardware version, such as {@code vmx-19}
 * @param uuid the BIOS UUID
 * @param instanceUuid identity of the machine within a vCenter (API 4.0); null when the server does
 *     not say
 * @param template the template
 * @param guestId the guest identifier
 * @param alternateGuestName the alternate guest name
 * @param annotation the annotation; null when the server does not say
 * @param files the files
 * @param flags the flags
 * @param defaultPowerOps the default power ops
 * @param hardware the hardware
 * @param cpuAllocation the CPU allocation; null when the server does not say
 * @param memoryAllocation the memory allocation; null when the server does not say
 */
public record VirtualMachineConfigInfo(
    String changeVersion,
    Instant modified,
    String name,
    String guestFullName,
    String version,
    String uuid,
    @Nullable String instanceUuid,
    boolean template,
    String guestId,
    String alternateGuestName,
    @Nullable String annotation,
    VirtualMachineFileInfo files,
    VirtualMachineFlagInfo flags,
    VirtualMachineDefaultPowerOpInfo defaultPowerOps,
    VirtualHardware hardware,
    @Nullable ResourceAllocationInfo cpuAllocation,
    @Nullable ResourceAllocationInfo memoryAllocation)
    implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineConfigInfo {
    Objects.requireNonNull(changeVersion, "changeVersion");
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(guestFullName, "guestFullName");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(uuid, "uuid");
    Objects.requireNonNull(guestId, "guestId");
    Objects.requireNonNull(alternateGuestName, "alternateGuestName");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(defaultPowerOps, "defaultPowerOps");
    Objects.requireNonNull(hardware, "hardware");
  }
}
