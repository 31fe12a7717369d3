package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.uri.Scheme;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.types.AboutInfo;
import java.util.List;

/** The kinds of servers that speak the VI API, and the oldest versions that the driver takes. */
enum Product {
  /** GSX, also called VMware Server 2. */
  GSX("Server/GSX", Scheme.GSX, "2.0", List.of("gsx")),
  /** ESX and ESXi. */
  ESX("ESX(i)", Scheme.ESX, "3.5", List.of("esx", "embeddedEsx")),
  /** A vCenter. */
  VPX("vCenter/VPX", Scheme.VPX, "2.5", List.of("vpx"));

  private static final String MINIMUM_API = "2.5";

  private final String text;
  private final Scheme scheme;
  private final String minimumVersion;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<String> productLines;

  Product(String text, Scheme scheme, String minimumVersion, List<String> productLines) {
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
  static Product of(AboutInfo about) {
    if (!about.apiType().equals("HostAgent") && !about.apiType().equals("VirtualCenter")) {
      throw error(
          "Expecting VI API type 'HostAgent' or 'VirtualCenter' but found '"
              + about.apiType()
              + "'");
    }
    requireMinimum("VI API", MINIMUM_API, about.apiVersion());
    for (Product product : values()) {
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
  Scheme scheme() {
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
  void requireScheme(Scheme wanted, String host, ServerRole role) {
    if (wanted == scheme) {
      return;
    }
    for (Product expected : values()) {
      if (expected.scheme == wanted) {
        throw LibvirtException.builder(
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
    return LibvirtException.of(ErrorCode.INTERNAL_ERROR, detail);
  }
}
