package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code SOAPAction} such as {@code "urn:vim25/8.0.3.0"} says of the client.
 *
 * @param text the URI without its quotes; possibly empty
 * @param release the release of the API that the client is served in; null when it names none
 * @param spoken false when the client named a release that the host does not speak, and is served
 *     in the host's newest one instead
 */
record VersionUri(String text, @Nullable ApiRelease release, boolean spoken) {

  private static final Set<String> CURRENT = Set.of("urn:vim25", "urn:internalvim25");

  /** The API before 2.5. {@code vimServiceVersions.xml} lists it still. */
  private static final String ANCIENT = "urn:vim2";

  private static final VersionUri NONE = new VersionUri("", null, true);

  /**
   * Reads the header of a request.
   *
   * @param action the header; null when there is none
   * @throws RaisedFault {@code InvalidRequest} for a namespace that the host does not have
   */
  static VersionUri of(@Nullable String action, Product product) {
    if (action == null || !product.versionsDocument()) {
      return NONE;
    }
    String uri = action.replace("\"", "").strip();
    int slash = uri.indexOf('/');
    String namespace = slash < 0 ? uri : uri.substring(0, slash);
    String label = slash < 0 ? "" : uri.substring(slash + 1);
    if (uri.isEmpty() || namespace.equals(ANCIENT)) {
      return new VersionUri(uri, null, true);
    }
    if (!CURRENT.contains(namespace)) {
      throw unsupported(uri);
    }
    if (label.isEmpty()) {
      return new VersionUri(uri, null, true);
    }
    ApiRelease version = ApiRelease.floor(label);
    boolean spoken = version != null && !product.api().isOlderThan(label);
    return new VersionUri(uri, spoken ? version : product.api(), spoken);
  }

  /**
   * Refuses a release that the host does not speak. Hosts do so for logins by token alone.
   *
   * @throws RaisedFault {@code InvalidRequest} when it does not
   */
  void requireSpoken() {
    if (!spoken) {
      throw unsupported(text);
    }
  }

  private static RaisedFault unsupported(String uri) {
    return Faults.invalidRequest("Unsupported version URI \"" + uri + "\"");
  }
}
