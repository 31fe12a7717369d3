package dev.vireo.auth;

import java.util.Objects;

/**
 * A certificate that a server is known by.
 *
 * @param fingerprint SHA-256 of the certificate's DER form: upper-case hex pairs joined by colons
 * @param origin where that is written, for messages, such as {@code line 3 of /home/me/known_hosts}
 */
public record KnownCertificate(String fingerprint, String origin) {

  /** Checks that both are there. */
  public KnownCertificate {
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(origin);
  }
}
