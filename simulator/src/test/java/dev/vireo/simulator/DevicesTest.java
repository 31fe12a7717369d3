package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UnknownObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The devices of machines, beside what their files and summaries say. */
class DevicesTest extends HostTestBase {

  private static List<UnknownObject> devices(VimClient client, ManagedObjectReference vm) {
    return client
        .propertyCollector()
        .retrieve(vm, "config.hardware.device")
        .list("config.hardware.device", UnknownObject.class);
  }

  private static UnknownObject only(List<UnknownObject> devices, String... types) {
    return devices.stream()
        .filter(device -> List.of(types).contains(device.typeName()))
        .reduce((a, b) -> {
          throw new AssertionError("Two of " + List.of(types));
        })
        .orElseThrow();
  }

  private static String child(UnknownObject device, String name, String member) {
    return device.fields().stream()
        .filter(field -> field.name().equals(name))
        .flatMap(field -> field.children().stream())
        .filter(field -> field.name().equals(member))
        .map(UnknownObject.Field::text)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void devicesAreThoseOfTheFile(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    for (SimulatedVm vm : host.vms().all()) {
      List<UnknownObject> devices = devices(client, vm.ref());
      String vmx = new String(vm.vmxFile(), StandardCharsets.UTF_8);

      UnknownObject disk = only(devices, "VirtualDisk");
      String file = child(disk, "backing", "fileName");
      assertThat(vmx)
          .contains("scsi0:0.fileName = \"" + file.substring(file.lastIndexOf('/') + 1) + "\"");
      UnknownObject card = only(devices, "VirtualVmxnet3", "VirtualE1000");
      assertThat(vmx)
          .contains(
              "ethernet0.generatedAddress = \"" + card.text("macAddress") + "\"",
              "ethernet0.networkName = \"" + child(card, "backing", "deviceName") + "\"",
              "ethernet0.virtualDev = \""
                  + (card.typeName().equals("VirtualE1000") ? "e1000" : "vmxnet3")
                  + "\"");
      UnknownObject scsi = only(devices, "ParaVirtualSCSIController", "VirtualLsiLogicController");
      assertThat(vmx)
          .contains(
              "scsi0.virtualDev = \""
                  + (scsi.typeName().startsWith("Para") ? "pvscsi" : "lsilogic")
                  + "\"");
      assertThat(disk.text("controllerKey")).isEqualTo(scsi.text("key"));
      only(devices, "VirtualCdrom");
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void devicesAreAsManyAsTheSummarySays(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    List<UnknownObject> devices = devices(client, vm);

    assertThat(number(client, vm, "summary.config.numVirtualDisks"))
        .isEqualTo(count(devices, "VirtualDisk"));
    assertThat(number(client, vm, "summary.config.numEthernetCards"))
        .isEqualTo(count(devices, "VirtualE1000") + count(devices, "VirtualVmxnet3"));
    assertThat(devices).extracting(device -> device.text("key")).doesNotHaveDuplicates();
  }

  private static long count(List<UnknownObject> devices, String type) {
    return devices.stream().filter(device -> device.typeName().equals(type)).count();
  }

  private static long number(VimClient client, ManagedObjectReference vm, String path) {
    return client.propertyCollector().retrieve(vm, path).get(path, Integer.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "ESX35"})
  void eachDeviceIsOnAControllerThatKnowsIt(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    List<UnknownObject> devices = devices(logIn(host), host.vms().get("web-1").ref());

    for (UnknownObject device : devices) {
      String controller = device.text("controllerKey");
      if (controller != null) {
        UnknownObject parent =
            devices.stream()
                .filter(each -> controller.equals(each.text("key")))
                .findFirst()
                .orElseThrow();
        assertThat(parent.fields())
            .filteredOn(field -> field.name().equals("device"))
            .extracting(UnknownObject.Field::text)
            .contains(Objects.requireNonNull(device.text("key")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void cardsAreConnectedWhileTheMachineRuns(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("web-1");

    assertThat(child(only(devices(client, vm.ref()), "VirtualVmxnet3"), "connectable", "connected"))
        .isEqualTo("true");
    vm.power(PowerState.OFF);
    assertThat(child(only(devices(client, vm.ref()), "VirtualVmxnet3"), "connectable", "connected"))
        .isEqualTo("false");
  }
}
