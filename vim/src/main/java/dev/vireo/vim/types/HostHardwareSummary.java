package dev.vireo.vim.types;

import java.util.Objects;

/**
 * The hardware of a host in short (VI API {@code HostHardwareSummary}).
 *
 * @param vendor the vendor
 * @param model the model
 * @param uuid the UUID
 * @param memorySize in bytes
 * @param cpuModel the CPU model
 * @param cpuMhz the CPU mhz
 * @param numCpuPkgs the num CPU pkgs
 * @param numCpuCores the num CPU cores
 * @param numCpuThreads the num CPU threads
 * @param numNics the num nics
 * @param numHBAs the num hbas
 */
public record HostHardwareSummary(
    String vendor,
    String model,
    String uuid,
    long memorySize,
    String cpuModel,
    int cpuMhz,
    short numCpuPkgs,
    short numCpuCores,
    short numCpuThreads,
    int numNics,
    int numHBAs)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostHardwareSummary {
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(uuid, "uuid");
    Objects.requireNonNull(cpuModel, "cpuModel");
  }
}
