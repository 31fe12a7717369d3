package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;

/** Requests, servers and transports as most tests need them. */
final class TestRequests {

  static final Duration LONG = Duration.ofSeconds(60);

  /** Made once: each test that does not care for the certificate shows this one. */
  static final TestCertificate CERTIFICATE = certificate();

  private TestRequests() {}

  private static TestCertificate certificate() {
    try {
      return TestCertificate.forLoopback();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static WireRequest post(String body) {
    return post(body, LONG);
  }

  static WireRequest post(String body, Duration timeout) {
    return new WireRequest(
        Verb.POST,
        "/sdk",
        Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "urn:vim25/8.0.1.0"),
        body.getBytes(StandardCharsets.UTF_8),
        "RetrieveServiceContent",
        false,
        timeout);
  }

  static WireRequest get(String path) {
    return new WireRequest(Verb.GET, path, Map.of(), new byte[0], "GET " + path, true, LONG);
  }

  static WireRequest put(String path, byte[] body) {
    return new WireRequest(Verb.PUT, path, Map.of(), body, "PUT " + path, false, LONG);
  }

  static String text(WireResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** A server that speaks HTTP over TLS or without. */
  static ScriptedServer serve(Scheme scheme, ScriptedServer.Script script) throws Exception {
    return scheme == Scheme.HTTP
        ? ScriptedServer.start(script)
        : ScriptedServer.start(CERTIFICATE.serverContext().getServerSocketFactory(), script);
  }

  /** Options for a server of {@link #serve}. */
  static HttpOptions to(Scheme scheme, ScriptedServer server) {
    HttpOptions options =
        scheme == Scheme.HTTP
            ? HttpOptions.http("127.0.0.1", server.port())
            : HttpOptions.https("127.0.0.1", server.port());
    return options.withTls(TlsPolicy.noVerify());
  }

  static HttpTransport connect(Scheme scheme, ScriptedServer server) {
    return new HttpTransport(to(scheme, server));
  }

  /** Sends a request that is to fail on its way. */
  static TransportException failure(VimTransport transport, WireRequest request) {
    return catchThrowableOfType(TransportException.class, () -> transport.send(request));
  }
}
