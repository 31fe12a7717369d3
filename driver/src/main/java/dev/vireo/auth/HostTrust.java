package dev.vireo.auth;

import java.util.List;

/**
 * Decides about server certificates that no authority vouches for, as most ESX hosts have them. It
 * is asked only where the connection URI says nothing about certificates: none of {@code cacert},
 * {@code fingerprint} and {@code no_verify}.
 *
 * <p>Implementations may ask a user: no connection is open meanwhile, and nobody has given a
 * password yet. They are called on the thread that opens the connection.
 */
public interface HostTrust {

  /**
   * The certificates that a server is known by. One of them is trusted whatever its name, dates and
   * issuer are. When there are some, and the server shows another that no authority vouches for,
   * the connection is refused and {@link #accepts} is not asked: somebody may be listening in.
   *
   * @param host name or address of the server, as the URI has it, without brackets
   * @param port its TCP port
   * @return the certificates; empty when the server is not known
   */
  List<KnownCertificate> known(String host, int port);

  /**
   * Whether to go on with a server that is not known. Then exactly this certificate is trusted, for
   * this connection.
   */
  boolean accepts(UntrustedCertificate certificate);
}
