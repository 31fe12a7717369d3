package dev.vireo.vim.transport;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that is told of once it has ended: when its answer has been read or closed, or there
 * is none. Its bytes are counted and not looked at.
 */
final class WatchedTransfer {

  private static final int FIRST_ERROR = 400;
  private static final String SOURCE_FAILED = "SOURCE_FAILED";

  private final TransferRequest request;
  private final BiConsumer<Exchange, TransferRequest> report;
  private final long start = System.nanoTime();
  private long bytesOut;
  private long bytesIn;

  private WatchedTransfer(TransferRequest request, BiConsumer<Exchange, TransferRequest> report) {
    this.request = request;
    this.report = report;
  }

  /**
   * Opens a transfer.
   *
   * @param report is told of it once
   */
  static TransferAnswer open(
      Transfers transfers, TransferRequest request, BiConsumer<Exchange, TransferRequest> report)
      throws IOException {
    return new WatchedTransfer(request, report).open(transfers);
  }

  private TransferAnswer open(Transfers transfers) throws IOException {
    try {
      TransferAnswer answer =
          transfers.open(
              request.with(new MeteredBody(request.body(), count -> bytesOut = count)));
      return answer.through(
          new MeteredInput(
              answer.body(),
              count -> bytesIn = count,
              failure -> end(answer.status(), failure == null ? refusal(answer) : name(failure))));
    } catch (VimException e) {
      end(0, name(e));
      throw e;
    } catch (IOException e) {
      end(0, SOURCE_FAILED);
      throw e;
    }
  }

  private static @Nullable String refusal(TransferAnswer answer) {
    return answer.status() < FIRST_ERROR ? null : "HTTP " + answer.status();
  }

  private static String name(VimException failure) {
    return switch (failure) {
      case TransportException e -> e.kind().name();
      case ProtocolException e -> e.kind().name();
      default -> failure.getClass().getSimpleName();
    };
  }

  private void end(int status, @Nullable String failure) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    report.accept(
        new Exchange(request.operation(), bytesOut, bytesIn, duration, status, failure), request);
  }
}
