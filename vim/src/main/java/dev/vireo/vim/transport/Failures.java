package dev.vireo.vim.transport;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what {@link java.net.HttpURLConnection} throws into {@link TransportException}s that say
 * what failed on which host, and why.
 */
final class Failures {

  private final HttpOptions options;
  private final String server;

  Failures(HttpOptions options) {
    this.options = options;
    this.server = options.authority();
  }

  /** The calling thread was interrupted. */
  TransportException interrupted(WireRequest request, @Nullable InterruptedException cause) {
    return new TransportException(
        Kind.INTERRUPTED, request.operation() + " on " + server + " was interrupted", cause);
  }

  /** The request's time has run out. */
  TransportException timedOut(WireRequest request, HttpCall.Phase phase, Throwable cause) {
    String reason =
        switch (phase) {
          case CONNECTING -> "no connection within ";
          case SENDING -> "the server did not take the request within ";
          case WAITING -> "no answer within ";
          case READING -> "the answer did not end within ";
        };
    return new TransportException(
        phase == HttpCall.Phase.CONNECTING ? Kind.CONNECT_FAILED : Kind.TIMED_OUT,
        request.operation() + " on " + server + " failed: " + reason + text(request.timeout()),
        cause);
  }

  private static String text(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? (long) seconds + " s" : seconds + " s";
  }

  /**
   * What to throw for a failure of the exchange.
   *
   * @param request what was being sent
   * @param phase how far it had come
   * @param failure what the exchange threw
   */
  VimException translate(WireRequest request, HttpCall.Phase phase, @Nullable Throwable failure) {
    if (failure instanceof IOException e) {
      return phase == HttpCall.Phase.CONNECTING
          ? connecting(request, e)
          : underWay(request, phase, e);
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    throw new IllegalStateException("an exchange ended without result and failure", failure);
  }

  private VimException connecting(WireRequest request, IOException e) {
    CertificateRejectedException rejected = find(e, CertificateRejectedException.class);
    if (rejected != null) {
      return new TransportException(
          Kind.TLS_UNTRUSTED,
          "the certificate of "
              + server
              + " is not trusted: "
              + rejected.getMessage()
              + " (its SHA-256 fingerprint is "
              + rejected.fingerprint()
              + ")",
          rejected.fingerprint(),
          e);
    }
    if (e instanceof ClosedDuringCall) {
      return closed(request, e);
    }
    if (isProxyFailure(e)) {
      return new TransportException(
          Kind.PROXY_FAILED,
          "cannot reach " + server + " through the proxy " + options.proxy() + ": " + reason(e),
          e);
    }
    Kind kind = connectKind(e);
    String why =
        switch (kind) {
          case UNRESOLVED_HOST -> "the host name has no address";
          case CONNECTION_REFUSED -> "connection refused";
          case TLS_FAILED -> "no TLS session: " + tlsReason(e);
          default -> reason(e);
        };
    return new TransportException(kind, "cannot connect to " + server + ": " + why, e);
  }

  private static Kind connectKind(IOException e) {
    if (e instanceof UnknownHostException) {
      return Kind.UNRESOLVED_HOST;
    }
    if (e instanceof SSLException) {
      return Kind.TLS_FAILED;
    }
    if (e instanceof ConnectException && says(e, "refused")) {
      return Kind.CONNECTION_REFUSED;
    }
    return Kind.CONNECT_FAILED;
  }

  /** Whether the way ended at the proxy. Only messages tell this: the JDK has no type for it. */
  private boolean isProxyFailure(IOException e) {
    ProxySpec proxy = options.proxy();
    if (proxy == null || e instanceof SSLException) {
      return false;
    }
    if (e instanceof UnknownHostException) {
      return says(e, proxy.host());
    }
    return true;
  }

  private VimException underWay(WireRequest request, HttpCall.Phase phase, IOException e) {
    String what = request.operation() + " on " + server + " failed: ";
    return switch (e) {
      case ClosedDuringCall closed -> closed(request, closed);
      case SocketTimeoutException timeout -> timedOut(request, phase, timeout);
      case TooLargeException large ->
          new TransportException(Kind.TOO_LARGE, what + large.getMessage(), large);
      case HttpRetryException retry ->
          new TransportException(
              Kind.PROXY_FAILED,
              "the proxy " + options.proxy() + " demands a login, which is not supported",
              retry);
      case NotHttpException other -> notHttp(other);
      case java.net.ProtocolException other -> notHttp(other);
      case EOFException end -> new TransportException(Kind.CUT_OFF, what + reason(end), end);
      default ->
          says(e, "Invalid Http response")
              ? notHttp(e)
              : new TransportException(
                  Kind.CUT_OFF, what + "the connection broke: " + reason(e), e);
    };
  }

  private ProtocolException notHttp(IOException e) {
    return new ProtocolException(
        ProtocolException.Kind.NOT_VSPHERE, server + " does not answer in HTTP", e);
  }

  private TransportException closed(WireRequest request, IOException e) {
    return new TransportException(
        Kind.CLOSED,
        request.operation() + " on " + server + " failed: the connection was closed meanwhile",
        e);
  }

  private static String tlsReason(IOException e) {
    if (says(e, "Unsupported or unrecognized SSL message")) {
      return "the port does not speak TLS";
    }
    return reason(e);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    if (message == null || message.isEmpty()) {
      return e.getClass().getSimpleName();
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static boolean says(Throwable e, String text) {
    return e.getMessage() != null
        && e.getMessage().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static <T extends Throwable> @Nullable T find(Throwable from, Class<T> type) {
    for (Throwable t = from; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
