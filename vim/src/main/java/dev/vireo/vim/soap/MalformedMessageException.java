package dev.vireo.vim.soap;

/** A request is no SOAP envelope with one VI method call in it (server side). */
public final class MalformedMessageException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong
   * @param cause the parser's failure
   */
  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
