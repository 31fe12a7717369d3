package dev.vireo.internal.esx;

import dev.vireo.uri.Scheme;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.VimTransport;

/**
 * A server to log in to.
 *
 * @param scheme the URI scheme that its product must fit
 * @param role how the connection comes to it
 * @param host its name
 * @param server name and port for messages
 * @param transport the way to it; closed together with the client, or when there will be none
 * @param limits limits of the client
 */
record Login(
    Scheme scheme,
    ServerRole role,
    String host,
    String server,
    VimTransport transport,
    ClientOptions limits) {

  /**
   * Connects and logs in: three requests. When this fails, nobody is logged in and the transport is
   * closed.
   *
   * @param password the caller clears it
   */
  VimClient as(String user, char[] password) {
    VimClient client =
        attempt("Could not connect to '" + server + "'")
            .get(() -> VimClient.connect(transport, limits));
    try {
      Product.of(client.serviceContent().about()).requireScheme(scheme, server, role);
      attempt("Could not log in to '" + server + "' as '" + user + "'")
          .run(() -> client.login(user, password));
      return client;
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  private Attempt attempt(String complaint) {
    return Attempt.onHost(Attempt.CONNECT, complaint, host);
  }
}
