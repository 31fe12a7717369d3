package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The product behind a server and the API it offers (VI API {@code AboutInfo}).
 *
 * @param name short product name
 * @param fullName product name with version
 * @param vendor vendor of the product
 * @param version dotted version of the product, such as {@code 8.0.3}
 * @param patchLevel patch level (API 7.0.2); null when the server does not say
 * @param build build number
 * @param localeVersion version of the locale data; null when the server does not say
 * @param localeBuild build number of the locale data; null when the server does not say
 * @param osType operating system and architecture
 * @param productLineId product line: {@code esx}, {@code embeddedEsx}, {@code gsx} or {@code vpx}
 * @param apiType {@code HostAgent} or {@code VirtualCenter}
 * @param apiVersion dotted version of the API
 * @param instanceUuid identity of a vCenter installation (API 4.0); null when the server does not
 *     say
 * @param licenseProductName product name for licences (API 4.0); null when the server does not say
 * @param licenseProductVersion product version for licences (API 4.0); null when the server does
 *     not say
 */
public record AboutInfo(
    String name,
    String fullName,
    String vendor,
    String version,
    @Nullable String patchLevel,
    String build,
    @Nullable String localeVersion,
    @Nullable String localeBuild,
    String osType,
    String productLineId,
    String apiType,
    String apiVersion,
    @Nullable String instanceUuid,
    @Nullable String licenseProductName,
    @Nullable String licenseProductVersion)
    implements DataObject {

  /** Checks that the required components are there. */
  public AboutInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fullName, "fullName");
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(osType, "osType");
    Objects.requireNonNull(productLineId, "productLineId");
    Objects.requireNonNull(apiType, "apiType");
    Objects.requireNonNull(apiVersion, "apiVersion");
  }
}
