package dev.vireo.cli.help;

import dev.vireo.ConnectOptions;
import dev.vireo.LibvirtException;
import dev.vireo.uri.LibvirtConf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What completion proposes where a URI is expected. */
public final class KnownUris {
  private static final List<String> FORMS =
      List.of("test:///default", "esx://", "gsx://", "vpx://");

  private KnownUris() {}

  /**
   * The aliases of libvirt's configuration, and the URIs, and beginnings of URIs, that can be
   * named.
   *
   * @param environment where the user's own names for hosts are looked for
   */
  public static List<String> of(Map<String, String> environment) {
    List<String> uris = new ArrayList<>(aliases(environment));
    uris.addAll(FORMS);
    return uris;
  }

  /** None where the configuration cannot be read, since TAB is no place for errors. */
  private static List<String> aliases(Map<String, String> environment) {
    Path home = ConnectOptions.defaults().withEnvironment(environment).home();
    try {
      return List.copyOf(
          LibvirtConf.read(LibvirtConf.locate(environment, home)).aliases().keySet());
    } catch (LibvirtException e) {
      return List.of();
    }
  }
}
