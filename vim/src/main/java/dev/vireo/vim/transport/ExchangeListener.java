package dev.vireo.vim.transport;

/**
 * Hears of each request once its answer has come, or has failed to; of a transfer once its answer has
 * been read to the end, or closed.
 */
@FunctionalInterface
public interface ExchangeListener {

  /**
   * Called by the thread that made the request, of which there may be several at a time; it must
   * return soon. An exception of this method is logged and changes nothing for the request.
   */
  void exchanged(Exchange exchange);
}
