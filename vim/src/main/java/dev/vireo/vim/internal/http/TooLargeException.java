package dev.vireo.vim.internal.http;

import java.io.IOException;

/** The answer's body is larger than the limit. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
