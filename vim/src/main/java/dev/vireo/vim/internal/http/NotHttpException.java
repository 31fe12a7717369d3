package dev.vireo.vim.internal.http;

import java.io.IOException;

/** The peer's answer is none of HTTP, or none that this client takes. */
public final class NotHttpException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with it
   */
  public NotHttpException(String reason) {
    super("the answer is not HTTP: " + reason);
  }
}
