package dev.vireo.vim.transport;

import java.io.IOException;

/** None of the addresses of a host could be connected to; the cause is what the last one gave. */
final class UnreachableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int addresses;

  /**
   * @param addresses how many were tried, more than one
   * @param last what the last one gave
   */
  UnreachableException(int addresses, IOException last) {
    super(last.getMessage(), last);
    this.addresses = addresses;
  }

  /** How many addresses were tried. */
  int addresses() {
    return addresses;
  }
}
