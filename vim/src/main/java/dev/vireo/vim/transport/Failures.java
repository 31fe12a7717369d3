package dev.vireo.vim.transport;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
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
  private static final String NO_ADDRESS = "the host name has no address";

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
    String limit =
        switch (phase) {
          case CONNECTING -> "no connection within ";
          case HANDSHAKE -> "no TLS session within ";
          case SENDING -> "the server did not take the request within ";
          case WAITING -> "no answer within ";
          case READING -> "the answer did not end within ";
        };
    String reason = limit + text(request.timeout());
    return new TransportException(
        phase == HttpCall.Phase.CONNECTING ? Kind.CONNECT_FAILED : Kind.TIMED_OUT,
        what(request) + reason,
        reason,
        cause);
  }

  private String what(WireRequest request) {
    return request.operation() + " on " + server + " failed: ";
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
    return switch (failure) {
      case ClosedDuringCall e -> closed(request, e);
      case IOException e ->
          switch (phase) {
            case CONNECTING -> connecting(request, e);
            case HANDSHAKE -> handshake(request, e);
            case SENDING, WAITING, READING -> underWay(request, phase, e);
          };
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case null, default ->
          throw new IllegalStateException("an exchange ended without result and failure", failure);
    };
  }

  private VimException connecting(WireRequest request, IOException e) {
    if (isProxyFailure(e)) {
      String cause = e instanceof UnknownHostException ? NO_ADDRESS : reason(e);
      String reason = "through the proxy " + options.proxy() + ": " + cause;
      return new TransportException(
          Kind.PROXY_FAILED, "cannot reach " + server + " " + reason, reason, e);
    }
    return switch (e) {
      case UnknownHostException unknown -> cannotConnect(Kind.UNRESOLVED_HOST, NO_ADDRESS, unknown);
      case ConnectException refused when says(refused, "refused") ->
          cannotConnect(Kind.CONNECTION_REFUSED, "connection refused", refused);
      case SocketTimeoutException late -> {
        Duration limit = options.connectTimeout();
        Duration all = request.timeout();
        yield cannotConnect(
            Kind.CONNECT_FAILED,
            "no connection within " + text(limit.compareTo(all) < 0 ? limit : all),
            late);
      }
      default -> cannotConnect(Kind.CONNECT_FAILED, reason(e), e);
    };
  }

  /** Whether the way ended at the proxy. */
  private boolean isProxyFailure(IOException e) {
    ProxySpec proxy = options.proxy();
    if (proxy == null) {
      return false;
    }
    // of two names that may have no address, only the message tells which it was
    return !(e instanceof UnknownHostException) || says(e, proxy.host());
  }

  private VimException handshake(WireRequest request, IOException e) {
    CertificateRejectedException rejected = find(e, CertificateRejectedException.class);
    if (rejected != null) {
      return new TransportException(
          rejected.kind(),
          "the certificate of "
              + server
              + " is not trusted: "
              + rejected.getMessage()
              + " (its SHA-256 fingerprint is "
              + rejected.fingerprint()
              + ")",
          "its certificate is not trusted: " + rejected.getMessage(),
          rejected.fingerprint(),
          rejected.certificate(),
          e);
    }
    if (find(e, SocketTimeoutException.class) != null) {
      return timedOut(request, HttpCall.Phase.HANDSHAKE, e);
    }
    boolean plain = says(e, "Unsupported or unrecognized SSL message");
    CaFileException unusable = find(e, CaFileException.class);
    String why =
        unusable != null
            ? reason(unusable)
            : "no TLS session: " + (plain ? "the port does not speak TLS" : reason(e));
    return cannotConnect(Kind.TLS_FAILED, why, e);
  }

  private TransportException cannotConnect(Kind kind, String why, IOException cause) {
    return new TransportException(kind, "cannot connect to " + server + ": " + why, why, cause);
  }

  private VimException underWay(WireRequest request, HttpCall.Phase phase, IOException e) {
    return switch (e) {
      case SocketTimeoutException timeout -> timedOut(request, phase, timeout);
      case TooLargeException large -> failed(Kind.TOO_LARGE, request, reason(large), large);
      case ProxyLoginException login ->
          failed(
              Kind.PROXY_FAILED,
              request,
              "the proxy " + options.proxy() + " demands a login",
              login);
      case NotHttpException other -> notHttp(other);
      case java.net.ProtocolException other -> notHttp(other);
      case SSLException alert when says(alert, "fatal alert") ->
          cannotConnect(Kind.TLS_FAILED, "no TLS session: " + reason(alert), alert);
      case EOFException end -> failed(Kind.CUT_OFF, request, reason(end), end);
      default ->
          says(e, "Invalid Http response")
              ? notHttp(e)
              : failed(Kind.CUT_OFF, request, "the connection broke: " + reason(e), e);
    };
  }

  private TransportException failed(Kind kind, WireRequest request, String why, IOException cause) {
    return new TransportException(kind, what(request) + why, why, cause);
  }

  private ProtocolException notHttp(IOException e) {
    return new ProtocolException(
        ProtocolException.Kind.NOT_VSPHERE, server + " does not answer in HTTP", e);
  }

  private TransportException closed(WireRequest request, IOException e) {
    return failed(Kind.CLOSED, request, "the connection was closed meanwhile", e);
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
