package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.Rename_Task;
import dev.vireo.vim.types.ConcurrentAccess;
import dev.vireo.vim.types.DeviceNotSupported;
import dev.vireo.vim.types.DuplicateName;
import dev.vireo.vim.types.FileAlreadyExists;
import dev.vireo.vim.types.FileNotFound;
import dev.vireo.vim.types.InvalidArgument;
import dev.vireo.vim.types.InvalidController;
import dev.vireo.vim.types.InvalidDeviceSpec;
import dev.vireo.vim.types.InvalidPowerState;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NoDiskSpace;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.ParaVirtualSCSIController;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualCdrom;
import dev.vireo.vim.types.VirtualCdromIsoBackingInfo;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualDeviceConfigSpecFileOperation;
import dev.vireo.vim.types.VirtualDeviceConfigSpecOperation;
import dev.vireo.vim.types.VirtualDisk;
import dev.vireo.vim.types.VirtualDiskFlatVer2BackingInfo;
import dev.vireo.vim.types.VirtualE1000;
import dev.vireo.vim.types.VirtualEthernetCard;
import dev.vireo.vim.types.VirtualEthernetCardNetworkBackingInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualSCSISharing;
import dev.vireo.vim.types.VirtualWDT;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changing what machines are made of. */
class ReconfigureTest extends MachineTestBase {

  private static final VirtualDeviceConfigSpecOperation ADD = VirtualDeviceConfigSpecOperation.ADD;
  private static final VirtualDeviceConfigSpecOperation EDIT =
      VirtualDeviceConfigSpecOperation.EDIT;
  private static final VirtualDeviceConfigSpecOperation REMOVE =
      VirtualDeviceConfigSpecOperation.REMOVE;
  private static final VirtualDeviceConfigSpecFileOperation CREATE =
      VirtualDeviceConfigSpecFileOperation.CREATE;
  private static final VirtualDeviceConfigSpecFileOperation DESTROY =
      VirtualDeviceConfigSpecFileOperation.DESTROY;
  private static final int SCSI = 1000;

  private Simulator host;
  private VimClient client;
  private SimulatedVm off;
  private SimulatedVm on;

  @BeforeEach
  void logIn() {
    host = start();
    client = logIn(host);
    off = host.vms().get("build agent");
    on = host.vms().get("web-1");
  }

  private void change(SimulatedVm vm, VirtualMachineConfigSpec spec) {
    succeeds(client, new ReconfigVM_Task(vm.ref(), spec));
  }

  private MethodFault refused(SimulatedVm vm, VirtualMachineConfigSpec spec) {
    return fails(client, new ReconfigVM_Task(vm.ref(), spec));
  }

  private static VirtualMachineConfigSpec.Builder spec() {
    return VirtualMachineConfigSpec.builder();
  }

  private static VirtualDeviceConfigSpec change(
      VirtualDeviceConfigSpecOperation operation,
      @Nullable VirtualDeviceConfigSpecFileOperation file,
      VirtualDevice device) {
    return new VirtualDeviceConfigSpec(operation, file, device, List.of(), null, List.of());
  }

  private static VirtualMachineConfigSpec devices(VirtualDeviceConfigSpec... changes) {
    return spec().deviceChange(List.of(changes)).build();
  }

  private static VirtualDisk disk(int key, int controller, String file, long kib, boolean thin) {
    return VirtualDisk.builder()
        .key(key)
        .controllerKey(controller)
        .capacityInKB(kib)
        .backing(
            VirtualDiskFlatVer2BackingInfo.builder()
                .fileName(file)
                .diskMode("persistent")
                .thinProvisioned(thin)
                .build())
        .build();
  }

