package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.AboutInfo;
import org.jspecify.annotations.Nullable;

/**
 * What tells the simulated products apart.
 *
 * @param name name of the product
 * @param version its version
 * @param build its build number
 * @param osType operating system and architecture it runs on
 * @param productLineId {@code esx}, {@code embeddedEsx}, {@code gsx} or {@code vpx}
 * @param api newest release of the VI API that it speaks
 * @param versionsDocument whether it has {@code /sdk/vimServiceVersions.xml}, and so looks at
 *     {@code SOAPAction}
 * @param hardwareVersion version of its virtual hardware
 * @param instanceUuid identity of a vCenter; null for hosts
 */
public record Product(
    String name,
    String version,
    String build,
    String osType,
    String productLineId,
    ApiRelease api,
    boolean versionsDocument,
    int hardwareVersion,
    @Nullable String instanceUuid) {

  private static final Product ESX80 =
      new Product(
          "VMware ESXi",
          "8.0.3",
          "24022510",
          "vmnix-x86",
          "embeddedEsx",
          ApiRelease.V8_0_3,
          true,
          21,
          null);

  private static final Product ESX41 =
      new Product(
          "VMware ESX", "4.1.0", "260247", "vmnix-x86", "esx", ApiRelease.V4_1, true, 7, null);

  private static final Product ESX35 =
      new Product(
          "VMware ESX Server",
          "3.5.0",
          "64607",
          "vmnix-x86",
          "esx",
          ApiRelease.V2_5,
          false,
          4,
          null);

  private static final Product GSX20 =
      new Product(
          "VMware Server", "2.0.2", "203138", "linux-x86", "gsx", ApiRelease.V2_5, false, 7, null);

  private static final Product VCENTER =
      new Product(
          "VMware vCenter Server",
          "8.0.3",
          "24022515",
          "linux-x64",
          "vpx",
          ApiRelease.V8_0_3,
          true,
          21,
          "6b1f0a53-7c0e-4f5e-9d53-0f6f3f5e2a11");

  /** The product of a preset. */
  public static Product of(Preset preset) {
    return switch (preset) {
      case ESX80 -> ESX80;
      case ESX41 -> ESX41;
      case ESX35 -> ESX35;
      case GSX20 -> GSX20;
      case VCENTER -> VCENTER;
    };
  }

  /** Whether this is a vCenter, which manages hosts, or one of those hosts. */
  public boolean isVcenter() {
    return productLineId.equals("vpx");
  }

  /** The product as {@code ServiceContent.about} describes it. */
  public AboutInfo about(ApiRelease seen) {
    return new AboutInfo(
        name,
        name + " " + version + " build-" + build,
        "VMware, Inc.",
        version,
        null,
        build,
        "INTL",
        "000",
        osType,
        productLineId,
        isVcenter() ? "VirtualCenter" : "HostAgent",
        api.label(),
        seen.has(ApiRelease.V4_0) ? instanceUuid : null,
        seen.since(
            ApiRelease.V4_0, isVcenter() ? "VMware VirtualCenter Server" : "VMware ESX Server"),
        seen.since(ApiRelease.V4_0, version.substring(0, version.indexOf('.')) + ".0"));
  }

  /** The product that runs on the hosts: this one, or an ESXi below a vCenter. */
  public Product onHosts() {
    return isVcenter() ? ESX80 : this;
  }
}
