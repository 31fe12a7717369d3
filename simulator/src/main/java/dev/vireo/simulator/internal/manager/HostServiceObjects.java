package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.description.Descriptions;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.RunningService;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/** Makes what each host has beside its machines: its firewall, its clock, its services. */
public final class HostServiceObjects {

  private final HostSystem host;

  private HostServiceObjects(HostSystem host) {
    this.host = host;
  }

  /** Adds them for all hosts. */
  public static void addTo(SimulatedHost simulated) {
    for (HostSystem host : simulated.inventory().hosts()) {
      HostServiceObjects objects = new HostServiceObjects(host);
      for (RunningService service : RunningService.values()) {
        if (host.product().api().has(service.since())) {
          simulated.add(objects.of(service, service.of(host)));
        }
      }
    }
  }

  private FixedObject of(RunningService service, ManagedObjectReference ref) {
    PropertyTable.Builder<FixedObject> table = PropertyTable.of(ref.type());
    switch (service) {
      case ADVANCED_OPTIONS -> {
        return Options.manager(ref, "advanced-options.txt");
      }
      case SNMP -> {
        return snmp(ref);
      }
      case DATASTORES ->
          table
              .with("datastore", (object, api) -> host.datastoreArray())
              .with("capabilities", (object, api) -> datastoreCapabilities(api));
      case STORAGE ->
          table
              .with("storageDeviceInfo", (object, api) -> devices(api))
              .with("fileSystemVolumeInfo", (object, api) -> host.volumes(api));
      case NETWORKS ->
          table
              .with("networkInfo", (object, api) -> host.networkInfo(api))
              .with("dnsConfig", (object, api) -> host.dns());
      case VIRTUAL_NICS -> table.since(service.since(), "info", empty("HostVirtualNicManagerInfo"));
      case SERVICES -> table.with("serviceInfo", (object, api) -> services(api));
      case FIREWALL -> table.with("firewallInfo", (object, api) -> firewall(api));
      case DATE_TIME -> table.with("dateTimeInfo", (object, api) -> dateTime(api));
      case HEALTH -> table.with("runtime", empty("HealthSystemRuntime"));
      case AUTHENTICATION ->
          table.since(service.since(), "info", empty("HostAuthenticationManagerInfo"));
      case POWER ->
          table
              .since(service.since(), "capability", (object, api) -> powerCapability(api))
              .since(service.since(), "info", (object, api) -> powerInfo(api));
      case AGENT_HOST ->
          table.since(service.since(), "configInfo", empty("HostEsxAgentHostManagerConfigInfo"));
      case VSAN -> table.since(service.since(), "config", (object, api) -> vsan(api));
      case ACCESS ->
          table.since(
              service.since(),
              "lockdownMode",
              (object, api) -> new ConstantOf("HostLockdownMode", "lockdownDisabled"));
      case CERTIFICATE ->
          table.since(service.since(), "certificateInfo", (object, api) -> certificate(api));
      case PERSISTENT_MEMORY ->
          table.since(service.since(), "nvdimmSystemInfo", empty("NvdimmSystemInfo"));
      case ASSIGNABLE_HARDWARE ->
          table.since(service.since(), "config", empty("HostAssignableHardwareConfig"));
      case CPU_SCHEDULER,
          MEMORY,
          VMOTION,
          DIAGNOSTICS,
          PATCHES,
          IMAGE,
          FIRMWARE,
          PASSTHROUGH,
          KERNEL_MODULES,
          CACHE,
          ISCSI,
          FLASH,
          MESSAGE_BUS,
          GRAPHICS,
          VSAN_INTERNAL -> {}
    }
    return new FixedObject(ref, table.build());
  }

  private static PropertyTable.Reader<FixedObject> empty(String type) {
    return (object, api) -> ObjectBuilder.of(type, api).build();
  }

