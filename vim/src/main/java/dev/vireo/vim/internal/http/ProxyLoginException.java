package dev.vireo.vim.internal.http;

import java.io.IOException;

/** The proxy demands a login, which is not supported. */
public final class ProxyLoginException extends IOException {

  private static final long serialVersionUID = 1L;

  public ProxyLoginException() {
    super("it demands a login, which is not supported");
  }
}
