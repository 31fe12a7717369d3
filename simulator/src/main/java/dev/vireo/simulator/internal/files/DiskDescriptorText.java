package dev.vireo.simulator.internal.files;

/** Writes the text part of a virtual disk that lies in one file beside it. */
public final class DiskDescriptorText {

  private static final int HEADS = 255;
  private static final int SECTORS = 63;
  private static final int SECTORS_PER_KIB = 2;

  private DiskDescriptorText() {}

  /** Path of the data of a disk. */
  public static String extent(String descriptor) {
    return descriptor.substring(0, descriptor.length() - ".vmdk".length()) + "-flat.vmdk";
  }

  /**
   * The text.
   *
   * @param extent name of the file with the data
   * @param kib size of the disk in KiB
   * @param adapter the controller that it is made for, such as {@code lsilogic}
   * @param hardwareVersion version of the virtual hardware
   * @param thin whether it takes space as it needs it
   */
  public static String of(
      String extent, long kib, String adapter, int hardwareVersion, boolean thin) {
    long sectors = kib * SECTORS_PER_KIB;
    return "# Disk DescriptorFile\nversion=1\nencoding=\"UTF-8\"\nCID=fffffffe\n"
        + "parentCID=ffffffff\ncreateType=\"vmfs\"\n\n# Extent description\nRW "
        + sectors
        + " VMFS \""
        + extent
        + "\"\n\n# The Disk Data Base\n#DDB\n\nddb.adapterType = \""
        + adapter
        + "\"\nddb.geometry.cylinders = \""
        + sectors / (HEADS * SECTORS)
        + "\"\nddb.geometry.heads = \""
        + HEADS
        + "\"\nddb.geometry.sectors = \""
        + SECTORS
        + "\"\nddb.virtualHWVersion = \""
        + hardwareVersion
        + "\"\n"
        + (thin ? "ddb.thinProvisioned = \"1\"\n" : "");
  }
}
