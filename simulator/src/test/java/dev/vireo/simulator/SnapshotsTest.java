package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.ConsolidateVMDisks_Task;
import dev.vireo.vim.methods.CreateSnapshotEx_Task;
import dev.vireo.vim.methods.CreateSnapshot_Task;
import dev.vireo.vim.methods.Destroy_Task;
import dev.vireo.vim.methods.RemoveAllSnapshots_Task;
import dev.vireo.vim.methods.RemoveSnapshot_Task;
import dev.vireo.vim.methods.RenameSnapshot;
import dev.vireo.vim.methods.RevertToCurrentSnapshot_Task;
import dev.vireo.vim.methods.RevertToSnapshot_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MemorySnapshotOnIndependentDisk;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NoDiskSpace;
import dev.vireo.vim.types.NotFound;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.SnapshotIncompatibleDeviceInVm;
import dev.vireo.vim.types.TooManySnapshotLevels;
import dev.vireo.vim.types.ToolsUnavailable;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualMachineFileLayoutEx;
import dev.vireo.vim.types.VirtualMachineFileLayoutExFileInfo;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineSnapshotInfo;
import dev.vireo.vim.types.VirtualMachineSnapshotTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshots of machines. */
class SnapshotsTest extends MachineTestBase {

  private static final String PARENT = "config.hardware.device[2000].backing.parent.fileName";
  private static final String FILE = "config.hardware.device[2000].backing.fileName";

