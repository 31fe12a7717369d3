package dev.vireo.vmx.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions of the virtual hardware ({@code virtualHW.version}): the newest that a product runs, and
 * the oldest that has a device.
 */
public final class HardwareVersions {

  /** The oldest one that libvirt reads: ESX 3 and GSX. */
  public static final int OLDEST = 4;

  /** The newest version there is: that of ESX 9.0. */
  public static final int NEWEST = 22;

  /** The first with more than four network interfaces, odd numbers of CPUs and PCIe bridges. */
  public static final int PCIE = 7;

  /** The first with EFI firmware. */
  public static final int EFI = 8;

  /** The first with SATA controllers. */
  public static final int SATA = 10;

  /** The first with NVMe controllers. */
  public static final int NVME = 13;

  /** The first with UEFI secure boot. */
  public static final int SECURE_BOOT = 13;

  /** The first for which libvirt takes all SCSI controllers to have 64 units. */
  public static final int WIDE_SCSI_NAMES = 13;

  /** The first with 64 units at a PVSCSI controller. Other SCSI controllers have 15. */
  public static final int WIDE_PVSCSI = 14;

  /** The first with a trusted platform module. */
  public static final int TPM = 14;

  // The newest hardware version by product version, newest first. Updates of a release count as
  // the third number. Source: VMware's knowledge base article 1003746.
  private static final List<Row> ESX =
      rows(
          "9.0.0 22, 8.0.2 21, 8.0.0 20, 7.0.2 19, 7.0.1 18, 7.0.0 17, 6.7.2 15, 6.7.0 14,"
              + " 6.5.0 13, 6.0.0 11, 5.5.0 10, 5.1.0 9, 5.0.0 8, 4.0.0 7, 0.0.0 4");
  private static final List<Row> GSX = rows("0.0.0 7");
  private static final List<Row> WORKSTATION =
      rows(
          "17.5.0 21, 17.0.0 20, 16.2.0 19, 16.0.0 18, 15.0.0 16, 14.0.0 14, 12.0.0 12,"
              + " 11.0.0 11, 10.0.0 10, 9.0.0 9, 8.0.0 8, 6.5.0 7, 6.0.0 6, 0.0.0 4");
  private static final List<Row> FUSION =
      rows(
          "13.5.0 21, 13.0.0 20, 12.2.0 19, 12.0.0 18, 11.0.0 16, 10.0.0 14, 8.0.0 12,"
              + " 7.0.0 11, 6.0.0 10, 5.0.0 9, 4.0.0 8, 2.0.0 7, 0.0.0 6");

  private record Row(int major, int minor, int update, int hardware) {
    boolean isReachedBy(int[] version) {
      if (version[0] != major) {
        return version[0] > major;
      }
      return version[1] != minor ? version[1] > minor : version[2] >= update;
    }
  }

  private HardwareVersions() {}

  /**
   * The newest version that a product runs.
   *
   * @param productVersion such as {@code 8.0.2}; missing numbers count as 0
   * @throws IllegalArgumentException if it does not start with a number
   */
  public static int newestOf(VmwareProduct product, String productVersion) {
    int[] version = numbers(productVersion);
    List<Row> rows =
        switch (product) {
          case ESX, VCENTER -> ESX;
          case GSX -> GSX;
          case WORKSTATION -> WORKSTATION;
          case FUSION -> FUSION;
        };
    for (Row row : rows) {
      if (row.isReachedBy(version)) {
        return row.hardware();
      }
    }
    return OLDEST;
  }

  /**
   * The version that libvirt's ESX driver writes for a host ({@code esxDomainDefineXMLFlags}),
   * older than what new hosts run: 8 for ESX 7 and later.
   *
   * @param product {@link VmwareProduct#GSX}, or anything else for ESX and vCenter
   * @param productVersion see {@link #newestOf}
   */
  public static int asLibvirt(VmwareProduct product, String productVersion) {
    if (product == VmwareProduct.GSX) {
      return 7;
    }
    int[] version = numbers(productVersion);
    return switch (version[0]) {
      case 2 -> product == VmwareProduct.VCENTER ? 4 : 8;
      case 3 -> product == VmwareProduct.ESX ? 4 : 8;
      case 4 -> 7;
      case 5 -> version[1] < 5 ? 9 : 10;
      case 6 -> 10;
      default -> 8;
    };
  }

  private static int[] numbers(String version) {
    int[] numbers = new int[3];
    int start = 0;
    for (int i = 0; i < numbers.length && start < version.length(); i++) {
      int end = start;
      while (end < version.length() && Character.isDigit(version.charAt(end))) {
        end++;
      }
      if (end == start) {
        break;
      }
      numbers[i] = Integer.parseInt(version.substring(start, end));
      start = end < version.length() && version.charAt(end) == '.' ? end + 1 : version.length();
    }
    if (version.isEmpty() || !Character.isDigit(version.charAt(0))) {
      throw new IllegalArgumentException("'" + version + "' is not the version of a product");
    }
    return numbers;
  }

  private static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    for (String row : table.split(", ")) {
      int blank = row.indexOf(' ');
      int[] version = numbers(row.substring(0, blank));
      int hardware = Integer.parseInt(row.substring(blank + 1));
      rows.add(new Row(version[0], version[1], version[2], hardware));
    }
    return List.copyOf(rows);
  }
}
