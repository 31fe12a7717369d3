package dev.vireo.cli.help;

import java.util.List;
import java.util.Map;

/** What completion proposes where a URI is expected. */
public final class KnownUris {
  private static final List<String> FORMS =
      List.of("test:///default", "esx://", "gsx://", "vpx://");

  private KnownUris() {}

  /**
   * The URIs, and beginnings of URIs, that can be named.
   *
   * @param environment where the user's own names for hosts would be looked for
   */
  public static List<String> of(Map<String, String> environment) {
    return FORMS;
  }
}
