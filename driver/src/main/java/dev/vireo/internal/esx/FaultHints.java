package dev.vireo.internal.esx;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import java.util.List;

/** What a user may do when a request does not get through, or gets an answer of something else. */
final class FaultHints {

  private static final String IS_IT = "is it the address of an ESX host or a vCenter?";
  private static final String NO_VERIFY =
      "to trust any certificate, without protection, use the URI parameter no_verify=1";

  private FaultHints() {}

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
}
