package dev.vireo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for {@code other.example.org}, made by the JDK's {@code keytool}.
 *
 * @param keys a store with the certificate and its key
 */
record OtherHostCertificate(KeyStore keys) {
  private static final String ALIAS = "server";
  private static final String STORE_PASSWORD = "changeit";

  /** Makes a new one. */
  static OtherHostCertificate create(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("other.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp384r1",
            "-dname",
            "CN=other.example.org",
            "-ext",
            "san=dns:other.example.org",
            "-storetype",
            "PKCS12",
            "-storepass",
            STORE_PASSWORD,
            "-keystore",
            store.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    return new OtherHostCertificate(keys);
  }

  private Certificate certificate() throws GeneralSecurityException {
    return Objects.requireNonNull(keys.getCertificate(ALIAS));
  }

  /** The certificate as a CA file holds it. */
  String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** SHA-256 of the certificate, as upper-case hex pairs joined by colons. */
  String fingerprint() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  /** Sockets of a server that shows this certificate. */
  ServerSocketFactory serverSockets() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }
}