  private static VirtualE1000 card(String network) {
    return VirtualE1000.builder()
        .key(-7)
        .backing(new VirtualEthernetCardNetworkBackingInfo(network, null, null))
        .build();
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void memoryAndProcessorsChangeInThePropertiesAndTheFile(Preset preset) {
    Simulator each = start(quick(SimulatorConfig.of(preset)));
    VimClient its = logIn(each);
    SimulatedVm vm = each.vms().all().get(2);

    succeeds(its, new ReconfigVM_Task(vm.ref(), spec().memoryMB(1536L).numCPUs(2).build()));

    assertThat(read(its, vm.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(1536);
    assertThat(read(its, vm.ref(), "summary.config.numCpu", Integer.class)).isEqualTo(2);
    assertThat(vmx(vm)).contains("memsize = \"1536\"\n", "numvcpus = \"2\"\n");
  }

  @Test
  void settingsChange() {
    change(
        off,
        spec()
            .annotation("noted")
            .firmware("efi")
            .cpuAllocation(
                new ResourceAllocationInfo(
                    100L, null, 900L, new SharesInfo(0, SharesLevel.LOW), null))
            .extraConfig(
                List.of(
                    new OptionValue.Plain("guestinfo.new", "value"),
                    new OptionValue.Plain("NVRAM", ""),
                    new OptionValue.Plain("memsize", "4")))
            .build());

    assertThat(read(client, off.ref(), "summary.config.annotation", String.class))
        .isEqualTo("noted");
    assertThat(read(client, off.ref(), "config.firmware", String.class)).isEqualTo("efi");
    assertThat(read(client, off.ref(), "config.cpuAllocation.limit", Long.class)).isEqualTo(900);
    assertThat(read(client, off.ref(), "summary.config.cpuReservation", Integer.class))
        .isEqualTo(100);
    assertThat(extraConfig(client, off.ref()))
        .containsEntry("guestinfo.new", "value")
        .doesNotContainKey("nvram");
    assertThat(read(client, off.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(2048);
    assertThat(vmx(off))
        .contains(
            "annotation = \"noted\"",
            "sched.cpu.shares = \"low\"",
            "sched.cpu.max = \"900\"",
            "guestinfo.new = \"value\"")
        .doesNotContain("nvram");
  }

  @Test
  void disksAndCardsAreAdded() {
    change(
        off,
        devices(
            change(ADD, CREATE, disk(-1, SCSI, "[datastore1]", 1 << 20, true)),
            change(ADD, null, card("VM Network"))));

    VirtualDisk added = (VirtualDisk) device(client, off.ref(), 2001);
    assertThat(fileOf(added)).isEqualTo("[datastore1] build agent/build agent_1.vmdk");
    assertThat(added.unitNumber()).isEqualTo(1);
    VirtualEthernetCard card = (VirtualEthernetCard) device(client, off.ref(), 4001);
    assertThat(card.macAddress()).matches("00:0c:29(:[0-9a-f]{2}){3}");
    assertThat(vmx(off))
        .contains(
            "scsi0:1.fileName = \"build agent_1.vmdk\"",
            "ethernet1.generatedAddress = \"" + card.macAddress() + "\"");
    assertThat(properties(client, off.ref(), "layoutEx.file").list("layoutEx.file", Object.class))
        .hasSize(5);
  }

  @Test
  void aDiskGoesToAControllerThatIsAddedWithIt() {
    ParaVirtualSCSIController controller =
        ParaVirtualSCSIController.builder()
            .key(-50)
            .busNumber(1)
            .sharedBus(VirtualSCSISharing.NO_SHARING)
            .build();

    change(
        off,
        devices(
            change(ADD, null, controller), change(ADD, CREATE, disk(-51, -50, "", 1 << 20, true))));

    assertThat(device(client, off.ref(), 1001).typeName()).isEqualTo("ParaVirtualSCSIController");
    assertThat(device(client, off.ref(), 2016).controllerKey()).isEqualTo(1001);
    assertThat(vmx(off)).contains("scsi1.virtualDev = \"pvscsi\"", "scsi1:0.present = \"TRUE\"");
  }

  @Test
  void devicesAreChangedAndWhatIsNotSaidStays() {
    VirtualCdrom media =
        VirtualCdrom.builder()
            .key(3002)
            .backing(new VirtualCdromIsoBackingInfo("[datastore1] iso/x.iso", null, null))
            .build();
    change(off, devices(change(EDIT, null, media)));

    VirtualDevice drive = device(client, off.ref(), 3002);
    assertThat(fileOf(drive)).isEqualTo("[datastore1] iso/x.iso");
    assertThat(drive.controllerKey()).isEqualTo(201);
    assertThat(vmx(off))
        .contains("ide1:0.fileName = \"/vmfs/volumes/", "/iso/x.iso\"", "cdrom-image");
  }

  @Test
  void disksGrowAndDoNotShrink() {
    VirtualDisk now = (VirtualDisk) device(client, off.ref(), 2000);

    change(
        off,
        devices(change(EDIT, null, disk(2000, SCSI, fileOf(now), now.capacityInKB() * 2, false))));

    assertThat(((VirtualDisk) device(client, off.ref(), 2000)).capacityInKB())
        .isEqualTo(now.capacityInKB() * 2);
    assertThat(
            refused(off, devices(change(EDIT, null, disk(2000, SCSI, fileOf(now), 1024, false)))))
        .isInstanceOf(InvalidDeviceSpec.class);
  }

  @Test
  void aRemovedDeviceTakesItsKeysAndIfWantedItsFile() {
    String file = "[datastore1] build agent/gone.vmdk";
    change(off, devices(change(ADD, CREATE, disk(-1, SCSI, file, 1 << 20, true))));
    change(off, spec().extraConfig(List.of(new OptionValue.Plain("scsi0:1.redo", "x"))).build());

    change(off, devices(change(REMOVE, DESTROY, disk(2001, SCSI, file, 1 << 20, true))));

    assertThat(vmx(off)).doesNotContain("scsi0:1.");
    // The name is free again, so the file is gone.
    change(off, devices(change(ADD, CREATE, disk(-1, SCSI, file, 1 << 20, true))));
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    String before = vmx(off);
    VirtualDisk existing = (VirtualDisk) device(client, off.ref(), 2000);

    assertThat(refused(off, spec().memoryMB(1022L).build()))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            fault -> assertThat(fault.invalidProperty()).isEqualTo("configSpec.memoryMB"));
    assertThat(refused(off, spec().numCPUs(100_000).build())).isInstanceOf(InvalidArgument.class);
    assertThat(refused(off, spec().name("db-1").build())).isInstanceOf(DuplicateName.class);
    assertThat(refused(off, spec().changeVersion("older").memoryMB(4L).build()))
        .isInstanceOf(ConcurrentAccess.class);
    assertThat(refused(off, devices(change(ADD, CREATE, disk(-1, 1003, "", 1 << 20, true)))))
        .isInstanceOfSatisfying(
            InvalidController.class, fault -> assertThat(fault.controllerKey()).isEqualTo(1003));
    assertThat(
            refused(
                off, devices(change(ADD, CREATE, disk(-1, SCSI, fileOf(existing), 1 << 20, true)))))
        .isInstanceOf(FileAlreadyExists.class);
    assertThat(
            refused(
                off, devices(change(ADD, null, disk(-1, SCSI, "[datastore1] no.vmdk", 0, true)))))
        .isInstanceOf(FileNotFound.class);
    assertThat(refused(off, devices(change(ADD, CREATE, disk(-1, SCSI, "", 1L << 40, false)))))
        .isInstanceOf(NoDiskSpace.class);
    assertThat(refused(off, devices(change(REMOVE, null, disk(2999, SCSI, "", 0, true)))))
        .isInstanceOfSatisfying(
            InvalidDeviceSpec.class, fault -> assertThat(fault.deviceIndex()).isZero());
    assertThat(
            refused(
                off,
                devices(
                    change(
                        ADD,
                        null,
                        VirtualWDT.builder().key(-1).runOnBoot(true).running(false).build()))))
        .isInstanceOf(DeviceNotSupported.class);
    // The first of two changes is fine.
    assertThat(
            refused(
                off,
                spec()
                    .memoryMB(512L)
                    .deviceChange(List.of(change(ADD, CREATE, disk(-1, 77, "", 1 << 20, true))))
                    .build()))
        .isInstanceOf(InvalidController.class);

    assertThat(vmx(off)).isEqualTo(before);
    assertThat(read(client, off.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(2048);
  }

  @Test
  void aRunningMachineChangesWhatItCan() {
    change(on, spec().annotation("live").build());
    change(on, devices(change(ADD, null, card("VM Network"))));
    change(on, devices(change(ADD, CREATE, disk(-1, SCSI, "", 1 << 20, true))));

    assertThat(refused(on, spec().firmware("efi").build())).isInstanceOf(InvalidPowerState.class);
    assertThat(refused(on, spec().memoryMB(8192L).build()).typeName())
        .isEqualTo("MemoryHotPlugNotSupported");
    assertThat(refused(on, spec().numCPUs(4).build()).typeName())
        .isEqualTo("CPUHotPlugNotSupported");
    assertThat(refused(on, devices(change(ADD, CREATE, disk(-1, 200, "", 1 << 20, true)))))
        .isInstanceOf(InvalidPowerState.class);
    on.power(PowerState.OFF);
    change(on, spec().memoryHotAddEnabled(true).build());
    on.power(PowerState.ON);
    change(on, spec().memoryMB(8192L).build());
    assertThat(refused(on, spec().memoryMB(4096L).build()).typeName())
        .isEqualTo("MemoryHotPlugNotSupported");
  }

  @Test
  void anEditOfAFileThatWasReadTouchesNothingElse() {
    String text =
        """
        config.version = "8"
        virtualHW.version = "19"
        # mine
        memsize = "1024" # MB
        guestOS = "other-64"
        odd.key = 'single'
        uuid.bios = "56 4d 01 02 03 04 05 06-07 08 09 0a 0b 0c 0d 0e"
        vc.uuid = "50 2e 01 02 03 04 05 06-87 08 09 0a 0b 0c 0d 0e"
        """
            .replace("\n", "\r\n");
    SimulatedVm vm = host.vms().add("careful", text);
    String before = vmx(vm);

    change(vm, spec().memoryMB(2048L).build());

    assertThat(vmx(vm))
        .isEqualTo(before.replace("memsize = \"1024\" # MB", "memsize = \"2048\" # MB"));
    assertThat(before).contains("# mine\r\n", "odd.key = 'single'\r\n");
  }

  @Test
  void machinesAreRenamed() {
    succeeds(client, new Rename_Task(off.ref(), "odd %2f name"));

    assertThat(read(client, off.ref(), "name", String.class)).isEqualTo("odd %2f name");
    assertThat(host.vms().names()).contains("odd / name");
    assertThat(vmx(off)).contains("displayName = \"odd %2f name\"");
  }

  @Test
  void clientsThatWatchSeeTheChange() {
    try (Watch watch = Watch.of(client, object(off.ref(), "config.hardware.memoryMB"))) {
      watch.now();
      change(off, spec().memoryMB(1024L).build());
      watch.next();

      assertThat(watch.last(off.ref(), "config.hardware.memoryMB")).isEqualTo(1024);
    }
  }

  @Test
  void oneTaskAtATimeChangesAMachine() {
    Simulator slow =
        start(
            SimulatorConfig.esx80().toBuilder()
                .taskDuration(java.time.Duration.ofSeconds(30))
                .build());
    VimClient its = logIn(slow);
    ManagedObjectReference vm = slow.vms().get("build agent").ref();
    ManagedObjectReference first =
        its.call(new ReconfigVM_Task(vm, spec().memoryMB(1024L).build()));

    assertThat(fails(its, new ReconfigVM_Task(vm, spec().memoryMB(512L).build())).typeName())
        .isEqualTo("TaskInProgress");
    assertThat(first).isNotNull();
  }

  @Test
  void noLimitIsBelowWhatIsPromised() {
    change(off, spec().cpuAllocation(share(500L, 1000L)).memoryAllocation(share(8L, 16L)).build());

    for (VirtualMachineConfigSpec bad :
        List.of(
            spec().cpuAllocation(share(null, 499L)).build(),
            spec().cpuAllocation(share(1001L, null)).build(),
            spec().cpuAllocation(share(-1L, null)).build(),
            spec().cpuAllocation(share(null, -2L)).build(),
            spec().memoryAllocation(share(null, 7L)).build(),
            spec().memoryAllocation(share(17L, null)).build())) {
      assertThat(refused(off, bad)).isInstanceOf(InvalidArgument.class);
    }
    assertThat(read(client, off.ref(), "config.cpuAllocation.limit", Long.class)).isEqualTo(1000);
    change(off, spec().cpuAllocation(share(2000L, -1L)).build());
    assertThat(read(client, off.ref(), "config.cpuAllocation.reservation", Long.class))
        .isEqualTo(2000);
  }

  private static ResourceAllocationInfo share(@Nullable Long reservation, @Nullable Long limit) {
    return new ResourceAllocationInfo(reservation, null, limit, null, null);
  }

  @Test
  void processorsFillWholeSockets() {
    change(off, spec().numCPUs(4).numCoresPerSocket(2).build());

    assertThat(refused(off, spec().numCPUs(3).build())).isInstanceOf(InvalidArgument.class);
    change(off, spec().numCPUs(6).build());
    change(off, spec().numCPUs(3).numCoresPerSocket(3).build());
    assertThat(read(client, off.ref(), "config.hardware.numCPU", Integer.class)).isEqualTo(3);
  }
}
