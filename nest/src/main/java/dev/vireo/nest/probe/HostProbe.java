package dev.vireo.nest.probe;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.types.AboutInfo;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a host who it is: the certificate of its TLS handshake, {@code /sdk/vimServiceVersions.xml}
 * and {@code RetrieveServiceContent}, for which nobody logs in.
 */
public final class HostProbe {

  /** No certificate has it, so that the handshake fails and tells the certificate's own. */
  private static final TlsPolicy NOBODY = TlsPolicy.pinned("00".repeat(32));

  private static final Duration SHORTEST = Duration.ofMillis(100);

  private HostProbe() {}

  /**
   * Asks once.
   *
   * @param address the host
   * @param limit longest time for the handshake, and for each question after it what is left of it;
   *     positive
   * @return what it says; the certificate is the one that it said it with
   * @throws VimException if it does not answer, or not as a vSphere host
   */
  public static HostIdentity ask(HostAddress address, Duration limit) {
    HttpOptions options =
        HttpOptions.https(address.host(), address.port()).withConnectTimeout(limit);
    long start = System.nanoTime();
    String fingerprint = fingerprint(options, limit);
    Duration left = atLeast(limit.minusNanos(System.nanoTime() - start));
    HttpTransport transport = new HttpTransport(options.withTls(TlsPolicy.pinned(fingerprint)));
    try (VimClient client =
        VimClient.connect(transport, ClientOptions.DEFAULT.withCallTimeout(left))) {
      AboutInfo about = client.serviceContent().about();
      return new HostIdentity(
          address, about.name(), about.version(), about.build(), about.apiVersion(), fingerprint);
    }
  }

  private static Duration atLeast(Duration left) {
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  private static String fingerprint(HttpOptions options, Duration limit) {
    try (HttpTransport transport = new HttpTransport(options.withTls(NOBODY))) {
      transport.send(
          new WireRequest(
              WireRequest.Verb.GET, "/", Map.of(), new byte[0], "TLS handshake", true, limit));
      throw new IllegalStateException("a certificate was taken for one that does not exist");
    } catch (TransportException e) {
      String fingerprint = e.fingerprint();
      if (fingerprint == null) {
        throw e;
      }
      return fingerprint;
    }
  }
}
