package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualEthernetCard;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property paths that name one item of an array by its key. */
class PropertyKeysTest extends MachineTestBase {

  private static final String CARD = "config.hardware.device[4000]";
  private static final String FILE = "config.hardware.device[2000].backing.fileName";

  @ParameterizedTest
  @EnumSource(Preset.class)
  void keysLeadToItems(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().all().getFirst().ref();
    String nvram = "config.extraConfig[\"nvram\"]";

    ObjectProperties seen =
        properties(client, vm, CARD, FILE, CARD + ".macAddress", nvram, nvram + ".value");

    assertThat(seen.get(CARD, VirtualEthernetCard.class).key()).isEqualTo(4000);
    assertThat(seen.get(CARD + ".macAddress", String.class))
        .isEqualTo(seen.get(CARD, VirtualEthernetCard.class).macAddress());
    assertThat(seen.get(FILE, String.class)).endsWith("/web-1.vmdk");
    assertThat(seen.get(nvram, OptionValue.class).value()).isEqualTo("web-1.nvram");
    assertThat(seen.get(nvram + ".value", String.class)).isEqualTo("web-1.nvram");
  }

  @Test
  void keysMayHaveDotsAndBrackets() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("web-1");
    vm.reconfigure(
        VirtualMachineConfigSpec.builder()
            .extraConfig(List.of(new OptionValue.Plain("guestinfo.a[0].b", "found")))
            .build());
    String path = "config.extraConfig[\"guestinfo.a[0].b\"].value";

    assertThat(read(client, vm.ref(), path, String.class)).isEqualTo("found");
  }

  @Test
  void keysThatNothingHasAreUnset() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    String none = "config.hardware.device[4999]";

    ObjectProperties seen =
        properties(client, vm, none, none + ".backing", "config.extraConfig[\"no.such\"]");

    assertThat(seen.find(none, VirtualDevice.class)).isNull();
    assertThat(seen.missing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.hardware[1]",
        "config.hardware.device[4000",
        "config.hardware.device[4000]x",
        "config.hardware.device[4000].nothing",
        "config.extraConfig[\"nvram]",
        "config.name[0]",
        "[4000]",
        "config.hardware.device.key"
      })
  void whatIsNoPathIsRefused(String path) {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();

    assertThat(faultOf(() -> properties(client, vm, path))).isEqualTo("InvalidProperty");
  }

  @Test
  void referencesAreKnownByTheirIdentifiers() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    ManagedObjectReference datastore = datastore(client, vm);

    assertThat(
            read(
                client,
                vm,
                "datastore[\"" + datastore.value() + "\"]",
                ManagedObjectReference.class))
        .isEqualTo(datastore);
  }

  @Test
  void changesOfAnItemAreReportedByItsPath() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("build agent");
    String second = "config.hardware.device[4001].backing.deviceName";
    String memory = "config.extraConfig[\"guestinfo.x\"].value";
    try (Watch watch = Watch.of(client, object(vm.ref(), second, memory))) {
      watch.now();
      vm.addNetworkCard("VM Network");
      watch.next();
      assertThat(watch.last(vm.ref(), second)).isEqualTo("VM Network");
      vm.reconfigure(
          VirtualMachineConfigSpec.builder()
              .extraConfig(List.of(new OptionValue.Plain("guestinfo.x", "y")))
              .build());
      watch.next();
      assertThat(watch.last(vm.ref(), memory)).isEqualTo("y");
    }
  }
}
