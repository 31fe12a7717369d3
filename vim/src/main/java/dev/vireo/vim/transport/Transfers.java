package dev.vireo.vim.transport;

import dev.vireo.vim.VimException;
import java.io.IOException;

/**
 * Moves what may be larger than the memory: files of datastores, disks, images. It stands beside
 * the calls of {@link VimTransport}, and shares cookies and connections with them. Nothing of a
 * body is collected here, and no body is ever logged.
 *
 * <p>Thread-safe: transfers of several threads run in parallel, each in the thread of its caller. A
 * transfer may take any time, as long as something moves: its time-out is for standing still. An
 * interrupt, {@link TransferAnswer#close} and the end of the transport end it.
 *
 * <p>What breaks on the way is a {@link VimException}, also where a stream of this interface throws
 * it; an {@link IOException} comes from the caller's own streams alone.
 */
@FunctionalInterface
public interface Transfers {

  /**
   * Sends a request with its body, and returns when the head of the answer is there. The body of
   * the answer comes as it is read.
   *
   * @return the answer, whatever its status; to be closed, for it holds a connection
   * @throws VimException when there is no answer
   * @throws IOException when the body that was to be sent could not be read where it comes from, or
   *     was not as long as it said. The server may have kept a part of it
   */
  TransferAnswer open(TransferRequest request) throws IOException;
}
