package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a host (VI API {@code HostHardwareInfo}).
 *
 * @param systemInfo the system info
 * @param cpuInfo the CPU info
 * @param memorySize in bytes
 * @param numaInfo the numa info; null when the server does not say
 * @param cpuFeature the CPU feature
 */
public record HostHardwareInfo(
    HostSystemInfo systemInfo,
    HostCpuInfo cpuInfo,
    long memorySize,
    @Nullable HostNumaInfo numaInfo,
    List<HostCpuIdInfo> cpuFeature)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public HostHardwareInfo {
    Objects.requireNonNull(systemInfo, "systemInfo");
    Objects.requireNonNull(cpuInfo, "cpuInfo");
    cpuFeature = List.copyOf(cpuFeature);
  }
}
