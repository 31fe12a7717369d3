package dev.vireo.internal.esx.migration;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.uri.ConnectUri;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine is to go, as libvirt's driver writes it: {@code vpxmigr://VCENTER/POOL/HOST}.
 * Beyond libvirt it may name a datastore for the files: {@code ?datastore=NAME}.
 *
 * @param vCenter address of the vCenter
 * @param pool reference of the resource pool
 * @param host reference of the host
 * @param datastore name of the datastore; null for none
 */
record MigrationUri(String vCenter, String pool, String host, @Nullable String datastore) {

  private static final String SCHEME = "vpxmigr";
  private static final String DATASTORE = "datastore";

  /**
   * Reads one.
   *
   * @throws dev.vireo.LibvirtException {@link ErrorCode#INVALID_ARG} when it is none, {@link
   *     ErrorCode#INTERNAL_ERROR} when it is no URI at all
   */
  static MigrationUri parse(String text) {
    ConnectUri uri = ConnectUri.parse(text);
    if (!uri.scheme().equals(SCHEME)) {
      throw EsxError.of(ErrorCode.INVALID_ARG, "Only vpxmigr:// migration URIs are supported");
    }
    List<String> path = uri.path();
    String datastore = null;
    for (ConnectUri.Argument argument : uri.arguments()) {
      if (!argument.name().equals(DATASTORE) || argument.value().isEmpty()) {
        throw EsxError.builder(
                ErrorCode.INVALID_ARG,
                "Migration URI has unexpected query parameter '" + argument.name() + "'")
            .hint("what it may have is datastore=NAME")
            .build();
      }
      datastore = argument.value();
    }
    return new MigrationUri(
        uri.host(),
        path.isEmpty() ? "" : path.get(0),
        path.isEmpty() ? "" : String.join("/", path.subList(1, path.size())),
        datastore);
  }

  /**
   * Checks that it leads to a host of a vCenter.
   *
   * @param address address of the vCenter
   * @throws dev.vireo.LibvirtException {@link ErrorCode#INVALID_ARG} when it does not
   */
  void requireFrom(String address) {
    if (!vCenter.equalsIgnoreCase(address)) {
      throw EsxError.builder(
              ErrorCode.INVALID_ARG,
              "Migration source and destination have to refer to the same vCenter")
          .hint("the source is managed by '" + address + "', the destination by '" + vCenter + "'")
          .build();
    }
    if (pool.isEmpty() || host.isEmpty()) {
      throw EsxError.of(
          ErrorCode.INVALID_ARG, "Migration URI has to specify resource pool and host system");
    }
  }

  @Override
  public String toString() {
    String server = vCenter.indexOf(':') >= 0 ? "[" + vCenter + "]" : vCenter;
    String query = datastore == null ? "" : "?" + DATASTORE + "=" + escape(datastore);
    return SCHEME + "://" + server + "/" + pool + "/" + host + query;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
