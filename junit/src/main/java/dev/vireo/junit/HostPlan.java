package dev.vireo.junit;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;

/**
 * The host that a test gets.
 *
 * @param config the host
 * @param https whether connections go over TLS
 * @param path for a vCenter: inventory path of the host that connections are about
 */
record HostPlan(SimulatorConfig config, boolean https, String path) {

  static HostPlan of(WithHost wanted) {
    SimulatorConfig preset = SimulatorConfig.of(wanted.preset());
    SimulatorConfig config =
        wanted.vms() == -1 ? preset : preset.toBuilder().vms(wanted.vms()).build();
    return new HostPlan(config, wanted.https(), wanted.path());
  }

  /** Whether it is a vCenter. */
  boolean vCenter() {
    return config.preset() == Preset.VCENTER;
  }

  /** The scheme of the URIs that lead to it over TLS. */
  String scheme() {
    return switch (config.preset()) {
      case ESX80, ESX41, ESX35 -> "esx";
      case GSX20 -> "gsx";
      case VCENTER -> "vpx";
    };
  }
}
