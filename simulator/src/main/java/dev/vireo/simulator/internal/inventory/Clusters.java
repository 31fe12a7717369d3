package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;

/** Shows what clusters have beyond single hosts: here DRS that only advises, and no HA. */
final class Clusters {

  private Clusters() {}

  /** A summary that the hosts are still to be told in. */
  static ObjectBuilder summary(ApiRelease api) {
    return ObjectBuilder.of("ClusterComputeResourceSummary", api)
        .put("currentFailoverLevel", 0)
        .put("numVmotions", 0);
  }

  static ObjectOf configurationEx(ApiRelease api) {
    return ObjectBuilder.of("ClusterConfigInfoEx", api)
        .put("vmSwapPlacement", "vmDirectory")
        .put("dasConfig", availability(api))
        .put("drsConfig", scheduler(api))
        .put(
            "dpmConfigInfo",
            ObjectBuilder.of("ClusterDpmConfigInfo", api)
                .put("enabled", false)
                .put("defaultDpmBehavior", "automated")
                .put("hostPowerActionRate", 3)
                .build())
        .build();
  }

  static ObjectOf configuration(ApiRelease api) {
    return ObjectBuilder.of("ClusterConfigInfo", api)
        .put("dasConfig", availability(api))
        .put("drsConfig", scheduler(api))
        .build();
  }

  private static ObjectOf availability(ApiRelease api) {
    return ObjectBuilder.of("ClusterDasConfigInfo", api)
        .put("enabled", false)
        .put("vmMonitoring", "vmMonitoringDisabled")
        .put("hostMonitoring", "enabled")
        .put("failoverLevel", 1)
        .put("admissionControlEnabled", true)
        .build();
  }

  private static ObjectOf scheduler(ApiRelease api) {
    return ObjectBuilder.of("ClusterDrsConfigInfo", api)
        .put("enabled", true)
        .put("enableVmBehaviorOverrides", true)
        .put("defaultVmBehavior", "manual")
        .put("vmotionRate", 3)
        .build();
  }
}
