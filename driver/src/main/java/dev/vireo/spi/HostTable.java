package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.NodeInfo;
import org.jspecify.annotations.Nullable;

/** What a driver tells of its host. */
public interface HostTable {

  /** Name of the driver, such as {@code ESX} ({@code virConnectGetType}). */
  default String type() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectGetType");
  }

  /** Full name of the host, with its domain where it has one ({@code virConnectGetHostname}). */
  default String hostName() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectGetHostname");
  }

  /**
   * Version of the hypervisor: major * 1,000,000 + minor * 1,000 + micro ({@code
   * virConnectGetVersion}).
   */
  default long version() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectGetVersion");
  }

  /** Hardware of the host ({@code virNodeGetInfo}). */
  default NodeInfo nodeInfo() {
    throw Unsupported.function(ErrorDomain.NONE, "virNodeGetInfo");
  }

  /** Free memory in bytes ({@code virNodeGetFreeMemory}). */
  default long freeMemory() {
    throw Unsupported.function(ErrorDomain.NONE, "virNodeGetFreeMemory");
  }

  /**
   * Most virtual processors of a domain ({@code virConnectGetMaxVcpus}).
   *
   * @param type type of the domain, such as {@code vmware}; null for that of the driver
   */
  default int maxVcpus(@Nullable String type) {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectGetMaxVcpus");
  }

  /** What host and driver can do, as libvirt's XML ({@code virConnectGetCapabilities}). */
  default String capabilities() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectGetCapabilities");
  }

  /** Whether requests are encrypted ({@code virConnectIsEncrypted}). */
  default boolean isEncrypted() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectIsEncrypted");
  }

  /** Whether nobody can listen in ({@code virConnectIsSecure}). */
  default boolean isSecure() {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectIsSecure");
  }
}
