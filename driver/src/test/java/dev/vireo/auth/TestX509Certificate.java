package dev.vireo.auth;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A certificate for tests that look at everything but that. */
final class TestX509Certificate {

  private static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBrzCCAVWgAwIBAgIUbLXrtQcbOsJRJ3u5kkukPMNggN8wCgYIKoZIzj0EAwIw
      LTEQMA4GA1UECgwHRXhhbXBsZTEZMBcGA1UEAwwQZXN4MS5leGFtcGxlLmNvbTAe
      Fw0yNjExMjcyMDE1NDVaFw00NjAxMjYyMDE1NDVaMC0xEDAOBgNVBAoMB0V4YW1w
      bGUxGTAXBgNVBAMMEGVzeDEuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjO
      PQMBBwNCAATjs2TsJ4veIknBli5k6/BmktIYdotBxaD4q+G2lbV5TdDxuljPXsxs
      adXJLMsREcm/b6NH3UuKmAJRcXzwiviDo1MwUTAdBgNVHQ4EFgQUx4fU1AzaXfTX
      DSd+RiOUc7/A26swHwYDVR0jBBgwFoAUx4fU1AzaXfTXDSd+RiOUc7/A26swDwYD
      VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBKkUya9lHfN0p2T7Ue9BAk
      2RD5O9SQmNE6Up71KWw4awIhAIJ77Vl8RHzcq5Hanl9LXpI7FwDbvIVApKxjWDPm
      07Yo
      -----END CERTIFICATE-----
      """;

  private TestX509Certificate() {}

  static X509Certificate any() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new AssertionError(e);
    }
  }
}
