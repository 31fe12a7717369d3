package dev.vireo.simulator.internal.files;

import java.util.regex.Matcher;

/** Writes the text part of a virtual disk whose data lies in one file beside it. */
public final class DiskDescriptorText {

  private static final int HEADS = 255;
  private static final int SECTORS = 63;
  private static final int SECTORS_PER_KIB = 2;

  private DiskDescriptorText() {}

  /** Path of the data of a disk that is whole. */
  public static String extent(String descriptor) {
    return stem(descriptor) + "-flat.vmdk";
  }

  /** Path of the data of a disk that is on top of another one. */
  public static String deltaExtent(String descriptor) {
    return stem(descriptor) + "-delta.vmdk";
  }

  private static String stem(String descriptor) {
    return descriptor.substring(0, descriptor.length() - ".vmdk".length());
  }

  /**
   * The text of a disk that is on top of another one.
   *
   * @param below the text of the other one
   * @param parent name of the other one, for its file's directory
   * @param extent name of the file with the data
   */
  public static String delta(String below, String parent, String extent) {
    return onTopOf(below, parent)
        .replaceFirst("(?m)^createType=.*$", "createType=\"vmfsSparse\"")
        .replaceFirst(
            "(?m)^(RW \\d+) \\S+ \".*\"$",
            "$1 VMFSSPARSE \"" + Matcher.quoteReplacement(extent) + "\"")
        .replaceFirst("(?m)^ddb\\.thinProvisioned.*\n", "");
  }

  /** A text that says that its disk is on top of another one. */
  public static String onTopOf(String text, String parent) {
    String without = text.replaceFirst("(?m)^parentFileNameHint=.*\n", "");
    return without.replaceFirst(
        "(?m)^createType=",
        Matcher.quoteReplacement("parentFileNameHint=\"" + parent + "\"\ncreateType="));
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
