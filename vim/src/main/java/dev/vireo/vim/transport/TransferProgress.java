package dev.vireo.vim.transport;

import java.io.InputStream;

/**
 * Hears of the bytes of a transfer as they move: after each piece, in the thread that moves them. It
 * must return soon. What it throws ends the transfer, and reaches who began it.
 */
@FunctionalInterface
public interface TransferProgress {

  /** Hears nothing. */
  TransferProgress NONE = (bytes, total) -> {};

  /**
   * Some bytes have moved.
   *
   * @param bytes how many have in all. It goes back when an upload is begun anew
   * @param total how many there are; -1 when nobody knows
   */
  void moved(long bytes, long total);

  /** A body whose bytes are told of. */
  default TransferBody on(TransferBody body) {
    return this == NONE ? body : new MeteredBody(body, sent -> moved(sent, body.length()));
  }

  /**
   * A stream whose bytes are told of.
   *
   * @param total how many it has; -1 when nobody knows
   */
  default InputStream on(InputStream stream, long total) {
    return this == NONE
        ? stream
        : new MeteredInput(stream, read -> moved(read, total), failure -> {});
  }
}
