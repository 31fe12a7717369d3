package dev.vireo.vim.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way ended at the proxy. The message says why, without naming it. */
public final class ProxyFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean refusal;

  /**
   * @param reason why
   * @param cause what it came from
   */
  public ProxyFailedException(String reason, @Nullable Throwable cause) {
    this(reason, false, cause);
  }

  private ProxyFailedException(String reason, boolean refusal, @Nullable Throwable cause) {
    super(reason, cause);
    this.refusal = refusal;
  }

  /** The proxy speaks its protocol, but does not go to this address. */
  static ProxyFailedException refused(String reason) {
    return new ProxyFailedException(reason, true, null);
  }

  /** Whether the proxy may go to another address. */
  public boolean isRefusal() {
    return refusal;
  }
}
