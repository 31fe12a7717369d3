package dev.vireo.vim;

import org.jspecify.annotations.Nullable;

/** The server refused a call with a fault. */
public final class FaultException extends VimException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String faultName;
  private final transient @Nullable Object fault;
  private final String faultString;

  /**
   * @param operation name of the VI method that was called
   * @param faultName VI name of the fault, such as {@code InvalidLogin}; empty when the server gave
   *     no detail
   * @param fault the fault's data: a record of {@code dev.vireo.vim.types}, an {@code
   *     UnknownObject}, or null when the server gave no detail
   * @param faultString the server's text, possibly empty
   */
  public FaultException(
      String operation, String faultName, @Nullable Object fault, String faultString) {
    super(describe(operation, faultName, faultString), null);
    this.operation = operation;
    this.faultName = faultName;
    this.fault = fault;
    this.faultString = faultString;
  }

  private static String describe(String operation, String faultName, String faultString) {
    String name = faultName.isEmpty() ? "a fault" : faultName;
    return operation + " failed with " + name + (faultString.isEmpty() ? "" : ": " + faultString);
  }

  /** Name of the VI method that was called. */
  public String operation() {
    return operation;
  }

  /** VI name of the fault, such as {@code InvalidLogin}; empty when the server gave no detail. */
  public String faultName() {
    return faultName;
  }

  /** Whether the server says that there is no session, or none any more. */
  public boolean isNotAuthenticated() {
    return faultName.equals("NotAuthenticated");
  }

  /**
   * The fault's data: a record of {@code dev.vireo.vim.types}, an {@code UnknownObject}, or null
   * when the server gave no detail.
   */
  public @Nullable Object fault() {
    return fault;
  }

  /** The server's text, possibly empty. */
  public String faultString() {
    return faultString;
  }
}
