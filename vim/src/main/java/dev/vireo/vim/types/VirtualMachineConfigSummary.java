package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a virtual machine in short (VI API {@code VirtualMachineConfigSummary}).
 *
 * @param name the name
 * @param template the template
 * @param vmPathName datastore path of the VMX file
 * @param memorySizeMB in MiB; null when the server does not say
 * @param cpuReservation in MHz; null when the server does not say
 * @param memoryReservation in MiB; null when the server does not say
 * @param numCpu the num CPU; null when the server does not say
 * @param numEthernetCards the num ethernet cards; null when the server does not say
 * @param numVirtualDisks the num virtual disks; null when the server does not say
 * @param uuid the BIOS UUID; null when the server does not say
 * @param instanceUuid identity of the machine within a vCenter (API 4.0); null when the server does
 *     not say
 * @param guestId the guest identifier; null when the server does not say
 * @param guestFullName the guest full name; null when the server does not say
 * @param annotation the annotation; null when the server does not say
 */
public record VirtualMachineConfigSummary(
    String name,
    boolean template,
    String vmPathName,
    @Nullable Integer memorySizeMB,
    @Nullable Integer cpuReservation,
    @Nullable Integer memoryReservation,
    @Nullable Integer numCpu,
    @Nullable Integer numEthernetCards,
    @Nullable Integer numVirtualDisks,
    @Nullable String uuid,
    @Nullable String instanceUuid,
    @Nullable String guestId,
    @Nullable String guestFullName,
    @Nullable String annotation)
    implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineConfigSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(vmPathName, "vmPathName");
  }
}
