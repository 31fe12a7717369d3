package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows the devices of a machine: those that its VMX file names, and those that every machine has.
 * Keys and unit numbers are the ones that VMware's products give.
 *
 * @param definition what the machine is made of
 * @param datastore where its disk is
 * @param network the network of its card
 * @param on whether the machine runs, so that its devices are connected
 * @param api the release to show them in
 */
record VmDevices(
    VmDefinition definition,
    ManagedObjectReference datastore,
    ManagedObjectReference network,
    boolean on,
    ApiVersion api) {

  /** Key of the disk. */
  static final int DISK = 2000;

  /** Key of the network card. */
  static final int CARD = 4000;

  private static final int PCI = 100;
  private static final int IDE_0 = 200;
  private static final int IDE_1 = 201;
  private static final int PS2 = 300;
  private static final int SIO = 400;
  private static final int VIDEO = 500;
  private static final int KEYBOARD = 600;
  private static final int POINTER = 700;
  private static final int SCSI = 1000;
  private static final int CDROM = 3002;
  private static final int VMCI = 12_000;

  /** Unit of a SCSI controller that the controller itself takes. */
  private static final int SCSI_UNIT = 7;

  static VmDevices of(VirtualMachine vm, ApiVersion api) {
    return new VmDevices(
        vm.definition(),
        vm.place().datastore().ref(),
        vm.place().network().ref(),
        vm.power() == PowerState.ON,
        api);
  }

  /** All devices, as the API lists them. */
  List<ObjectOf> all() {
    List<ObjectOf> devices = new ArrayList<>();
    devices.add(controller("VirtualIDEController", IDE_0, "IDE 0", 0, List.of()).build());
    devices.add(controller("VirtualIDEController", IDE_1, "IDE 1", 1, List.of(CDROM)).build());
    devices.add(
        controller("VirtualPS2Controller", PS2, "PS2 controller 0", 0, List.of(KEYBOARD, POINTER))
            .build());
    devices.add(controller("VirtualPCIController", PCI, "PCI controller 0", 0, onPci()).build());
    devices.add(controller("VirtualSIOController", SIO, "SIO controller 0", 0, List.of()).build());
    devices.add(device("VirtualKeyboard", KEYBOARD, "Keyboard", "Keyboard", PS2, 0).build());
    devices.add(pointer());
    devices.add(
        device("VirtualMachineVideoCard", VIDEO, "Video card", "Video card", PCI, 0)
            .put("videoRamSizeInKB", 4096)
            .put("numDisplays", 1)
            .put("useAutoDetect", false)
            .put("enable3DSupport", false)
            .build());
    if (api.has(ApiVersion.V4_0) && definition.hardwareVersion() >= 7) {
      devices.add(vmci());
    }
    devices.add(scsiController());
    devices.add(cdrom());
    devices.add(disk());
    devices.add(card());
    return devices;
  }

  private List<Integer> onPci() {
    List<Integer> keys = new ArrayList<>(List.of(VIDEO));
    if (api.has(ApiVersion.V4_0) && definition.hardwareVersion() >= 7) {
      keys.add(VMCI);
    }
    keys.add(SCSI);
    keys.add(CARD);
    return keys;
  }

  private ObjectBuilder device(
      String type,
      int key,
      String label,
      String summary,
      @Nullable Integer controller,
      @Nullable Integer unit) {
    return ObjectBuilder.of(type, api)
        .put("key", key)
        .put(
            "deviceInfo",
            ObjectBuilder.of("Description", api)
                .put("label", label)
                .put("summary", summary)
                .build())
        .put("controllerKey", controller)
        .put("unitNumber", unit);
  }

  private ObjectBuilder controller(
      String type, int key, String label, int bus, List<Integer> devices) {
    return device(type, key, label, label, null, null).put("busNumber", bus).put("device", devices);
  }

  private ObjectOf pointer() {
    return device(
            "VirtualPointingDevice", POINTER, "Pointing device", "Pointing device; Device", PS2, 1)
        .put(
            "backing",
            ObjectBuilder.of("VirtualPointingDeviceDeviceBackingInfo", api)
                .put("deviceName", "")
                .put("useAutoDetect", false)
                .put("hostPointingDevice", "autodetect")
                .build())
        .build();
  }

  private ObjectOf vmci() {
    return device(
            "VirtualMachineVMCIDevice",
            VMCI,
            "VMCI device",
            "Device on the virtual machine PCI bus that provides support for the virtual machine"
                + " communication interface",
            PCI,
            17)
        .put("id", -1L)
        .put("allowUnrestrictedCommunication", false)
        .build();
  }

  private ObjectOf scsiController() {
    boolean paravirtual = definition.paravirtual();
    return device(
            paravirtual ? "ParaVirtualSCSIController" : "VirtualLsiLogicController",
            SCSI,
            "SCSI controller 0",
            paravirtual ? "VMware paravirtual SCSI" : "LSI Logic",
            PCI,
            3)
        .put("busNumber", 0)
        .put("device", List.of(DISK))
        .put("hotAddRemove", true)
        .put("sharedBus", "noSharing")
        .put("scsiCtlrUnitNumber", SCSI_UNIT)
        .build();
  }

  private ObjectOf cdrom() {
    return device("VirtualCdrom", CDROM, "CD/DVD drive 1", "Remote device", IDE_1, 0)
        .put(
            "backing",
            ObjectBuilder.of("VirtualCdromAtapiBackingInfo", api)
                .put("deviceName", "auto detect")
                .put("useAutoDetect", true)
                .build())
        .put("connectable", connectable(false, false))
        .build();
  }

  private ObjectOf disk() {
    long kib = (long) definition.diskGb() << 20;
    return device(
            "VirtualDisk", DISK, "Hard disk 1", String.format(Locale.ROOT, "%,d KB", kib), SCSI, 0)
        .put("capacityInKB", kib)
        .put("capacityInBytes", kib << 10)
        .put("shares", new SharesInfo(1000, SharesLevel.NORMAL))
        .put(
            "backing",
            ObjectBuilder.of("VirtualDiskFlatVer2BackingInfo", api)
                .put(
                    "fileName",
                    new DatastorePath(definition.vmx().datastore(), definition.sibling(".vmdk"))
                        .toString())
                .put("datastore", datastore)
                .put("diskMode", "persistent")
                .put("split", false)
                .put("writeThrough", false)
                .put("thinProvisioned", false)
                .put("uuid", definition.diskUuid().toString())
                .put("contentId", "fffffffe")
                .put("digestEnabled", false)
                .put("sharing", "sharingNone")
                .build())
        .build();
  }

  private ObjectOf card() {
    return device(
            definition.paravirtual() ? "VirtualVmxnet3" : "VirtualE1000",
            CARD,
            "Network adapter 1",
            definition.network(),
            PCI,
            7)
        .put(
            "backing",
            ObjectBuilder.of("VirtualEthernetCardNetworkBackingInfo", api)
                .put("deviceName", definition.network())
                .put("useAutoDetect", false)
                .put("network", network)
                .put("inPassthroughMode", false)
                .build())
        .put("connectable", connectable(true, on))
        .put("addressType", "generated")
        .put("macAddress", definition.macAddress())
        .put("wakeOnLanEnabled", true)
        .build();
  }

  private ObjectOf connectable(boolean atStart, boolean now) {
    return ObjectBuilder.of("VirtualDeviceConnectInfo", api)
        .put("startConnected", atStart)
        .put("allowGuestControl", true)
        .put("connected", now)
        .put("status", now ? "ok" : "untried")
        .build();
  }
}
