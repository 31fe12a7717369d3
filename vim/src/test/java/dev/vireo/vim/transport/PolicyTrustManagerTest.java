package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TransportException.Kind;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What judges certificates, asked directly. */
class PolicyTrustManagerTest {

  private static TestCertificate certificate;
  private static X509Certificate[] chain;

  /** Authorities that say the same of every server. */
  private static final class Authorities extends X509ExtendedTrustManager {
    private final CertificateException rejection;

    Authorities(CertificateException rejection) {
      this.rejection = rejection;
    }

    private void reject() throws CertificateException {
      throw rejection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      reject();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      reject();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      reject();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @BeforeAll
  static void makeCertificate() throws Exception {
    TestCertificate authority = TestCertificate.named("Authority").authority().selfSigned();
    certificate = TestCertificate.named("esx.test").signedBy(authority);
    chain = certificate.chain().toArray(X509Certificate[]::new);
  }

  @Test
  void whoWouldSkipTheCheckOfTheNameIsRefused() throws Exception {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine();
    for (PolicyTrustManager manager :
        List.of(
            PolicyTrustManager.trustingAll(),
            PolicyTrustManager.pinned(new TlsPolicy.Pinned(certificate.fingerprint())))) {
      assertThatThrownBy(() -> manager.checkServerTrusted(chain, "EC"))
          .isInstanceOf(CertificateException.class);
      assertThatThrownBy(() -> manager.checkServerTrusted(chain, "EC", engine))
          .isInstanceOf(CertificateException.class);
    }
  }

  @Test
  void noClientIsTrusted() throws Exception {
    PolicyTrustManager manager = PolicyTrustManager.trustingAll();
    SSLEngine engine = SSLContext.getDefault().createSSLEngine();
    try (Socket socket = new Socket()) {
      assertThatThrownBy(() -> manager.checkClientTrusted(chain, "EC", socket))
          .hasMessageContaining("servers only");
    }
    assertThatThrownBy(() -> manager.checkClientTrusted(chain, "EC", engine))
        .hasMessageContaining("servers only");
    assertThatThrownBy(() -> manager.checkClientTrusted(chain, "EC"))
        .hasMessageContaining("servers only");
    assertThat(manager.getAcceptedIssuers()).isEmpty();
  }

  @Test
  void theAuthoritiesAreReadForUnknownCertificatesOnly() throws Exception {
    PolicyTrustManager manager =
        PolicyTrustManager.knowing(
            new TlsPolicy.Known(List.of(certificate.fingerprint())),
            () -> {
              throw new KeyStoreException("unreadable");
            });
    X509Certificate[] other = {TestCertificate.named("x").selfSigned().certificate()};
    try (Socket socket = new Socket()) {
      assertThatCode(() -> manager.checkServerTrusted(chain, "EC", socket))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> manager.checkServerTrusted(other, "EC", socket))
          .isInstanceOf(CertificateException.class)
          .hasCauseInstanceOf(GeneralSecurityException.class);
    }
  }

  private static void assertReason(Exception cause, String reason) throws Exception {
    PolicyTrustManager manager =
        PolicyTrustManager.explaining(
            new Authorities(new CertificateException("outermost", cause)));
    try (Socket socket = new Socket()) {
      CertificateRejectedException rejected =
          catchThrowableOfType(
              CertificateRejectedException.class,
              () -> manager.checkServerTrusted(chain, "EC", socket));
      assertThat(rejected).hasMessage(reason);
      assertThat(rejected.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
      assertThat(rejected.certificate()).isEqualTo(chain[0]);
    }
  }

  @Test
  void aReasonOfTheJvmIsGivenInItsInnermostWords() throws Exception {
    assertReason(new CertPathBuilderException("none"), "its authority is unknown: CN=Authority");
    assertReason(
        new CertPathBuilderException("none", new IllegalStateException("the key is too short")),
        "the key is too short");
    assertReason(new IllegalStateException("odd"), "odd");
    assertReason(new IllegalStateException(), "IllegalStateException");
  }
}
