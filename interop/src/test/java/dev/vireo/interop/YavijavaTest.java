package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vmware.vim25.AuthorizationRole;
import com.vmware.vim25.Event;
import com.vmware.vim25.EventFilterSpec;
import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.TaskInfoState;
import com.vmware.vim25.VirtualDevice;
import com.vmware.vim25.VirtualDisk;
import com.vmware.vim25.VirtualEthernetCard;
import com.vmware.vim25.VirtualMachinePowerState;
import com.vmware.vim25.VmPoweredOffEvent;
import com.vmware.vim25.mo.Datastore;
import com.vmware.vim25.mo.HostSystem;
import com.vmware.vim25.mo.InventoryNavigator;
import com.vmware.vim25.mo.ManagedEntity;
import com.vmware.vim25.mo.ServiceInstance;
import com.vmware.vim25.mo.Task;
import com.vmware.vim25.mo.VirtualMachine;
import dev.vireo.simulator.Preset;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * yavijava, which refuses whatever its classes do not have, takes the simulated hosts for real. Its
 * connections are made in this JVM.
 */
@ParameterizedClass
@EnumSource(Preset.class)
class YavijavaTest {
  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  private SimulatedHost host;
  private ServiceInstance service;

  YavijavaTest() {}

  @BeforeEach
  void connect() throws Exception {
    host = SimulatedHost.start(preset, folder);
    service =
        new ServiceInstance(
            URI.create("https://" + host.authority() + "/sdk").toURL(),
            SimulatedHost.USER,
            SimulatedHost.PASSWORD,
            true);
  }

  @AfterEach
  void logOut() {
    try (SimulatedHost started = host) {
      service.getServerConnection().logout();
      assertThat(started.simulator().sessions()).isEmpty();
    }
  }

  private <T> List<T> all(String type, Class<T> wanted) throws Exception {
    ManagedEntity[] found =
        new InventoryNavigator(service.getRootFolder()).searchManagedEntities(type);
    return Arrays.stream(found).map(wanted::cast).toList();
  }

  private VirtualMachine machine(String name) throws Exception {
    return all("VirtualMachine", VirtualMachine.class).stream()
        .filter(machine -> machine.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itConnectsAndLists() throws Exception {
    assertThat(service.getAboutInfo().getVendor()).isEqualTo("VMware, Inc.");
    assertThat(all("VirtualMachine", VirtualMachine.class))
        .hasSameSizeAs(host.simulator().vms().names());
    for (HostSystem system : all("HostSystem", HostSystem.class)) {
      assertThat(system.getSummary().getHardware().getCpuModel()).contains("Xeon");
      assertThat(system.getConfig().getNetwork().getVswitch()).hasSize(1);
      assertThat(system.getDatastores()).isNotEmpty();
    }
    for (VirtualMachine machine : all("VirtualMachine", VirtualMachine.class)) {
      assertThat(machine.getRuntime().getPowerState()).isNotNull();
      assertThat(machine.getSummary().getConfig().getNumCpu()).isPositive();
    }
  }

  @Test
  void itSeesTheDevicesOfAMachine() throws Exception {
    VirtualDevice[] devices = machine("web-1").getConfig().getHardware().getDevice();

    assertThat(devices).hasAtLeastOneElementOfType(VirtualDisk.class);
    assertThat(devices).hasAtLeastOneElementOfType(VirtualEthernetCard.class);
    assertThat(machine("web-1").getCapability().isSnapshotOperationsSupported()).isTrue();
    assertThat(machine("web-1").getLayout().getDisk()).hasSize(1);
  }

  @Test
  void itReadsWhatAHostHasOneOf() throws Exception {
    AuthorizationRole[] roles = service.getAuthorizationManager().getRoleList();
    assertThat(roles).extracting(AuthorizationRole::getName).contains("Admin", "ReadOnly");
    assertThat(service.getOptionManager().getSetting()).isNotEmpty();
    assertThat(service.getPerformanceManager().getPerfCounter()).isNotEmpty();
    if (preset != Preset.ESX35 && preset != Preset.GSX20) {
      assertThat(service.getLicenseManager().getLicenses()).hasSize(1);
    }
    assertThat(service.getTaskManager().getDescription().getMethodInfo()).isNotEmpty();
    for (Datastore datastore : all("Datastore", Datastore.class)) {
      assertThat(datastore.getInfo().getName()).isEqualTo(datastore.getName());
      assertThat(datastore.getCapability().isDirectoryHierarchySupported()).isTrue();
    }
    if (preset == Preset.VCENTER) {
      assertThat(service.getCustomFieldsManager().getField()).isNullOrEmpty();
    }
  }

  @Test
  void itSwitchesAMachineOffAndReadsTheEvent() throws Exception {
    VirtualMachine machine = machine("web-1");
    Task off = machine.powerOffVM_Task();
    assertThat(off.waitForTask(10, 10)).isEqualTo(Task.SUCCESS);
    assertThat(machine.getRuntime().getPowerState()).isEqualTo(VirtualMachinePowerState.poweredOff);

    Event[] events = service.getEventManager().queryEvents(new EventFilterSpec());
    assertThat(events).hasAtLeastOneElementOfType(VmPoweredOffEvent.class);
  }

  @Test
  void itIsToldWhatTheStateForbids() throws Exception {
    VirtualMachine machine = machine("web-1");
    Task again = machine.powerOnVM_Task(null);

    assertThat(again.waitForTask(10, 10)).isNotEqualTo(Task.SUCCESS);
    assertThat(again.getTaskInfo().getState()).isEqualTo(TaskInfoState.error);
    assertThat(again.getTaskInfo().getError().getFault()).isInstanceOf(InvalidPowerState.class);
    VirtualMachine suspended = machine("mail archive");
    assertThatThrownBy(suspended::shutdownGuest).isInstanceOf(InvalidPowerState.class);
  }
}
