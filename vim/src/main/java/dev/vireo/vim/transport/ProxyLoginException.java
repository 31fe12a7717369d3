package dev.vireo.vim.transport;

import java.io.IOException;

/** The proxy demands a login, which is not supported. */
final class ProxyLoginException extends IOException {

  private static final long serialVersionUID = 1L;

  ProxyLoginException() {
    super("the proxy demands a login, which is not supported");
  }
}
