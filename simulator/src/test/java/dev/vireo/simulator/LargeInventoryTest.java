package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand machines on one host. */
class LargeInventoryTest extends HostTestBase {

  private static final int VMS = 10_000;
  private static final int STARTED = 500;
  private static final long MIB = 1L << 20;

  private static Simulator host;

  @BeforeAll
  static void build() {
    host = Simulator.start(quick(SimulatorConfig.esx80()).toBuilder().vms(VMS).build());
  }

  @AfterAll
  static void close() {
    host.close();
  }

  @Test
  void oneRequestListsAllMachines() {
    VimClient client = logIn(host);

    RetrieveResult all =
        client.call(
            new RetrievePropertiesEx(
                collector(client),
                List.of(machines(client, "name", "runtime.powerState", "config.uuid")),
                new RetrieveOptions(null)));

    assertThat(all.token()).isNull();
    assertThat(all.objects()).hasSize(VMS).allMatch(vm -> vm.propSet().size() == 3);
    assertThat(all.objects()).extracting(ObjectContent::obj).doesNotHaveDuplicates();
  }

  @Test
  void pagesListAllMachinesToo() {
    VimClient client = logIn(host);
    long before = host.requests().count("ContinueRetrievePropertiesEx");

    assertThat(client.propertyCollector().retrieve(machines(client, "name"))).hasSize(VMS);

    assertThat(host.requests().count("ContinueRetrievePropertiesEx") - before)
        .isEqualTo(VMS / client.options().pageSize() - 1);
  }

  @Test
  void updatesOfAllMachinesComeInParts() {
    VimClient client = logIn(host);
    try (Watch watch = Watch.alone(client, machines(client, "name"))) {
      Set<ManagedObjectReference> seen = new HashSet<>();
      UpdateSet part;
      do {
        part = Objects.requireNonNull(watch.ask(watch.version(), 60, 999));
        List<ObjectUpdate> updates = watch.changes(part);
        assertThat(updates).hasSizeLessThanOrEqualTo(999);
        updates.forEach(update -> assertThat(seen.add(update.obj())).isTrue());
      } while (Boolean.TRUE.equals(part.truncated()));

      assertThat(seen).hasSize(VMS);
      assertThat(watch.now()).isEmpty();
    }
  }

  @Test
  void hundredsOfMachinesAreStartedAtOnce() {
    VimClient client = logIn(host);
    List<SimulatedVm> off =
        host.vms().all().stream()
            .filter(vm -> vm.power() == PowerState.OFF)
            .limit(STARTED)
            .toList();
    try (Watch watch = Watch.alone(client, machines(client, "runtime.powerState"))) {
      assertThat(watch.next()).hasSize(VMS);

      off.forEach(vm -> client.call(new PowerOnVM_Task(vm.ref(), null)));
      Set<ManagedObjectReference> on = new HashSet<>();
      while (on.size() < STARTED) {
        for (ObjectUpdate update : watch.next()) {
          assertThat(update.kind()).isEqualTo(ObjectUpdateKind.MODIFY);
          assertThat(update.changeSet())
              .singleElement()
              .extracting(change -> change.val())
              .isEqualTo(VirtualMachinePowerState.POWERED_ON);
          on.add(update.obj());
        }
      }

      assertThat(on)
          .containsExactlyInAnyOrderElementsOf(off.stream().map(SimulatedVm::ref).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void aLargeHostTakesModerateMemory(Preset preset) {
    long before = used();
    try (Simulator large =
        Simulator.start(SimulatorConfig.of(preset).toBuilder().vms(VMS).build())) {
      long after = used();

      assertThat(large.vms().names()).hasSize(VMS);
      assertThat((after - before) / MIB).as("MiB").isLessThan(64);
    }
  }

  /** Bytes that are reachable now. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
