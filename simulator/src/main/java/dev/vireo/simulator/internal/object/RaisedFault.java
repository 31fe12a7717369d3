package dev.vireo.simulator.internal.object;

import dev.vireo.vim.types.MethodFault;

/** A method of the simulated host ends with a VI fault. It carries no stack trace. */
public final class RaisedFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient MethodFault fault;

  /**
   * @param fault the fault's detail
   * @param message the server's text for it
   */
  public RaisedFault(MethodFault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
  }

  /** The fault's detail. */
  public MethodFault fault() {
    return fault;
  }

  /** The server's text for it. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
