package dev.vireo.vim.transport;

import java.io.IOException;

/** The server's answer does not begin as an HTTP answer does. */
final class NotHttpException extends IOException {

  private static final long serialVersionUID = 1L;

  NotHttpException() {
    super("the answer is not HTTP");
  }
}
