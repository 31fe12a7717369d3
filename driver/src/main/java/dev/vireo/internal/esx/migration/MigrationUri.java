package dev.vireo.internal.esx.migration;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.uri.ConnectUri;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine is to go, as libvirt's driver writes it: {@code vpxmigr://VCENTER/POOL/HOST}.
 * Beyond libvirt it may name a datastore for the files, {@code ?datastore=NAME}, and say which
 * vCenter it is for besides its address, {@code ?instance=UUID}: several may share one address.
 *
 * @param vCenter address of the vCenter
 * @param pool reference of the resource pool
 * @param host reference of the host
 * @param datastore name of the datastore; null for none
 * @param instance uuid of the vCenter; null for none
 */
record MigrationUri(
    String vCenter,
    String pool,
    String host,
    @Nullable String datastore,
    @Nullable String instance) {

  private static final String SCHEME = "vpxmigr";
  private static final String DATASTORE = "datastore";
  private static final String INSTANCE = "instance";

  /**
   * Reads one.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when it is none, {@link
   *     ErrorCode#INTERNAL_ERROR} when it is no URI at all
   */
  static MigrationUri parse(String text) {
    ConnectUri uri = ConnectUri.parse(text);
    if (!uri.scheme().equals(SCHEME)) {
      throw EsxError.of(ErrorCode.INVALID_ARG, "Only vpxmigr:// migration URIs are supported");
    }
    List<String> path = uri.path();
    Map<String, String> parameters = parameters(uri);
    return new MigrationUri(
        uri.host(),
        path.isEmpty() ? "" : path.get(0),
        path.isEmpty() ? "" : String.join("/", path.subList(1, path.size())),
        parameters.get(DATASTORE),
        parameters.get(INSTANCE));
  }

  private static Map<String, String> parameters(ConnectUri uri) {
    Map<String, String> parameters = new HashMap<>();
    for (ConnectUri.Argument argument : uri.arguments()) {
      if (!Set.of(DATASTORE, INSTANCE).contains(argument.name()) || argument.value().isEmpty()) {
        throw EsxError.builder(
                ErrorCode.INVALID_ARG,
                "Migration URI has unexpected query parameter '" + argument.name() + "'")
            .hint("what it may have is datastore=NAME")
            .build();
      }
      parameters.put(argument.name(), argument.value());
    }
    return parameters;
  }

  /**
   * Checks that it leads to a host of a vCenter.
   *
   * @param address address of the vCenter
   * @param uuid its uuid; null when it has none
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when it does not
   */
  void requireFrom(String address, @Nullable String uuid) {
    if (!vCenter.equalsIgnoreCase(address)) {
      throw other(
          "the source is managed by '" + address + "', the destination by '" + vCenter + "'");
    }
    if (instance != null && uuid != null && !instance.equalsIgnoreCase(uuid)) {
      throw other("two vCenters share the address '" + address + "'");
    }
    if (pool.isEmpty() || host.isEmpty()) {
      throw EsxError.of(
          ErrorCode.INVALID_ARG, "Migration URI has to specify resource pool and host system");
    }
  }

  private static LibvirtException other(String hint) {
    return EsxError.builder(
            ErrorCode.INVALID_ARG,
            "Migration source and destination have to refer to the same vCenter")
        .hint(hint)
        .build();
  }

  @Override
  public String toString() {
    String server = vCenter.indexOf(':') >= 0 ? "[" + vCenter + "]" : vCenter;
    List<String> query = new ArrayList<>();
    if (datastore != null) {
      query.add(DATASTORE + "=" + escape(datastore));
    }
    if (instance != null) {
      query.add(INSTANCE + "=" + escape(instance));
    }
    return SCHEME
        + "://"
        + server
        + "/"
        + pool
        + "/"
        + host
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
