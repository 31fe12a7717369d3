package dev.vireo.vim.transport;

import dev.vireo.vim.VimException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Logs each exchange of another transport: one line at {@code DEBUG}, and the bodies at {@code
 * TRACE} after {@link Redaction} has taken the secrets out. Headers and queries are never logged,
 * and of a transfer nothing but its line, once it has ended.
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
    if (!isWanted()) {
      return transport.send(request);
    }
    log(Level.TRACE, () -> request.operation() + " sends: " + shown(request, request.body()));
    long start = System.nanoTime();
    try {
      WireResponse response = transport.send(request);
      log(Level.DEBUG, () -> line(request, start) + " -> " + outcome(response));
      log(Level.TRACE, () -> request.operation() + " receives: " + shown(request, response.body()));
      return response;
    } catch (VimException e) {
      log(Level.DEBUG, () -> line(request, start) + " -> " + e.getMessage());
      throw e;
    }
  }

  @Override
  public Transfers transfers() {
    Transfers transfers = transport.transfers();
    return request ->
        isWanted() ? WatchedTransfer.open(transfers, request, this::log) : transfers.open(request);
  }

  private void log(Exchange transfer, TransferRequest request) {
    log(
        Level.DEBUG,
        () ->
            line(
                    request.operation(),
                    request.verb(),
                    request.path(),
                    transfer.bytesOut(),
                    transfer.duration().toNanos())
                + " -> "
                + (transfer.status() == 0
                    ? String.valueOf(transfer.failure())
                    : transfer.status()
                        + ", "
                        + transfer.bytesIn()
                        + " bytes"
                        + (transfer.failure() == null ? "" : ", " + transfer.failure())));
  }

  private boolean isWanted() {
    try {
      return logger.isLoggable(Level.DEBUG);
    } catch (RuntimeException e) {
      return true; // whoever cannot say so is told of it below
    }
  }

  /**
   * Logs, or says why that failed. A call that the host has carried out must not fail because
   * somebody who only looks on does: not the logger, nor the redaction, nor for want of memory.
   */
  private void log(Level level, Supplier<String> line) {
    try {
      logger.log(level, line);
    } catch (RuntimeException | Error e) {
      try {
        logger.log(Level.WARNING, "an exchange with the host could not be logged: " + e.getClass());
      } catch (RuntimeException | Error again) {
        // a logger that does not work has nobody to tell it to
      }
    }
  }

  private String shown(WireRequest request, byte[] body) {
    return Redaction.of(request.operation(), body, secretOptions);
  }

  private static String line(WireRequest request, long start) {
    return line(
        request.operation(),
        request.verb(),
        request.path(),
        request.body().length,
        System.nanoTime() - start);
  }

  private static String line(
      String operation, WireRequest.Verb verb, String target, long bytes, long nanos) {
    return operation + " (" + verb.on(target) + ", " + bytes + " bytes, " + nanos / 1000 + " us)";
  }

  private static String outcome(WireResponse response) {
    return response.status() + ", " + response.body().length + " bytes";
  }

  @Override
  public void close() {
    transport.close();
  }
}
