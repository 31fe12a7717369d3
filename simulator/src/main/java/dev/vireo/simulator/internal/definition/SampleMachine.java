package dev.vireo.simulator.internal.definition;

import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Machines of the simulated inventory, whose parts follow from their number. What is the same for
 * all is shared by all, so that ten thousand machines are no heavier than they must be.
 */
public final class SampleMachine {

  /** Key of the disk. */
  public static final int DISK = 2000;

  private static final int[] MEMORY = {4096, 16384, 2048, 1024, 8192};
  private static final int[] CPUS = {2, 4, 1, 2, 4};
  private static final int[] OLD_MEMORY = {1024, 2048, 512, 256, 1024};
  private static final int[] OLD_CPUS = {1, 2, 1, 1, 4};
  private static final int CDROM_UNIT = 0;
  private static final int NEWEST_PLAIN = 7;

  private final boolean old;
  private final int hardwareVersion;
  private final List<HardwareDevice> shared;

  /**
   * @param old whether they are of the time before vSphere 5
   * @param hardwareVersion version of the virtual hardware
   */
  public SampleMachine(boolean old, int hardwareVersion) {
    this.old = old;
    this.hardwareVersion = hardwareVersion;
    DeviceList devices = DeviceList.board(hardwareVersion);
    devices.add(
        Controllers.scsi(
            paravirtual() ? "ParaVirtualSCSIController" : "VirtualLsiLogicController",
            0,
            "noSharing"));
    devices.add(cdrom());
    this.shared = List.copyOf(devices.all());
  }

  /** Whether disk and network are devices that VMware made for virtual machines. */
  private boolean paravirtual() {
    return hardwareVersion > NEWEST_PLAIN;
  }

  private static HardwareDevice cdrom() {
    HardwareDevice controller =
        DeviceList.controller("VirtualIDEController", DeviceList.IDE + 1, 1);
    HardwareDevice drive =
        HardwareDevice.of("VirtualCdrom", Bus.IDE.key(controller, CDROM_UNIT))
            .with(
                "backing",
                HardwareDevice.backing(
                    "VirtualCdromAtapiBackingInfo",
                    Map.of("deviceName", "auto detect", "useAutoDetect", true)));
    return DeviceList.connectable(DeviceList.at(drive, controller.key(), CDROM_UNIT), false, true);
  }

  /**
   * A machine.
   *
   * @param number its position, which decides about memory, processors and guest
   * @param name its name
   * @param datastore name of the datastore that its files are on
   * @param network name of its network
   * @param random draws UUIDs and addresses
   */
  public MachineDefinition make(
      int number, String name, String datastore, String network, Random random) {
    int kind = Math.floorMod(number, MEMORY.length);
    String directory = fileName(name);
    DatastorePath vmx = new DatastorePath(datastore, directory + "/" + directory + ".vmx");
    UUID bios = biosUuid(random);
    UUID instance = instanceUuid(random);
    List<HardwareDevice> devices = new ArrayList<>(shared);
    devices.add(disk(vmx.sibling(directory + ".vmdk").toString(), diskGb(number), bios, instance));
    devices.add(card(network, mac(random)));
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("nvram", directory + ".nvram");
    return new MachineDefinition(
        name,
        bios,
        instance,
        vmx,
        hardwareVersion,
        GuestSystem.of(number, old),
        Map.of(
            Option.MEMORY.path(),
            (long) (old ? OLD_MEMORY : MEMORY)[kind],
            Option.CPUS.path(),
            (long) (old ? OLD_CPUS : CPUS)[kind],
            Option.SYNC_TIME.path(),
            false),
        devices,
        extra,
        Snapshots.NONE,
        false);
  }

  private static int diskGb(int number) {
    return 16 + 8 * Math.floorMod(number, MEMORY.length);
  }

  private static HardwareDevice disk(String fileName, int gib, UUID bios, UUID instance) {
    UUID uuid =
        new UUID(
            (bios.getMostSignificantBits() >>> 16) | 0x6000_0000_0000_0000L,
            instance.getLeastSignificantBits());
    HardwareDevice disk =
        Storage.disk(
            DISK,
            (long) gib << 20,
            Map.of(
                "fileName",
                fileName,
                "diskMode",
                "persistent",
                "split",
                false,
                "writeThrough",
                false,
                "thinProvisioned",
                false,
                "uuid",
                uuid.toString(),
                "contentId",
                "fffffffe",
                "digestEnabled",
                false,
                "sharing",
                "sharingNone"));
    return DeviceList.at(disk, Bus.SCSI.controllers(), 0);
  }

  private HardwareDevice card(String network, String mac) {
    ObjectOf backing = NetworkCards.network(network);
    HardwareDevice card =
        HardwareDevice.of(paravirtual() ? "VirtualVmxnet3" : "VirtualE1000", NetworkCards.KEY)
            .with("backing", backing)
            .with("addressType", "generated")
            .with("macAddress", mac)
            .with("wakeOnLanEnabled", true);
    return DeviceList.connectable(
        DeviceList.at(card, DeviceList.PCI, NetworkCards.SLOT), true, true);
  }

  /** A MAC address of those that hosts give. */
  public static String mac(Random random) {
    return String.format(
        Locale.ROOT,
        "00:0c:29:%02x:%02x:%02x",
        random.nextInt(256),
        random.nextInt(256),
        random.nextInt(256));
  }

  /** A UUID for a guest to see. */
  public static UUID biosUuid(Random random) {
    return uuid(random, 0x564d);
  }

  /** A UUID for a vCenter to tell machines apart by. */
  public static UUID instanceUuid(Random random) {
    return uuid(random, 0x502e);
  }

  /** A random UUID whose first two bytes are given, as VMware products draw them. */
  private static UUID uuid(Random random, int prefix) {
    long high = (random.nextLong() >>> 16) | ((long) prefix << 48);
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID((high & ~0xF000L) | 0x4000L, low);
  }

  /** A name as a file name: what separates directories or needs escapes becomes an underscore. */
  public static String fileName(String name) {
    String plain = name.replaceAll("[/\\\\%:*?\"<>|\r\n\t]", "_");
    return plain.equals(".") || plain.equals("..") ? plain.replace('.', '_') : plain;
  }
}
