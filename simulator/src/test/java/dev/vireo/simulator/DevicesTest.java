package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualController;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDeviceBackingInfo;
import dev.vireo.vim.types.VirtualDeviceDeviceBackingInfo;
import dev.vireo.vim.types.VirtualDeviceFileBackingInfo;
import dev.vireo.vim.types.VirtualEthernetCard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The devices of machines, beside what their files and summaries say. */
class DevicesTest extends HostTestBase {

  private static List<VirtualDevice> devices(VimClient client, ManagedObjectReference vm) {
    return client
        .propertyCollector()
        .retrieve(vm, "config.hardware.device")
        .list("config.hardware.device", VirtualDevice.class);
  }

  private static VirtualDevice only(List<VirtualDevice> devices, String... types) {
    return devices.stream()
        .filter(device -> List.of(types).contains(device.typeName()))
        .reduce((a, b) -> {
          throw new AssertionError("Two of " + List.of(types));
        })
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void devicesAreThoseOfTheFile(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    for (SimulatedVm vm : host.vms().all()) {
      List<VirtualDevice> devices = devices(client, vm.ref());
      String vmx = new String(vm.vmxFile(), StandardCharsets.UTF_8);

      VirtualDevice disk = only(devices, "VirtualDisk");
      String file = ((VirtualDeviceFileBackingInfo) backing(disk)).fileName();
      assertThat(vmx)
          .contains("scsi0:0.fileName = \"" + file.substring(file.lastIndexOf('/') + 1) + "\"");
      VirtualDevice card = only(devices, "VirtualVmxnet3", "VirtualE1000");
      String network = ((VirtualDeviceDeviceBackingInfo) backing(card)).deviceName();
      assertThat(vmx)
          .contains(
              "ethernet0.generatedAddress = \"" + ((VirtualEthernetCard) card).macAddress() + "\"",
              "ethernet0.networkName = \"" + network + "\"",
              "ethernet0.virtualDev = \""
                  + (card.typeName().equals("VirtualE1000") ? "e1000" : "vmxnet3")
                  + "\"");
      VirtualDevice scsi = only(devices, "ParaVirtualSCSIController", "VirtualLsiLogicController");
      assertThat(vmx)
          .contains(
              "scsi0.virtualDev = \""
                  + (scsi.typeName().startsWith("Para") ? "pvscsi" : "lsilogic")
                  + "\"");
      assertThat(disk.controllerKey()).isEqualTo(scsi.key());
      only(devices, "VirtualCdrom");
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void devicesAreAsManyAsTheSummarySays(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    List<VirtualDevice> devices = devices(client, vm);

    assertThat(number(client, vm, "summary.config.numVirtualDisks"))
        .isEqualTo(count(devices, "VirtualDisk"));
    assertThat(number(client, vm, "summary.config.numEthernetCards"))
        .isEqualTo(count(devices, "VirtualE1000") + count(devices, "VirtualVmxnet3"));
    assertThat(devices).extracting(VirtualDevice::key).doesNotHaveDuplicates();
  }

  private static long count(List<VirtualDevice> devices, String type) {
    return devices.stream().filter(device -> device.typeName().equals(type)).count();
  }

  private static long number(VimClient client, ManagedObjectReference vm, String path) {
    return client.propertyCollector().retrieve(vm, path).get(path, Integer.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "ESX35"})
  void eachDeviceIsOnAControllerThatKnowsIt(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    List<VirtualDevice> devices = devices(logIn(host), host.vms().get("web-1").ref());

    for (VirtualDevice device : devices) {
      Integer controller = device.controllerKey();
      if (controller != null) {
        assertThat(devices)
            .filteredOn(each -> each.key() == controller)
            .singleElement()
            .isInstanceOfSatisfying(
                VirtualController.class,
                parent -> assertThat(parent.device()).contains(device.key()));
      }
    }
  }

  private static VirtualDeviceBackingInfo backing(VirtualDevice device) {
    return Objects.requireNonNull(device.backing());
  }

  private static boolean isConnected(VimClient client, SimulatedVm vm) {
    return Objects.requireNonNull(
            only(devices(client, vm.ref()), "VirtualVmxnet3").connectable(), "connectable")
        .connected();
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void cardsAreConnectedWhileTheMachineRuns(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("web-1");

    assertThat(isConnected(client, vm)).isTrue();
    vm.power(PowerState.OFF);
    assertThat(isConnected(client, vm)).isFalse();
  }
}
