package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import javax.net.ServerSocketFactory;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** Server sockets that speak one old version of TLS with one cipher, as old hosts do. */
final class LegacyServerSockets extends ServerSocketFactory {

  private final TestCertificate certificate;
  private final ProtocolVersion version;
  private final int cipherSuite;

  LegacyServerSockets(TestCertificate certificate, ProtocolVersion version, int cipherSuite) {
    this.certificate = certificate;
    this.version = version;
    this.cipherSuite = cipherSuite;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return new ServerSocket(port, backlog, address) {
      @Override
      public Socket accept() throws IOException {
        Socket socket = new Accepted();
        implAccept(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    throw new IOException("a test listens on the loopback interface only");
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new IOException("a test listens on the loopback interface only");
  }

  /** Shakes hands when its streams are wanted. */
  private final class Accepted extends Socket {
    private @Nullable TlsServerProtocol protocol;

    private synchronized TlsServerProtocol protocol() throws IOException {
      if (protocol == null) {
        TlsServerProtocol fresh =
            new TlsServerProtocol(super.getInputStream(), super.getOutputStream());
        fresh.accept(new Server());
        protocol = fresh;
      }
      return protocol;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return protocol().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return protocol().getOutputStream();
    }
  }

  private final class Server extends DefaultTlsServer {
    private final BcTlsCrypto bc;

    Server() {
      super(new BcTlsCrypto(new SecureRandom()));
      bc = (BcTlsCrypto) getCrypto();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return version.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {cipherSuite};
    }

    private Certificate chain() throws IOException {
      try {
        TlsCertificate[] chain = new TlsCertificate[certificate.chain().size()];
        for (int i = 0; i < chain.length; i++) {
          chain[i] = bc.createCertificate(certificate.chain().get(i).getEncoded());
        }
        return new Certificate(chain);
      } catch (java.security.cert.CertificateEncodingException e) {
        throw new IOException(e);
      }
    }

    private AsymmetricKeyParameter key() throws IOException {
      return PrivateKeyFactory.createKey(certificate.keys().getPrivate().getEncoded());
    }

    @Override
    protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
      return new BcDefaultTlsCredentialedDecryptor(bc, chain(), key());
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
      SignatureAndHashAlgorithm algorithm =
          TlsUtils.isTLSv12(context)
              ? SignatureAndHashAlgorithm.getInstance((short) 4, (short) 1)
              : null;
      return new BcDefaultTlsCredentialedSigner(
          new TlsCryptoParameters(context), bc, key(), chain(), algorithm);
    }
  }
}
