package dev.vireo.vim.transport;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The file of trusted authorities cannot be used. */
final class CaFileException extends SSLException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence naming the file and the reason
   * @param cause what reading it threw, or null
   */
  CaFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
