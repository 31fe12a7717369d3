package dev.vireo.vim.transport;

import dev.vireo.vim.VimException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;

/**
 * Logs each exchange of another transport: one line at {@code DEBUG}, and the bodies at {@code
 * TRACE} after {@link Redaction} has taken the secrets out. Headers and queries are never logged.
 */
public final class LoggingTransport implements VimTransport {

  private final VimTransport transport;
  private final Logger logger;
  private final Predicate<String> secretOptions;

  /**
   * Logs to the logger that is called after this package.
   *
   * @param transport the transport that does the work; closed together with this one
   * @param secretOptions see the other constructor
   */
  public LoggingTransport(VimTransport transport, Predicate<String> secretOptions) {
    this(transport, System.getLogger(LoggingTransport.class.getPackageName()), secretOptions);
  }

  /**
   * @param transport the transport that does the work; closed together with this one
   * @param logger where to log
   * @param secretOptions which options, by their keys, have values that are not logged; those whose
   *     keys speak of passwords, tickets and the like are left out anyway
   */
  public LoggingTransport(VimTransport transport, Logger logger, Predicate<String> secretOptions) {
    this.transport = transport;
    this.logger = logger;
    this.secretOptions = secretOptions;
  }

  @Override
  public WireResponse send(WireRequest request) {
    if (!logger.isLoggable(Level.DEBUG)) {
      return transport.send(request);
    }
    logger.log(
        Level.TRACE, () -> request.operation() + " sends: " + shown(request, request.body()));
    long start = System.nanoTime();
    try {
      WireResponse response = transport.send(request);
      logger.log(Level.DEBUG, () -> line(request, start) + " -> " + outcome(response));
      logger.log(
          Level.TRACE, () -> request.operation() + " receives: " + shown(request, response.body()));
      return response;
    } catch (VimException e) {
      logger.log(Level.DEBUG, () -> line(request, start) + " -> " + e.getMessage());
      throw e;
    }
  }

  private String shown(WireRequest request, byte[] body) {
    return Redaction.of(request.operation(), body, secretOptions);
  }

  private static String line(WireRequest request, long start) {
    int query = request.path().indexOf('?');
    String path = query < 0 ? request.path() : request.path().substring(0, query);
    long micros = (System.nanoTime() - start) / 1000;
    return request.operation()
        + " ("
        + request.verb()
        + " "
        + path
        + ", "
        + request.body().length
        + " bytes, "
        + micros
        + " us)";
  }

  private static String outcome(WireResponse response) {
    return response.status() + ", " + response.body().length + " bytes";
  }

  @Override
  public void close() {
    transport.close();
  }
}
