package dev.vireo.vim.internal.legacy;

import java.security.Principal;
import java.security.cert.Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** What a trust manager wants to know of a handshake: who the other end is meant to be. */
final class LegacySession implements SSLSession {

  private final String host;
  private final int port;
  private volatile String protocol = "NONE";

  LegacySession(String host, int port) {
    this.host = host;
    this.port = port;
  }

  void setProtocol(String version) {
    protocol = version;
  }

  @Override
  public String getPeerHost() {
    return host;
  }

  @Override
  public int getPeerPort() {
    return port;
  }

  @Override
  public String getProtocol() {
    return protocol;
  }

  @Override
  public byte[] getId() {
    return new byte[0];
  }

  @Override
  public @Nullable SSLSessionContext getSessionContext() {
    return null;
  }

  @Override
  public long getCreationTime() {
    return 0;
  }

  @Override
  public long getLastAccessedTime() {
    return 0;
  }

  @Override
  public void invalidate() {
    // there is nothing to resume
  }

  @Override
  public boolean isValid() {
    return false;
  }

  @Override
  public void putValue(String name, Object value) {
    throw new UnsupportedOperationException("a session of old TLS holds no values");
  }

  @Override
  public @Nullable Object getValue(String name) {
    return null;
  }

  @Override
  public void removeValue(String name) {
    // there is none
  }

  @Override
  public String[] getValueNames() {
    return new String[0];
  }

  @Override
  public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
    throw new SSLPeerUnverifiedException("its certificate is with the trust manager");
  }

  @Override
  public Certificate @Nullable [] getLocalCertificates() {
    return null;
  }

  @Override
  public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
    throw new SSLPeerUnverifiedException("its certificate is with the trust manager");
  }

  @Override
  public @Nullable Principal getLocalPrincipal() {
    return null;
  }

  @Override
  public String getCipherSuite() {
    return "NONE";
  }

  @Override
  public int getPacketBufferSize() {
    return 0;
  }

  @Override
  public int getApplicationBufferSize() {
    return 0;
  }
}