  @ParameterizedTest
  @EnumSource(Preset.class)
  void theTreeIsShown(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    assertThat(properties(client, vm.ref(), "snapshot").find("snapshot", Object.class)).isNull();

    vm.takeSnapshot("first");
    vm.power(PowerState.OFF);
    Object second = take(client, vm, "second", "notes");

    VirtualMachineSnapshotInfo info = snapshots(client, vm);
    VirtualMachineSnapshotTree root = info.rootSnapshotList().getFirst();
    VirtualMachineSnapshotTree child = root.childSnapshotList().getFirst();
    assertThat(info.currentSnapshot()).isEqualTo(child.snapshot()).isEqualTo(second);
    assertThat(root.name()).isEqualTo("first");
    assertThat(root.state()).isEqualTo(VirtualMachinePowerState.POWERED_ON);
    assertThat(child.name()).isEqualTo("second");
    assertThat(child.description()).isEqualTo("notes");
    assertThat(child.state()).isEqualTo(VirtualMachinePowerState.POWERED_OFF);
    assertThat(child.vm()).isEqualTo(vm.ref());
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void aSnapshotKeepsWhatTheMachineWas(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().get(2);
    vm.takeSnapshot("before");

    vm.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(128L).build());

    ManagedObjectReference snapshot =
        read(client, vm.ref(), "snapshot.currentSnapshot", ManagedObjectReference.class);
    assertThat(read(client, snapshot, "config.hardware.memoryMB", Integer.class)).isEqualTo(2048);
    assertThat(read(client, vm.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(128);
    assertThat(
            properties(client, vm.ref(), "rootSnapshot")
                .list("rootSnapshot", ManagedObjectReference.class))
        .isEqualTo(List.of(snapshot));
    host.vms().remove(vm.name());
    assertThat(faultOf(() -> properties(client, snapshot, "config")))
        .isEqualTo("ManagedObjectNotFound");
  }

  private record Lab(Simulator host, VimClient client, SimulatedVm vm) {

    ManagedObjectReference take(String name) {
      return SnapshotsTest.take(client, vm, name, "");
    }

    void run(VimMethod<ManagedObjectReference> method) {
      succeeds(client, method);
    }

    void remove(ManagedObjectReference snapshot) {
      run(new RemoveSnapshot_Task(snapshot, false, null));
    }

    String disk() {
      return read(client, vm.ref(), FILE, String.class);
    }

    /** Names of the files of the machine without its directory, with what they take. */
    Map<String, Long> files() {
      Map<String, Long> files = new TreeMap<>();
      VirtualMachineFileLayoutEx layout =
          read(client, vm.ref(), "layoutEx", VirtualMachineFileLayoutEx.class);
      for (VirtualMachineFileLayoutExFileInfo file : layout.file()) {
        files.put(
            file.name().substring(file.name().indexOf('/') + 1),
            Objects.requireNonNull(file.uniqueSize()));
      }
      return files;
    }

    boolean consolidationNeeded() {
      return read(client, vm.ref(), "runtime.consolidationNeeded", Boolean.class);
    }
  }

  private Lab lab() {
    Simulator host = start();
    return new Lab(host, logIn(host), host.vms().add("m"));
  }

  private static ManagedObjectReference take(
      VimClient client, SimulatedVm vm, String name, String description) {
    return (ManagedObjectReference)
        Objects.requireNonNull(
            succeeds(client, new CreateSnapshot_Task(vm.ref(), name, description, true, false))
                .result());
  }

  private static VirtualMachineSnapshotInfo snapshots(VimClient client, SimulatedVm vm) {
    return read(client, vm.ref(), "snapshot", VirtualMachineSnapshotInfo.class);
  }

  private static String tree(Lab lab) {
    Object info = properties(lab.client, lab.vm.ref(), "snapshot").find("snapshot", Object.class);
    if (!(info instanceof VirtualMachineSnapshotInfo found)) {
      return "";
    }
    String current = found.currentSnapshot() == null ? "" : found.currentSnapshot().value();
    return tree(found.rootSnapshotList(), current);
  }

  private static String tree(List<VirtualMachineSnapshotTree> snapshots, String current) {
    StringBuilder text = new StringBuilder();
    for (VirtualMachineSnapshotTree each : snapshots) {
      text.append(text.isEmpty() ? "" : " ")
          .append(each.name())
          .append(each.snapshot().value().equals(current) ? "*" : "");
      String children = tree(each.childSnapshotList(), current);
      if (!children.isEmpty()) {
        text.append('(').append(children).append(')');
      }
    }
    return text.toString();
  }

  @Test
  void aSnapshotPutsTheDisksOnTopOfWhatTheyWere() {
    Lab lab = lab();
    String base = lab.disk();

    ManagedObjectReference first = lab.take("first");

    String above = lab.disk();
    assertThat(above).isEqualTo(base.replace(".vmdk", "-000001.vmdk"));
    assertThat(read(lab.client, lab.vm.ref(), PARENT, String.class)).isEqualTo(base);
    assertThat(read(lab.client, first, FILE, String.class)).isEqualTo(base);
    assertThat(vmx(lab.vm)).contains("-000001.vmdk\"");
    assertThat(lab.files().keySet())
        .contains("m.vmsd", "m-Snapshot1.vmsn", nameOf(above), nameOf(base))
        .contains(nameOf(above).replace(".vmdk", "-delta.vmdk"))
        .doesNotContain("m-Snapshot1.vmem");
  }

  private static String nameOf(String path) {
    return path.substring(path.indexOf('/') + 1);
  }

  @Test
  void theMemoryOfARunningMachineIsKeptWhenItIsWanted() {
    Lab lab = lab();
    lab.vm.power(PowerState.ON);

    lab.run(new CreateSnapshot_Task(lab.vm.ref(), "disks", null, false, false));
    lab.run(new CreateSnapshot_Task(lab.vm.ref(), "all", null, true, false));

    VirtualMachineSnapshotTree disks = snapshots(lab.client, lab.vm).rootSnapshotList().getFirst();
    assertThat(disks.state()).isEqualTo(VirtualMachinePowerState.POWERED_OFF);
    assertThat(disks.childSnapshotList().getFirst().state())
        .isEqualTo(VirtualMachinePowerState.POWERED_ON);
    long memory =
        read(lab.client, lab.vm.ref(), "config.hardware.memoryMB", Integer.class).longValue() << 20;
    assertThat(lab.files()).containsEntry("m-Snapshot2.vmem", memory);
    assertThat(lab.files()).doesNotContainKey("m-Snapshot1.vmem");
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX35", "ESX41", "GSX20"})
  void oldHostsKeepTheMemoryWithTheData(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    SimulatedVm vm = host.vms().add("m");
    vm.power(PowerState.ON);
    VimClient client = logIn(host);

    take(client, vm, "all", "");

    assertThat(read(client, vm.ref(), "layout", Object.class).toString())
        .contains("m-Snapshot1.vmsn")
        .doesNotContain(".vmem");
  }

  @Test
  void theMachineGoesBackToASnapshot() {
    Lab lab = lab();
    lab.vm.power(PowerState.ON);
    ManagedObjectReference first = lab.take("first");
    String old = lab.disk();
    lab.vm.power(PowerState.OFF);
    lab.vm.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(64L).name("another").build());
    lab.take("second");
    String dropped = lab.disk();

    lab.run(new RevertToSnapshot_Task(first, null, null));

    assertThat(tree(lab)).isEqualTo("first*(second)");
    assertThat(lab.vm.power()).isEqualTo(PowerState.ON);
    assertThat(lab.vm.name()).isEqualTo("another");
    assertThat(read(lab.client, lab.vm.ref(), "config.hardware.memoryMB", Integer.class))
        .isNotEqualTo(64);
    assertThat(lab.disk()).isNotEqualTo(old).isNotEqualTo(dropped);
    assertThat(lab.files().keySet()).contains(nameOf(old)).doesNotContain(nameOf(dropped));
    lab.take("third");
    assertThat(tree(lab)).isEqualTo("first(second third*)");
  }

  @Test
  void itStaysOffWhenThatIsWanted() {
    Lab lab = lab();
    lab.vm.power(PowerState.ON);
    lab.take("running");
    lab.vm.power(PowerState.OFF);

    lab.run(new RevertToCurrentSnapshot_Task(lab.vm.ref(), null, true));

    assertThat(lab.vm.power()).isEqualTo(PowerState.SUSPENDED);
  }

  @Test
  void withoutASnapshotThereIsNothingToGoBackTo() {
    Lab lab = lab();

    assertThat(fails(lab.client, new RevertToCurrentSnapshot_Task(lab.vm.ref(), null, null)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aRemovedSnapshotsDisksGoIntoThoseBelow() {
    Lab lab = lab();
    String base = lab.disk();
    ManagedObjectReference first = lab.take("first");
    ManagedObjectReference second = lab.take("second");
    lab.take("third");

    lab.remove(second);
    assertThat(tree(lab)).isEqualTo("first(third*)");
    assertThat(lab.files().keySet())
        .doesNotContain(nameOf(base).replace(".vmdk", "-000002.vmdk"), "m-Snapshot2.vmsn");
    lab.remove(first);
    assertThat(tree(lab)).isEqualTo("third*");
    assertThat(lab.disk()).isEqualTo(base.replace(".vmdk", "-000003.vmdk"));
    assertThat(read(lab.client, lab.vm.ref(), PARENT, String.class)).isEqualTo(base);
    lab.run(new RemoveAllSnapshots_Task(lab.vm.ref(), null, null));

    assertThat(tree(lab)).isEmpty();
    assertThat(lab.disk()).isEqualTo(base);
    assertThat(lab.files().keySet())
        .noneMatch(name -> name.contains("-0000") || name.endsWith(".vmsn"));
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    Lab lab = lab();
    ManagedObjectReference first = lab.take("first");
    lab.remove(first);

    assertThat(lab.take("second")).isNotEqualTo(first);
    assertThat(faultOf(() -> properties(lab.client, first, "config")))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void aSnapshotGoesWithThoseOnTopOfIt() {
    Lab lab = lab();
    lab.take("first");
    ManagedObjectReference second = lab.take("second");
    lab.take("third");
    int before = lab.files().size();

    lab.run(new RemoveSnapshot_Task(second, true, null));

    assertThat(tree(lab)).isEqualTo("first*");
    assertThat(lab.files()).hasSize(before - 2 * 3);
    assertThat(lab.consolidationNeeded()).isFalse();
  }

  @Test
  void aDiskThatSeveralAreOnTopOfStays() {
    Lab lab = lab();
    ManagedObjectReference first = lab.take("first");
    ManagedObjectReference left = lab.take("left");
    lab.run(new RevertToSnapshot_Task(first, null, null));
    lab.take("right");
    String base = lab.disk().replaceFirst("-\\d{6}", "");

    lab.remove(first);

    assertThat(tree(lab)).isEqualTo("left right*");
    assertThat(lab.files().keySet()).contains(nameOf(base));
    assertThat(lab.consolidationNeeded()).isFalse();
    lab.remove(left);
    assertThat(tree(lab)).isEqualTo("right*");
    lab.run(new RemoveAllSnapshots_Task(lab.vm.ref(), null, null));
    assertThat(lab.disk()).isEqualTo(base);
    assertThat(lab.files().keySet()).noneMatch(name -> name.contains("-0000"));
  }

  @Test
  void disksAreMergedLaterWhenThatIsWanted() {
    Lab lab = lab();
    String base = lab.disk();
    ManagedObjectReference first = lab.take("first");

    lab.run(new RemoveSnapshot_Task(first, false, false));
    assertThat(tree(lab)).isEmpty();
    assertThat(lab.disk()).isNotEqualTo(base);
    assertThat(lab.consolidationNeeded()).isTrue();
    lab.run(new ConsolidateVMDisks_Task(lab.vm.ref()));

    assertThat(lab.disk()).isEqualTo(base);
    assertThat(lab.consolidationNeeded()).isFalse();
  }

  @Test
  void aSnapshotIsRenamed() {
    Lab lab = lab();
    ManagedObjectReference first = lab.take("first");

    lab.client.run(new RenameSnapshot(first, "other", null));
    lab.client.run(new RenameSnapshot(first, null, "notes"));

    VirtualMachineSnapshotTree now = snapshots(lab.client, lab.vm).rootSnapshotList().getFirst();
    assertThat(now.name()).isEqualTo("other");
    assertThat(now.description()).isEqualTo("notes");
    assertThat(faultOf(() -> lab.client.run(new RenameSnapshot(first, "", null))))
        .isEqualTo("InvalidName");
    assertThat(faultOf(() -> lab.client.run(new RenameSnapshot(first, null, null))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void moreThan32OnTopOfEachOtherAreRefused() {
    Lab lab = lab();
    for (int i = 1; i <= 32; i++) {
      lab.vm.takeSnapshot("s" + i);
    }

    assertThat(failure(lab, true, false)).isInstanceOf(TooManySnapshotLevels.class);
    assertThatThrownBy(() -> lab.vm.takeSnapshot("one more"))
        .isInstanceOf(IllegalStateException.class);
    lab.run(
        new RevertToSnapshot_Task(
            snapshots(lab.client, lab.vm).rootSnapshotList().getFirst().snapshot(), null, null));
    lab.take("beside");
  }

  private static MethodFault failure(Lab lab, boolean memory, boolean quiesce) {
    return fails(lab.client, new CreateSnapshot_Task(lab.vm.ref(), "x", null, memory, quiesce));
  }

  @Test
  void theMemoryCannotBeKeptBesideAnIndependentDisk() {
    Lab lab = lab();
    lab.vm.vmxFile(
        (vmx(lab.vm) + diskKey(lab) + ".mode = \"independent-persistent\"\n")
            .getBytes(StandardCharsets.UTF_8));
    lab.vm.reload();
    String before = lab.disk();
    lab.vm.power(PowerState.ON);

    assertThat(failure(lab, true, false)).isInstanceOf(MemorySnapshotOnIndependentDisk.class);
    lab.run(new CreateSnapshot_Task(lab.vm.ref(), "disks", null, false, false));

    assertThat(lab.disk()).as("snapshots do not concern it").isEqualTo(before);
  }

  private static String diskKey(Lab lab) {
    return vmx(lab.vm)
        .lines()
        .filter(line -> line.endsWith(nameOf(lab.disk()) + "\""))
        .map(line -> line.substring(0, line.indexOf('.')))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSharedBusKeepsSnapshotsAway() {
    Lab lab = lab();
    lab.vm.vmxFile(
        (vmx(lab.vm) + "scsi0.sharedBus = \"physical\"\n").getBytes(StandardCharsets.UTF_8));
    lab.vm.reload();

    assertThat(failure(lab, false, false)).isInstanceOf(SnapshotIncompatibleDeviceInVm.class);
  }

  @Test
  void onlyToolsCanQuiesce() {
    Lab lab = lab();
    lab.vm.tools(ToolsState.STOPPED);
    lab.run(new CreateSnapshot_Task(lab.vm.ref(), "off", null, false, true));
    lab.vm.power(PowerState.ON);

    assertThat(failure(lab, false, true)).isInstanceOf(ToolsUnavailable.class);
    lab.vm.tools(ToolsState.RUNNING);
    lab.run(
        new CreateSnapshotEx_Task(
            lab.vm.ref(),
            "quiet",
            null,
            false,
            new ObjectOf("VirtualMachineGuestQuiesceSpec", Map.of())));

    VirtualMachineSnapshotTree off = snapshots(lab.client, lab.vm).rootSnapshotList().getFirst();
    assertThat(off.quiesced()).isFalse();
    assertThat(off.childSnapshotList().getFirst().quiesced()).isTrue();
  }

  @Test
  void aSnapshotNeedsAName() {
    Lab lab = lab();

    assertThat(
            faultOf(() ->
                lab.client.call(new CreateSnapshot_Task(lab.vm.ref(), "", null, false, false))))
        .isEqualTo("InvalidName");
  }

  @Test
  void theMemoryNeedsSpace() {
    Simulator host = start(quick(SimulatorConfig.esx80().toBuilder().datastoreCapacity(1).build()));
    SimulatedVm vm = host.vms().all().getFirst();
    vm.power(PowerState.OFF);
    vm.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(1L << 14).build());
    VimClient client = logIn(host);
    vm.power(PowerState.ON);

    assertThat(fails(client, new CreateSnapshot_Task(vm.ref(), "s", null, true, false)))
        .isInstanceOf(NoDiskSpace.class);

    assertThat(properties(client, vm.ref(), "snapshot").find("snapshot", Object.class)).isNull();
  }

  @Test
  void aDestroyedMachineLeavesNoFileOfItsSnapshots() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference datastore = datastore(client, host.vms().all().getFirst().ref());
    long before = read(client, datastore, "summary.freeSpace", Long.class);
    Lab lab = new Lab(host, client, host.vms().add("m"));
    ManagedObjectReference first = lab.take("first");
    lab.take("second");
    lab.run(new RevertToSnapshot_Task(first, null, null));
    assertThat(read(client, datastore, "summary.freeSpace", Long.class)).isLessThan(before);

    lab.run(new Destroy_Task(lab.vm.ref()));

    assertThat(read(client, datastore, "summary.freeSpace", Long.class)).isEqualTo(before);
  }
}
