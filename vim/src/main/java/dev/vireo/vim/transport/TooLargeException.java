package dev.vireo.vim.transport;

import java.io.IOException;

/** The answer's body is larger than the limit. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TooLargeException(long limit) {
    super("the answer is larger than " + limit + " bytes");
  }
}
