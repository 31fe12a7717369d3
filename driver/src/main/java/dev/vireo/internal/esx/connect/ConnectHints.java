package dev.vireo.internal.esx.connect;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user may change in the URI when the way to a server fails. */
final class ConnectHints {

  private static final int BAD_REQUEST = 400;
  private static final List<String> NOT_TLS =
      List.of(
          "no TLS session: the port does not speak TLS",
          "no TLS session: remote host terminated the handshake",
          "no TLS session within ");

  /** How the JVM tells of a server that has no version or cipher that it takes. */
  private static final List<String> OLD_TLS =
      List.of(
          "protocol version",
          "protocol_version",
          "handshake_failure",
          "insufficient_security",
          "terminated the handshake",
          "algorithm constraints",
          "no appropriate protocol");

  private ConnectHints() {}

  /**
   * For a server that seems to be encrypted where the URI says that it is not, or the reverse, or
   * that seems to speak an old version of TLS.
   */
  static List<String> ofTransport(@Nullable Throwable cause, EsxUri uri) {
    return switch (uri.transport()) {
      case HTTP ->
          cause instanceof VimException e && seemsToWantTls(e)
              ? List.of("if the port speaks HTTPS, leave transport=http out of the URI")
              : List.of();
      case HTTPS -> cause instanceof TransportException e ? ofTls(e, uri) : List.of();
    };
  }

  private static List<String> ofTls(TransportException e, EsxUri uri) {
    List<String> hints = new ArrayList<>();
    if (speaksNoTls(e)) {
      hints.add(
          "if the port speaks HTTP, use the URI parameter transport=http, which sends the password"
              + " in the clear");
    }
    if (e.kind() == TransportException.Kind.TLS_FAILED
        && !uri.legacyTls()
        && OLD_TLS.stream().anyMatch(e.reason().toLowerCase(Locale.ROOT)::contains)) {
      hints.add(
          "if the host is an ESX 5.x or older or a GSX, use the URI parameter tls=legacy, which lets"
              + " old versions of TLS in");
    }
    return hints;
  }

  /** TLS servers answer a plain request with an alert, with status 400, or not at all. */
  private static boolean seemsToWantTls(VimException e) {
    if (e instanceof ProtocolException answer) {
      String location = answer.location();
      return answer.getCause() instanceof IOException
          || answer.status() == BAD_REQUEST
          || (location != null && location.regionMatches(true, 0, "https://", 0, 8));
    }
    return e instanceof TransportException trouble
        && trouble.kind() == TransportException.Kind.CUT_OFF;
  }

  /** Plain servers answer a TLS client with something else, hang up, or wait for a request. */
  private static boolean speaksNoTls(TransportException e) {
    return NOT_TLS.stream().anyMatch(e.reason()::startsWith);
  }
}
