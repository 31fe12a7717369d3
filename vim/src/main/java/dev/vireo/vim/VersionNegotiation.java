package dev.vireo.vim;

import dev.vireo.vim.soap.ServiceVersions;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest version of the API that server and library both speak, from the document that
 * servers since API 4.0 offer.
 */
final class VersionNegotiation {

  private static final String DOCUMENT = "/sdk/vimServiceVersions.xml";
  private static final int OK = 200;

  private VersionNegotiation() {}

  /** The version to ask for; null for a server that offers no choice. */
  static @Nullable ApiVersion negotiate(VimTransport transport, Duration timeout) {
    WireResponse response = transport.send(WireRequest.get(DOCUMENT, timeout));
    if (response.status() != OK) {
      return null;
    }
    ApiVersion best = null;
    for (String text : ServiceVersions.read(response.body())) {
      ApiVersion version = ApiVersion.of(text);
      boolean usable = ApiVersion.NEWEST.isAtLeast(version);
      if (usable && (best == null || version.compareTo(best) > 0)) {
        best = version;
      }
    }
    return best;
  }
}
