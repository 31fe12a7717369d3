package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.internal.esx.ServerProduct;
import dev.vireo.internal.esx.ServerRole;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
record HostLogin(
    EsxScheme scheme,
    ServerRole role,
    String host,
    String server,
    VimTransport transport,
    ClientOptions limits) {

  /**
   * Finds out what is there: two requests. Nobody has to know a password for that. When this fails,
   * the transport is closed.
   *
   * @return a client that is not logged in yet
   */
  VimClient contact() {
    VimClient client =
        attempt("Could not connect to '" + server + "'")
            .get(() -> VimClient.connect(transport, limits));
    try {
      ServerProduct.of(client.serviceContent().about()).requireScheme(scheme, server, role);
      return client;
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  /**
   * Logs in: one request.
   *
   * @param client what {@link #contact} gave; closed when this fails
   * @param credentials asked only now; they may know a second password when the first is refused
   */
  void as(@Nullable String userOfUri, CredentialSource credentials, VimClient client) {
    try {
      String user = credentials.userName(userOfUri, host, scheme.defaultUser());
      int refusals = 0;
      while (!isAccepted(client, user, credentials, refusals)) {
        refusals++;
      }
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  /**
   * Logs in: one request.
   *
   * @param client what {@link #contact} gave; closed when this fails
   * @param password the caller clears it
   */
  void as(String user, char[] password, VimClient client) {
    try {
      attempt(complaint(user)).run(() -> client.login(user, password));
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  private boolean isAccepted(
      VimClient client, String user, CredentialSource credentials, int refusals) {
    requireSendable(user, "user name");
    char[] password = credentials.password(user, host);
    try {
      requireSendable(CharBuffer.wrap(password), "password");
      client.login(user, password);
      return true;
    } catch (VimException e) {
      boolean refused = e instanceof FaultException f && f.faultName().equals("InvalidLogin");
      if (refused && credentials.hasAnother(refusals + 1)) {
        return false;
      }
      throw attempt(complaint(user)).translate(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Shows nothing of the text: it may be a secret. */
  private void requireSendable(CharSequence text, String what) {
    if (!SoapCodec.carries(text)) {
      throw EsxError.builder(
              ErrorCode.AUTH_FAILED,
              "the "
                  + what
                  + " for '"
                  + server
                  + "' holds a character that cannot be sent to the host, such as a control"
                  + " character")
          .domain(ErrorDomain.AUTH)
          .operation(Attempt.CONNECT)
          .object(host)
          .hint("look for a key like Backspace or Escape where it was typed, pasted or written")
          .build();
    }
  }

  private String complaint(String user) {
    return "Could not log in to '" + server + "' as '" + user + "'";
  }

  private Attempt attempt(String complaint) {
    return Attempt.onHost(Attempt.CONNECT, complaint, host);
  }
}
