package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.types.AboutInfo;
import java.util.List;

/** The kinds of servers that speak the VI API, and the oldest versions that the driver takes. */
public enum ServerProduct {
  /** GSX, also called VMware Server 2. */
  GSX("Server/GSX", EsxScheme.GSX, "2.0", List.of("gsx")),
  /** ESX and ESXi. */
  ESX("ESX(i)", EsxScheme.ESX, "3.5", List.of("esx", "embeddedEsx")),
  /** A vCenter. */
  VPX("vCenter/VPX", EsxScheme.VPX, "2.5", List.of("vpx"));

  private static final String MINIMUM_API = "2.5";

  private final String text;
  private final EsxScheme scheme;
  private final String minimumVersion;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<String> productLines;

  ServerProduct(String text, EsxScheme scheme, String minimumVersion, List<String> productLines) {
    this.text = text;
    this.scheme = scheme;
    this.minimumVersion = minimumVersion;
    this.productLines = List.copyOf(productLines);
  }

  /**
   * The product that a server says it is.
   *
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when the driver does not know it, or
   *     when it is too old
   */
  public static ServerProduct of(AboutInfo about) {
    if (!about.apiType().equals("HostAgent") && !about.apiType().equals("VirtualCenter")) {
      throw error(
          "Expecting VI API type 'HostAgent' or 'VirtualCenter' but found '"
              + about.apiType()
              + "'");
    }
    requireMinimum("VI API", MINIMUM_API, about.apiVersion());
    for (ServerProduct product : values()) {
      if (product.productLines.contains(about.productLineId())) {
        requireMinimum(product.text, product.minimumVersion, about.version());
        return product;
      }
    }
    throw error(
        "Expecting product 'gsx' or 'esx' or 'embeddedEsx' or 'vpx' but found '"
            + about.productLineId()
            + "'");
  }

  /** The URI scheme of its hosts. */
  public EsxScheme scheme() {
    return scheme;
  }

  private static void requireMinimum(String what, String minimum, String found) {
    if (!ApiVersion.of(found).isAtLeast(ApiVersion.of(minimum))) {
      throw error(
          "Minimum supported "
              + what
              + " version is "
              + minimum
              + " but found version '"
              + found
              + "'");
    }
  }

  /**
   * Fails unless a URI's scheme is the one of this product.
   *
   * @param role how the connection comes to the host
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when it is not
   */
  public void requireScheme(EsxScheme wanted, String host, ServerRole role) {
    if (wanted == scheme) {
      return;
    }
    for (ServerProduct expected : values()) {
      if (expected.scheme == wanted) {
        throw EsxError.builder(
                ErrorCode.INTERNAL_ERROR,
                "Expecting '"
                    + host
                    + "' to be a "
                    + expected.text
                    + " host but found a "
                    + text
                    + " host")
            .hint(role.advice(this))
            .build();
      }
    }
  }

  private static LibvirtException error(String detail) {
    return EsxError.of(ErrorCode.INTERNAL_ERROR, detail);
  }
}
