package dev.vireo.simulator.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.schema.ApiRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole host shows each release of the API what that release has, and nothing else. */
class EveryPropertyTest {

  private static SimulatedHost host(Preset preset) {
    SimulatedHost host = new SimulatedHost(SimulatorConfig.of(preset).toBuilder().vms(3).build());
    ServiceObjects.addTo(host);
    HostServiceObjects.addTo(host);
    return host;
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void whatIsShownIsWhatTheReleaseHas(Preset preset) {
    try (SimulatedHost host = host(preset)) {
      host.state().write(() -> host.events().add("VmPoweredOnEvent", "me", first(host), Map.of()));
      List<String> objections = new ArrayList<>();
      for (ApiRelease api : ApiRelease.values()) {
        if (host.product().api().has(api)) {
          host.state().read(() -> objections.addAll(Conformance.objections(host, api)));
        }
      }

      assertThat(objections).isEmpty();
    }
  }

  private static VirtualMachine first(SimulatedHost host) {
    return host.inventory().vms().iterator().next();
  }

  @Test
  void whatServiceContentNamesCanBeReached() {
    try (SimulatedHost host = host(Preset.VCENTER)) {
      assertThat(host.state().read(() -> Conformance.types(host, ApiRelease.V8_0_3)))
          .contains(
              "OptionManager",
              "UserDirectory",
              "AuthorizationManager",
              "ServiceManager",
              "PerformanceManager",
              "ScheduledTaskManager",
              "AlarmManager",
              "EventManager",
              "ExtensionManager",
              "CustomizationSpecManager",
              "CustomFieldsManager",
              "LicenseManager",
              "LicenseAssignmentManager",
              "HostSnmpSystem",
              "OvfManager",
              "HostProfileManager",
              "ClusterProfileManager",
              "LocalizationManager",
              "GuestOperationsManager",
              "GuestProcessManager",
              "VcenterVStorageObjectManager",
              "DiagnosticManager",
              "EnvironmentBrowser",
              "HostFirewallSystem",
              "HostCertificateManager");
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void machinesInAnyStateShowIt(Preset preset) {
    try (SimulatedHost host = host(preset)) {
      ApiRelease api = host.product().api();
      for (PowerState power : PowerState.values()) {
        host.state().write(() -> first(host).setPower(power, host.config().clock().instant()));

        assertThat(host.state().read(() -> Conformance.objections(host, api))).isEmpty();
      }
    }
  }
}
