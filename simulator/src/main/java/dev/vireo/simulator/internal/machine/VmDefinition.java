package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.files.VmxText;
import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.vmx.DatastorePath;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What a virtual machine is made of; what stands in its VMX file.
 *
 * @param name name as users write it, without the API's escapes
 * @param biosUuid UUID that the guest sees
 * @param instanceUuid UUID that a vCenter tells machines apart by
 * @param memoryMb memory in MiB, a multiple of 4
 * @param cpus virtual processors
 * @param guest operating system
 * @param diskGb size of the disk in GiB
 * @param macAddress address of the network card
 * @param network name of the network
 * @param vmx place of the VMX file
 * @param hardwareVersion version of the virtual hardware
 */
public record VmDefinition(
    String name,
    UUID biosUuid,
    UUID instanceUuid,
    int memoryMb,
    int cpus,
    GuestSystem guest,
    int diskGb,
    String macAddress,
    String network,
    DatastorePath vmx,
    int hardwareVersion) {

  private static final int[] MEMORY = {4096, 16384, 2048, 1024, 8192};
  private static final int[] CPUS = {2, 4, 1, 2, 4};
  private static final int[] OLD_MEMORY = {1024, 2048, 512, 256, 1024};
  private static final int[] OLD_CPUS = {1, 2, 1, 1, 4};

  /**
   * A machine of the simulated inventory.
   *
   * @param number its position, which decides about memory, processors and guest
   * @param name its name
   * @param datastore name of the datastore that its files are on
   * @param network name of its network
   * @param product the product that runs it
   * @param random draws UUIDs and addresses
   */
  public static VmDefinition of(
      int number, String name, String datastore, String network, Product product, Random random) {
    boolean old = !product.api().has(ApiVersion.V5_0);
    int kind = Math.floorMod(number, MEMORY.length);
    String directory = fileName(name);
    return new VmDefinition(
        name,
        uuid(random, 0x564d),
        uuid(random, 0x502e),
        (old ? OLD_MEMORY : MEMORY)[kind],
        (old ? OLD_CPUS : CPUS)[kind],
        GuestSystem.of(number, old),
        16 + 8 * kind,
        String.format(
            Locale.ROOT,
            "00:0c:29:%02x:%02x:%02x",
            random.nextInt(256),
            random.nextInt(256),
            random.nextInt(256)),
        network,
        new DatastorePath(datastore, directory + "/" + directory + ".vmx"),
        product.hardwareVersion());
  }

  /** Whether its disk and network are devices that VMware made for virtual machines. */
  boolean paravirtual() {
    return hardwareVersion > 7;
  }

  /** The version of its virtual hardware as the API writes it. */
  String hardwareName() {
    return hardwareVersion < 10 ? "vmx-0" + hardwareVersion : "vmx-" + hardwareVersion;
  }

  /** Entries of the VMX file that neither the API nor the other components speak of. */
  Map<String, String> extraConfig() {
    return Map.of("nvram", siblingName(".nvram"));
  }

  /** Identity of its disk. */
  UUID diskUuid() {
    return new UUID(
        (biosUuid.getMostSignificantBits() >>> 16) | 0x6000_0000_0000_0000L,
        instanceUuid.getLeastSignificantBits());
  }

  /** A random UUID whose first two bytes are given, as VMware products draw them. */
  private static UUID uuid(Random random, int prefix) {
    long high = (random.nextLong() >>> 16) | ((long) prefix << 48);
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID((high & ~0xF000L) | 0x4000L, low);
  }

  /** A name as a file name: what separates directories or needs escapes becomes an underscore. */
  private static String fileName(String name) {
    String plain = name.replaceAll("[/\\\\%:*?\"<>|\r\n\t]", "_");
    return plain.equals(".") || plain.equals("..") ? plain.replace('.', '_') : plain;
  }

  /** The name as the VI API shows it. */
  String escapedName() {
    return name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
  }

  /** Path of a file beside the VMX file, in the datastore. */
  public String sibling(String suffix) {
    String path = vmx.path();
    return path.substring(0, path.length() - ".vmx".length()) + suffix;
  }

  /** Name of the file beside the VMX file. */
  private String siblingName(String suffix) {
    String path = sibling(suffix);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The VMX file. */
  String vmxText(ApiVersion api) {
    VmxText text =
        new VmxText()
            .put("config.version", 8)
            .put("virtualHW.version", hardwareVersion)
            .put("displayName", escapedName())
            .put("guestOS", guest.vmxId())
            .put("memsize", memoryMb)
            .put("numvcpus", cpus)
            .put("uuid.bios", biosUuid);
    if (api.has(ApiVersion.V4_0)) {
      text.put("vc.uuid", instanceUuid);
    }
    return text.put("nvram", siblingName(".nvram"))
        .put("scsi0.present", true)
        .put("scsi0.virtualDev", paravirtual() ? "pvscsi" : "lsilogic")
        .put("scsi0:0.present", true)
        .put("scsi0:0.deviceType", "scsi-hardDisk")
        .put("scsi0:0.fileName", siblingName(".vmdk"))
        .put("ide1:0.present", true)
        .put("ide1:0.deviceType", "atapi-cdrom")
        .put("ide1:0.fileName", "auto detect")
        .put("ide1:0.startConnected", false)
        .put("ethernet0.present", true)
        .put("ethernet0.virtualDev", paravirtual() ? "vmxnet3" : "e1000")
        .put("ethernet0.networkName", network)
        .put("ethernet0.connectionType", "bridged")
        .put("ethernet0.addressType", "generated")
        .put("ethernet0.generatedAddress", macAddress)
        .put("ethernet0.generatedAddressOffset", 0)
        .put("tools.syncTime", false)
        .toString();
  }

  /** The text part of the disk. */
  public String diskDescriptor() {
    long sectors = (long) diskGb << 21;
    return "# Disk DescriptorFile\nversion=1\nencoding=\"UTF-8\"\nCID=fffffffe\n"
        + "parentCID=ffffffff\ncreateType=\"vmfs\"\n\n# Extent description\nRW "
        + sectors
        + " VMFS \""
        + siblingName("-flat.vmdk")
        + "\"\n\n# The Disk Data Base\n#DDB\n\nddb.adapterType = \"lsilogic\"\n"
        + "ddb.geometry.cylinders = \""
        + sectors / (255 * 63)
        + "\"\nddb.geometry.heads = \"255\"\nddb.geometry.sectors = \"63\"\n"
        + "ddb.virtualHWVersion = \""
        + hardwareVersion
        + "\"\n";
  }
}