  /** An SNMP agent that is switched off. */
  static FixedObject snmp(ManagedObjectReference ref) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("HostSnmpSystem")
            .with(
                "configuration",
                (object, api) ->
                    ObjectBuilder.of("HostSnmpConfigSpec", api)
                        .put("enabled", false)
                        .put("port", 161)
                        .build())
            .with(
                "limits",
                (object, api) ->
                    ObjectBuilder.of("HostSnmpSystemAgentLimits", api)
                        .put("maxReadOnlyCommunities", 10)
                        .put("maxTrapDestinations", 3)
                        .put("maxCommunityLength", 64)
                        .put("maxBufferSize", 1400)
                        .put("capability", "COMPLETE")
                        .build())
            .build());
  }

  private static ObjectOf datastoreCapabilities(ApiRelease api) {
    return ObjectBuilder.of("HostDatastoreSystemCapabilities", api)
        .put("nfsMountCreationRequired", true)
        .put("nfsMountCreationSupported", true)
        .put("localDatastoreSupported", false)
        .put("vmfsExtentExpansionSupported", true)
        .build();
  }

  private static ObjectOf devices(ApiRelease api) {
    return ObjectBuilder.of("HostStorageDeviceInfo", api)
        .put("softwareInternetScsiEnabled", false)
        .build();
  }

  private static ObjectOf services(ApiRelease api) {
    return ObjectBuilder.of("HostServiceInfo", api)
        .put(
            "service",
            Descriptions.table("services.txt").stream()
                .map(row ->
                    ObjectBuilder.of("HostService", api)
                        .put("key", row.get(0))
                        .put("label", row.get(1))
                        .put("required", false)
                        .put("uninstallable", false)
                        .put("running", row.get(2).equals("running"))
                        .put("policy", row.get(3))
                        .build())
                .toList())
        .build();
  }

  private static ObjectOf firewall(ApiRelease api) {
    return ObjectBuilder.of("HostFirewallInfo", api)
        .put(
            "defaultPolicy",
            ObjectBuilder.of("HostFirewallDefaultPolicy", api)
                .put("incomingBlocked", true)
                .put("outgoingBlocked", true)
                .build())
        .put(
            "ruleset",
            Descriptions.table("firewall.txt").stream().map(row -> ruleset(row, api)).toList())
        .build();
  }

  private static ObjectOf ruleset(List<String> row, ApiRelease api) {
    return ObjectBuilder.of("HostFirewallRuleset", api)
        .put("key", row.get(0))
        .put("label", row.get(1))
        .put("required", false)
        .put(
            "rule",
            List.of(
                ObjectBuilder.of("HostFirewallRule", api)
                    .put("port", Integer.parseInt(row.get(2)))
                    .put("direction", row.get(3))
                    .put("portType", "dst")
                    .put("protocol", row.get(4))
                    .build()))
        .put("enabled", row.get(5).equals("enabled"))
        .build();
  }

  private static ObjectOf dateTime(ApiRelease api) {
    return ObjectBuilder.of("HostDateTimeInfo", api)
        .put(
            "timeZone",
            ObjectBuilder.of("HostDateTimeSystemTimeZone", api)
                .put("key", "UTC")
                .put("name", "UTC")
                .put("description", "UTC")
                .put("gmtOffset", 0)
                .build())
        .put(
            "ntpConfig",
            ObjectBuilder.of("HostNtpConfig", api).put("server", List.of("192.0.2.123")).build())
        .put("enabled", true)
        .build();
  }

  private static ObjectOf policy(ApiRelease api) {
    return ObjectBuilder.of("HostPowerPolicy", api)
        .put("key", 2)
        .put("name", "PowerPolicy.dynamic.name")
        .put("shortName", "dynamic")
        .put("description", "PowerPolicy.dynamic.description")
        .build();
  }

  private static ObjectOf powerCapability(ApiRelease api) {
    return ObjectBuilder.of("PowerSystemCapability", api)
        .put("availablePolicy", List.of(policy(api)))
        .build();
  }

  private static ObjectOf powerInfo(ApiRelease api) {
    return ObjectBuilder.of("PowerSystemInfo", api).put("currentPolicy", policy(api)).build();
  }

  private static ObjectOf vsan(ApiRelease api) {
    return ObjectBuilder.of("VsanHostConfigInfo", api).put("enabled", false).build();
  }

  private static ObjectOf certificate(ApiRelease api) {
    return ObjectBuilder.of("HostCertificateManagerCertificateInfo", api)
        .put("status", "unknown")
        .build();
  }
}
