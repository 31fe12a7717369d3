package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ManagedObjectReference;

/**
 * What a host has beside its machines (VI API {@code HostConfigManager}): the member that names it,
 * its type, and its identifier on a host that stands alone.
 */
public enum RunningService {
  CPU_SCHEDULER("cpuScheduler", "HostCpuSchedulerSystem", "cpuSchedulerSystem"),
  DATASTORES("datastoreSystem", "HostDatastoreSystem", "ha-datastoresystem"),
  MEMORY("memoryManager", "HostMemorySystem", "memoryManagerSystem"),
  STORAGE("storageSystem", "HostStorageSystem", "storageSystem"),
  NETWORKS("networkSystem", "HostNetworkSystem", "networkSystem"),
  VMOTION("vmotionSystem", "HostVMotionSystem", "ha-vmotion-system"),
  VIRTUAL_NICS("virtualNicManager", "HostVirtualNicManager", "ha-vnic-mgr", ApiRelease.V4_0),
  SERVICES("serviceSystem", "HostServiceSystem", "serviceSystem"),
  FIREWALL("firewallSystem", "HostFirewallSystem", "firewallSystem"),
  ADVANCED_OPTIONS("advancedOption", "OptionManager", "ha-adv-options"),
  DIAGNOSTICS("diagnosticSystem", "HostDiagnosticSystem", "diagnosticsystem"),
  SNMP("snmpSystem", "HostSnmpSystem", "ha-snmp-agent"),
  DATE_TIME("dateTimeSystem", "HostDateTimeSystem", "dateTimeSystem"),
  PATCHES("patchManager", "HostPatchManager", "ha-host-patch-manager"),
  IMAGE("imageConfigManager", "HostImageConfigManager", "ha-image-config-manager", ApiRelease.V5_0),
  FIRMWARE("firmwareSystem", "HostFirmwareSystem", "ha-firmwareSystem"),
  HEALTH("healthStatusSystem", "HostHealthStatusSystem", "healthStatusSystem"),
  PASSTHROUGH(
      "pciPassthruSystem", "HostPciPassthruSystem", "ha-pcipassthrusystem", ApiRelease.V4_0),
  KERNEL_MODULES(
      "kernelModuleSystem", "HostKernelModuleSystem", "ha-kernelmodulesystem", ApiRelease.V4_0),
  AUTHENTICATION(
      "authenticationManager", "HostAuthenticationManager", "ha-auth-manager", ApiRelease.V4_1),
  POWER("powerSystem", "HostPowerSystem", "ha-power-system", ApiRelease.V4_1),
  CACHE(
      "cacheConfigurationManager",
      "HostCacheConfigurationManager",
      "ha-cache-configuration-manager",
      ApiRelease.V5_0),
  AGENT_HOST(
      "esxAgentHostManager", "HostEsxAgentHostManager", "ha-esxagenthostmanager", ApiRelease.V5_0),
  ISCSI("iscsiManager", "IscsiManager", "iscsiManager", ApiRelease.V5_0),
  FLASH("vFlashManager", "HostVFlashManager", "ha-vflash-manager", ApiRelease.V5_5),
  VSAN("vsanSystem", "HostVsanSystem", "ha-vsan-system", ApiRelease.V5_5),
  MESSAGE_BUS("messageBusProxy", "MessageBusProxy", "messageBusProxy", ApiRelease.V6_0),
  ACCESS("hostAccessManager", "HostAccessManager", "ha-host-access-manager", ApiRelease.V6_0),
  GRAPHICS("graphicsManager", "HostGraphicsManager", "ha-graphics-manager", ApiRelease.V5_5),
  VSAN_INTERNAL(
      "vsanInternalSystem", "HostVsanInternalSystem", "ha-vsan-internal-system", ApiRelease.V5_5),
  CERTIFICATE(
      "certificateManager", "HostCertificateManager", "ha-certificate-manager", ApiRelease.V6_0),
  PERSISTENT_MEMORY("nvdimmSystem", "HostNvdimmSystem", "ha-nvdimm-system", ApiRelease.V6_7),
  ASSIGNABLE_HARDWARE(
      "assignableHardwareManager",
      "HostAssignableHardwareManager",
      "assignableHardwareManager",
      ApiRelease.V7_0);

  private final String member;
  private final String type;
  private final String id;
  private final ApiRelease since;

  RunningService(String member, String type, String id) {
    this(member, type, id, ApiRelease.V2_5);
  }

  RunningService(String member, String type, String id, ApiRelease since) {
    this.member = member;
    this.type = type;
    this.id = id;
    this.since = since;
  }

  /** The member of {@code HostConfigManager} that names it. */
  String member() {
    return member;
  }

  /** The release that brought it. */
  public ApiRelease since() {
    return since;
  }

  /** The reference of this service of a host. */
  public ManagedObjectReference of(HostSystem host) {
    String value = host.ref().value();
    // A vCenter numbers what belongs to its hosts as it numbers the hosts.
    return new ManagedObjectReference(
        type, host.managed() ? member + value.substring(value.indexOf('-')) : id);
  }
}
