package dev.vireo.junit;

import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.probe.HostWaitOptions;
import dev.vireo.nest.version.EsxiVersion;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The nested host that a test wants.
 *
 * @param name its name
 * @param esxi its version
 * @param fallback what to do without it
 * @param libvirt URI of its libvirt
 * @param address where it answers; null to ask libvirt
 * @param user who logs in
 * @param passwordVariable environment variable with the password
 * @param patience how long its API may take to answer
 */
record NestedHostPlan(
    String name,
    EsxiVersion esxi,
    NestedFallback fallback,
    String libvirt,
    @Nullable HostAddress address,
    String user,
    String passwordVariable,
    Duration patience) {

  static NestedHostPlan of(WithNestedHost wanted) {
    return new NestedHostPlan(
        wanted.name(),
        EsxiVersion.parse(wanted.esxi()),
        wanted.fallback(),
        wanted.libvirt(),
        wanted.address().isEmpty() ? null : HostAddress.parse(wanted.address()),
        wanted.user(),
        wanted.passwordVariable(),
        Duration.ofMinutes(wanted.startMinutes()));
  }

  HostWaitOptions waitOptions() {
    return HostWaitOptions.DEFAULT.withAddress(address).withTimeout(patience);
  }

  /** The simulated host that stands in, reached over TLS as the nested one is. */
  HostPlan standIn() {
    Preset preset = esxi == EsxiVersion.V5_5 ? Preset.ESX41 : Preset.ESX80;
    return new HostPlan(SimulatorConfig.of(preset), true, "");
  }
}
