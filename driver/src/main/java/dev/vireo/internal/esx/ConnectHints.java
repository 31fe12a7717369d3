package dev.vireo.internal.esx;

import dev.vireo.uri.ConnectUri;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user may do when the way to a server fails, or something else answers there. */
final class ConnectHints {

  private static final String IS_IT = "is it the address of an ESX host or a vCenter?";
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

  private static final String NO_VERIFY =
      "to trust any certificate, without protection, use the URI parameter no_verify=1";

  private ConnectHints() {}

  static List<String> of(TransportException e) {
    return switch (e.kind()) {
      case TLS_UNTRUSTED ->
          List.of(pin(e), "to trust its authority, use the URI parameter cacert=FILE", NO_VERIFY);
      case TLS_OTHER_HOST ->
          List.of("connect to a name that the certificate is for", pin(e), NO_VERIFY);
      case TLS_OTHER_CERTIFICATE ->
          List.of(
              "take the new fingerprint only when the host is known to have a new certificate, else"
                  + " somebody may be listening in");
      default -> List.of();
    };
  }

  private static String pin(TransportException e) {
    return "to trust this one certificate, use the URI parameter fingerprint=" + e.fingerprint();
  }

  /**
   * For an answer that nobody can read.
   *
   * @param connecting whether nothing has been heard of the server before
   */
  static List<String> of(ProtocolException e, boolean connecting) {
    if (e.kind() == ProtocolException.Kind.UNAVAILABLE) {
      return List.of("its services are not ready, try again later");
    }
    return connecting || e.kind() == ProtocolException.Kind.NOT_VSPHERE
        ? List.of(IS_IT)
        : List.of();
  }

  /**
   * For a server that seems to be encrypted where the URI says that it is not, or the reverse, or
   * that seems to speak an old version of TLS.
   */
  static List<String> ofTransport(@Nullable Throwable cause, ConnectUri uri) {
    return switch (uri.transport()) {
      case HTTP ->
          cause instanceof VimException e && seemsToWantTls(e)
              ? List.of("if the port speaks HTTPS, leave transport=http out of the URI")
              : List.of();
      case HTTPS -> cause instanceof TransportException e ? ofTls(e, uri) : List.of();
    };
  }

  private static List<String> ofTls(TransportException e, ConnectUri uri) {
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
