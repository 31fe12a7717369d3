package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import java.util.List;
import java.util.Set;

/** Snapshots: "top" on top of "base", of a machine that no other operation is about. */
final class SnapshotOperations {

  private static final String MACHINE = "db";
  private static final String LOOKUP = "virDomainSnapshotLookupByName";

  private SnapshotOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          reading("list snapshots")
              .calls(
                  "virDomainListAllSnapshots", "virDomainSnapshotNum", "virDomainSnapshotListNames")
              .costs(3)
              .does(SnapshotOperations::list),
          reading("list children of a snapshot")
              .calls(
                  LOOKUP,
                  "virDomainSnapshotListAllChildren",
                  "virDomainSnapshotNumChildren",
                  "virDomainSnapshotListChildrenNames")
              .costs(4)
              .does(SnapshotOperations::listChildren),
          reading("current snapshot")
              .calls(
                  "virDomainHasCurrentSnapshot",
                  "virDomainSnapshotCurrent",
                  "virDomainSnapshotIsCurrent")
              .costs(3)
              .does(SnapshotOperations::current),
          reading("what a snapshot is")
              .calls(
                  LOOKUP,
                  "virDomainSnapshotGetParent",
                  "virDomainSnapshotHasMetadata",
                  "virDomainSnapshotGetXMLDesc")
              .costs(4)
              .does(SnapshotOperations::read),
          HostOperation.named("take a snapshot, with the wait")
              .calls("virDomainSnapshotCreateXML")
              .costs(5, 7)
              .needs(
                  Need.READ, new Need("CreateSnapshot_Task", "VirtualMachine.State.CreateSnapshot"))
              .changes("CreateSnapshot_Task")
              .startsFrom(SnapshotOperations::start)
              .does(SnapshotOperations::take),
          HostOperation.named("look up a snapshot and revert to it, with the wait")
              .calls(LOOKUP, "virDomainRevertToSnapshot")
              .costs(6, 8)
              .needs(
                  Need.READ,
                  new Need("RevertToSnapshot_Task", "VirtualMachine.State.RevertToSnapshot"))
              .changes("RevertToSnapshot_Task")
              .startsFrom(SnapshotOperations::startOff)
              .does(SnapshotOperations::revert),
          HostOperation.named("look up a snapshot and delete it, with the wait")
              .calls(LOOKUP, "virDomainSnapshotDelete")
              .costs(6, 8)
              .needs(
                  Need.READ, new Need("RemoveSnapshot_Task", "VirtualMachine.State.RemoveSnapshot"))
              .changes("RemoveSnapshot_Task")
              .startsFrom(SnapshotOperations::start)
              .does(SnapshotOperations::delete),
          HostOperation.named("look up a snapshot and rename it")
              .calls(LOOKUP, "virDomainSnapshotRename")
              .costs(3)
              .needs(Need.READ, new Need("RenameSnapshot", "VirtualMachine.State.RenameSnapshot"))
              .changes("RenameSnapshot")
              .startsFrom(SnapshotOperations::start)
              .does(SnapshotOperations::rename));

  private static HostOperation.Builder reading(String text) {
    return HostOperation.named(text).needs(Need.READ).startsFrom(SnapshotOperations::start);
  }

  private static void start(Operations on) {
    SimulatedVm machine = on.simulator().vms().get(MACHINE);
    machine.removeSnapshots();
    machine.power(PowerState.ON);
    machine.takeSnapshot("base");
    machine.takeSnapshot("top");
  }

  private static void startOff(Operations on) {
    start(on);
    on.simulator().vms().get(MACHINE).power(PowerState.OFF);
  }

  private static DomainSnapshot find(Operations on, String name) {
    return on.domain(MACHINE).snapshotLookupByName(name);
  }

  private static void list(Operations on) {
    Domain domain = on.domain(MACHINE);
    assertThat(domain.listAllSnapshotSummaries(Set.of())).hasSize(2);
    assertThat(domain.snapshotNum(Set.of(DomainSnapshotListFlag.ROOTS))).isOne();
    assertThat(domain.snapshotListNames(Set.of())).containsExactly("base", "top");
  }

  private static void listChildren(Operations on) {
    DomainSnapshot base = find(on, "base");
    assertThat(base.listAllChildren(Set.of())).hasSize(1);
    assertThat(base.numChildren(Set.of())).isOne();
    assertThat(base.listChildrenNames(Set.of())).containsExactly("top");
  }

  private static void current(Operations on) {
    assertThat(on.domain(MACHINE).hasCurrentSnapshot()).isTrue();
    assertThat(on.domain(MACHINE).snapshotCurrent().isCurrent()).isTrue();
  }

  private static void read(Operations on) {
    DomainSnapshot top = find(on, "top");
    assertThat(top.getParent().getName()).isEqualTo("base");
    assertThat(top.hasMetadata()).isFalse();
    assertThat(top.getXMLDesc(Set.of())).contains("<state>running</state>");
  }

  private static void take(Operations on) {
    String xml = "<domainsnapshot><name>new</name></domainsnapshot>";
    DomainSnapshot taken = on.domain(MACHINE).snapshotCreateXML(xml, Set.of());
    assertThat(taken.getName()).isEqualTo("new");
    assertNames(on, "base", "top", "new");
  }

  private static void revert(Operations on) {
    find(on, "base").revert();
    on.assertPower(MACHINE, PowerState.ON);
  }

  private static void delete(Operations on) {
    find(on, "base").delete(Set.of(DomainSnapshotDeleteFlag.CHILDREN), TaskOptions.DEFAULT);
    assertNames(on);
  }

  private static void rename(Operations on) {
    assertThat(find(on, "base").rename("b", "notes").getName()).isEqualTo("b");
    assertNames(on, "b", "top");
  }

  private static void assertNames(Operations on, String... names) {
    assertThat(on.simulator().vms().get(MACHINE).snapshots()).containsExactly(names);
  }
}
