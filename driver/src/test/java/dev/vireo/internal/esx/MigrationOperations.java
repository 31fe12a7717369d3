package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainMigrateFlag;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import java.util.List;
import java.util.Set;

/** Moving domains from another host of a vCenter to the one that the operations are on. */
final class MigrationOperations {

  private static final String NAME = "nomad";
  private static final String OTHER = "settler";
  private static final String FROM = "esx2.example.com";
  private static final String TO = "esx1.example.com";

  private static final String[] FUNCTIONS = {
    "virDomainMigrate",
    "virDomainMigratePrepare",
    "virDomainMigratePerform",
    "virDomainMigrateFinish",
    "virConnectSupportsFeature"
  };

  private MigrationOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("migrate, with the check and the wait")
              .onlyOn(Preset.VCENTER)
              .calls(FUNCTIONS)
              .costs(8, 11)
              .perPage(1)
              .needs(
                  Need.READ,
                  new Need("ValidateMigration", "System.View"),
                  new Need("MigrateVM_Task", "Resource.ColdMigrate"))
              .changes("MigrateVM_Task")
              .startsFrom(MigrationOperations::settle)
              .does(on -> migrate(on, NAME, Set.of())),
          HostOperation.named("migrate under another name")
              .onlyOn(Preset.VCENTER)
              .calls(FUNCTIONS)
              .costs(13, 18)
              .perPage(1)
              .needs(
                  new Need("Rename_Task", "VirtualMachine.Config.Rename"),
                  new Need("MigrateVM_Task", "Resource.ColdMigrate"))
              .changes("MigrateVM_Task")
              .startsFrom(MigrationOperations::settle)
              .does(on -> migrate(on, OTHER, Set.of())),
          HostOperation.named("migrate with all files")
              .onlyOn(Preset.VCENTER)
              .calls(FUNCTIONS)
              .costs(12, 17)
              .perPage(1)
              .needs(
                  new Need("CheckRelocate_Task", "System.View"),
                  new Need("RelocateVM_Task", "Resource.ColdMigrate"))
              .changes("RelocateVM_Task")
              .startsFrom(MigrationOperations::settle)
              .does(on -> migrate(on, NAME, Set.of(DomainMigrateFlag.NON_SHARED_DISK))));

  /** Lets there be a machine on another host, and connects to the one that it is to come to. */
  private static void settle(Operations on) {
    Simulator simulator = on.simulator();
    List<String> names = simulator.vms().names();
    if (names.contains(OTHER)) {
      simulator.vms().remove(OTHER);
    }
    if (!names.contains(NAME)) {
      simulator.vms().add(NAME);
    }
    SimulatedVm machine = simulator.vms().get(NAME);
    machine.host(FROM);
    Connect source = on.open();
    on.travel(source.domainLookupByUUID(machine.biosUuid()), on.open());
  }

  private static void migrate(Operations on, String name, Set<DomainMigrateFlag> flags) {
    Domain there =
        on.traveller()
            .migrate3(
                on.destination(),
                MigrationParameters.NONE.withDestinationName(name),
                flags,
                TaskOptions.DEFAULT);

    assertThat(there.getName()).isEqualTo(name);
    assertThat(on.simulator().vms().get(name).host()).isEqualTo(TO);
  }

  /** Takes away what came, since other operations count the machines. */
  static void reset(Simulator simulator) {
    for (String name : List.of(NAME, OTHER)) {
      if (simulator.vms().names().contains(name)) {
        simulator.vms().remove(name);
      }
    }
  }
}
