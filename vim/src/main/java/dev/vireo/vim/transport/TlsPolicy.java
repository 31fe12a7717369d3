package dev.vireo.vim.transport;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Which server certificates are trusted. */
public sealed interface TlsPolicy {

  /** Trusts the authorities that the JVM trusts, and demands that the host name matches. */
  record SystemTrust() implements TlsPolicy {}

  /**
   * Trusts the authorities in a file instead of the JVM's, and demands that the host name matches.
   *
   * @param file one or more X.509 certificates in PEM form; read at the first connection
   */
  record CaFile(Path file) implements TlsPolicy {}

  /**
   * Trusts exactly one certificate, whatever its name, dates and issuer are.
   *
   * @param fingerprint SHA-256 of the certificate's DER form in hex digits, with or without colons,
   *     in any case; kept as upper-case pairs joined by colons
   */
  record Pinned(String fingerprint) implements TlsPolicy {

    /**
     * Brings the fingerprint into its one form.
     *
     * @throws IllegalArgumentException when it is no SHA-256 fingerprint
     */
    public Pinned {
      String digits = fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
      if (!digits.matches("[0-9A-F]+")) {
        throw new IllegalArgumentException(
            "the fingerprint '" + fingerprint + "' is not made of hex digits and colons");
      }
      if (digits.length() != 64) {
        throw new IllegalArgumentException(
            "the fingerprint has "
                + digits.length()
                + " hex digits"
                + (digits.length() == 40 ? ", as SHA-1 has" : "")
                + "; a SHA-256 fingerprint with 64 is needed");
      }
      fingerprint = Fingerprint.format(HexFormat.of().parseHex(digits));
    }
  }

  /**
   * Trusts the certificates that the server is known by, whatever their names, dates and issuers
   * are, and besides what {@link SystemTrust} trusts. Any other one is rejected with {@link
   * dev.vireo.vim.TransportException.Kind#TLS_OTHER_CERTIFICATE}.
   *
   * @param fingerprints at least one, in the form of {@link Pinned#fingerprint()}
   */
  record Known(List<String> fingerprints) implements TlsPolicy {

    /**
     * Brings the fingerprints into their one form.
     *
     * @throws IllegalArgumentException when there is none, or one is no SHA-256 fingerprint
     */
    public Known {
      if (fingerprints.isEmpty()) {
        throw new IllegalArgumentException("a known server has at least one fingerprint");
      }
      fingerprints = fingerprints.stream().map(each -> new Pinned(each).fingerprint()).toList();
    }
  }

  /** Trusts every certificate: the connection is encrypted, but anyone may be at its other end. */
  record NoVerify() implements TlsPolicy {}

  /** The policy {@link SystemTrust}. */
  static TlsPolicy systemTrust() {
    return new SystemTrust();
  }

  /** The policy {@link CaFile}. */
  static TlsPolicy caFile(Path file) {
    return new CaFile(file);
  }

  /**
   * The policy {@link Pinned}.
   *
   * @throws IllegalArgumentException when it is no SHA-256 fingerprint
   */
  static TlsPolicy pinned(String fingerprint) {
    return new Pinned(fingerprint);
  }

  /**
   * The policy {@link Known}.
   *
   * @throws IllegalArgumentException when there is none, or one is no SHA-256 fingerprint
   */
  static TlsPolicy known(List<String> fingerprints) {
    return new Known(fingerprints);
  }

  /** The policy {@link NoVerify}. */
  static TlsPolicy noVerify() {
    return new NoVerify();
  }
}
