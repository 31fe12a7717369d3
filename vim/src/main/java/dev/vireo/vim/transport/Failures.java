package dev.vireo.vim.transport;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import dev.vireo.vim.internal.http.NotHttpException;
import dev.vireo.vim.internal.http.ProxyFailedException;
import dev.vireo.vim.internal.http.ProxyLoginException;
import dev.vireo.vim.internal.http.TooLargeException;
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
 * Turns what the exchange throws into {@link TransportException}s that say what failed on which
 * host, and why.
 */
final class Failures {
  static final String NO_ADDRESS = "the host name has no address";

  private final HttpOptions options;
  private final String server;

  Failures(HttpOptions options) {
    this.options = options;
    this.server = options.authority();
  }

  /** The calling thread was interrupted. */
  TransportException interrupted(HttpCall call, @Nullable Throwable cause) {
    return new TransportException(
        Kind.INTERRUPTED, call.operation() + " on " + server + " was interrupted", cause);
  }

  /** The request's time has run out, after its connection stood. */
  private TransportException timedOut(HttpCall call, @Nullable Throwable cause) {
    String limit =
        switch (call.phase()) {
          case CONNECTING -> "no connection within ";
          case HANDSHAKE -> "no TLS session within ";
          case SENDING ->
              call.isTransfer()
                  ? "the server has taken nothing for "
                  : "the server did not take the request within ";
          case WAITING -> "no answer within ";
          case READING ->
              call.isTransfer()
                  ? "the server has sent nothing for "
                  : "the answer did not end within ";
        };
    return failed(Kind.TIMED_OUT, call, limit + text(call.timeout()), cause);
  }

  private String what(HttpCall call) {
    return call.operation() + " on " + server + " failed: ";
  }

  private static String text(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? (long) seconds + " s" : seconds + " s";
  }

  /**
   * What to throw for a failure of the exchange.
   *
   * @param call what was under way, and how far it had come
   * @param failure what the exchange threw; errors that are none of the answer's are thrown on
   */
  VimException translate(HttpCall call, Throwable failure) {
    if (failure instanceof Error e && !isOfTheAnswer(call.phase(), e)) {
      throw e;
    }
    if (call.ended() == HttpCall.End.CLOSED) {
      return failed(Kind.CLOSED, call, "the connection was closed meanwhile", failure);
    }
    if (Thread.currentThread().isInterrupted()) {
      return interrupted(call, failure);
    }
    if (call.ended() == HttpCall.End.EXPIRED) {
      return call.phase() == HttpCall.Phase.CONNECTING
          ? connecting(call, failure)
          : timedOut(call, failure);
    }
    if (!(failure instanceof IOException e)) {
      return unexpected(call, failure);
    }
    return switch (call.phase()) {
      case CONNECTING -> connecting(call, e);
      case HANDSHAKE -> handshake(e);
      case SENDING, WAITING, READING -> underWay(call, e);
    };
  }

  /** Whether an answer may be the reason for an error: too large for the memory, or nested. */
  private static boolean isOfTheAnswer(HttpCall.Phase phase, Error e) {
    return switch (phase) {
      case CONNECTING, SENDING -> false;
      case HANDSHAKE, WAITING, READING ->
          e instanceof OutOfMemoryError || e instanceof StackOverflowError;
    };
  }

  /** For what no answer should lead to, and no request either. */
  private VimException unexpected(HttpCall call, Throwable failure) {
    return switch (call.phase()) {
      case CONNECTING ->
          failed(
              Kind.CONNECT_FAILED, call, "it cannot be sent: " + failure.getMessage(), failure);
      case HANDSHAKE ->
          cannotConnect(Kind.TLS_FAILED, "no TLS session: " + reason(failure), failure);
      case SENDING, WAITING, READING ->
          failure instanceof OutOfMemoryError
              ? failed(
                  Kind.TOO_LARGE, call, "the answer does not fit into Java's memory", failure)
              : failed(
                  Kind.CUT_OFF, call, "the answer cannot be read: " + reason(failure), failure);
    };
  }

  private VimException connecting(HttpCall call, Throwable failure) {
    return switch (failure) {
      case ProxyFailedException proxy -> {
        String cause =
            isLate(call, proxy) || (proxy.getCause() != null && isLate(call, proxy.getCause()))
                ? noConnectionWithin(call)
                : reason(proxy);
        String reason = "through the proxy " + options.proxy() + ": " + cause;
        yield new TransportException(
            Kind.PROXY_FAILED, "cannot reach " + server + " " + reason, reason, proxy);
      }
      case UnreachableException many -> {
        String tried = " (" + many.addresses() + " addresses tried)";
        yield unreachable(call, many.getCause() == null ? many : many.getCause(), tried);
      }
      default -> unreachable(call, failure, "");
    };
  }

  private VimException unreachable(HttpCall call, Throwable e, String tried) {
    if (isLate(call, e)) {
      return cannotConnect(Kind.CONNECT_FAILED, noConnectionWithin(call) + tried, e);
    }
    return switch (e) {
      case UnknownHostException unknown -> cannotConnect(Kind.UNRESOLVED_HOST, NO_ADDRESS, unknown);
      case ConnectException refused when says(refused, "refused") ->
          cannotConnect(Kind.CONNECTION_REFUSED, "connection refused" + tried, refused);
      default -> cannotConnect(Kind.CONNECT_FAILED, reason(e) + tried, e);
    };
  }

  private static boolean isLate(HttpCall call, Throwable e) {
    return e instanceof SocketTimeoutException || call.ended() == HttpCall.End.EXPIRED;
  }

  private static String noConnectionWithin(HttpCall call) {
    return "no connection within " + text(call.connectLimit());
  }

  private VimException handshake(IOException e) {
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
    boolean plain = says(e, "Unsupported or unrecognized SSL message");
    IOException unusable = find(e, CaFileException.class);
    if (unusable == null) {
      unusable = find(e, LegacyTlsMissingException.class);
    }
    String why =
        unusable != null
            ? reason(unusable)
            : "no TLS session: " + (plain ? "the port does not speak TLS" : reason(e));
    return cannotConnect(Kind.TLS_FAILED, why, e);
  }

  private TransportException cannotConnect(Kind kind, String why, Throwable cause) {
    return new TransportException(kind, "cannot connect to " + server + ": " + why, why, cause);
  }

  private VimException underWay(HttpCall call, IOException e) {
    return switch (e) {
      case TooLargeException large -> failed(Kind.TOO_LARGE, call, reason(large), large);
      case ProxyLoginException login ->
          failed(
              Kind.PROXY_FAILED,
              call,
              "the proxy " + options.proxy() + " demands a login",
              login);
      case NotHttpException other -> notHttp(other);
      case SSLException alert when says(alert, "fatal alert") ->
          cannotConnect(Kind.TLS_FAILED, "no TLS session: " + reason(alert), alert);
      case EOFException end -> failed(Kind.CUT_OFF, call, reason(end), end);
      default -> failed(Kind.CUT_OFF, call, "the connection broke: " + reason(e), e);
    };
  }

  private TransportException failed(
      Kind kind, HttpCall call, String why, @Nullable Throwable cause) {
    return new TransportException(kind, what(call) + why, why, cause);
  }

  private ProtocolException notHttp(IOException e) {
    return new ProtocolException(
        ProtocolException.Kind.NOT_VSPHERE, server + " does not answer in HTTP", e);
  }

  static String reason(Throwable e) {
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
