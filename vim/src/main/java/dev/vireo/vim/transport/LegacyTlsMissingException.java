package dev.vireo.vim.transport;

import javax.net.ssl.SSLException;

/** Old TLS was asked for, and what speaks it is not on the class path. */
final class LegacyTlsMissingException extends SSLException {

  private static final long serialVersionUID = 1L;

  LegacyTlsMissingException(NoClassDefFoundError cause) {
    super(
        "old versions of TLS need org.bouncycastle:bctls-jdk18on, which is not on the class path",
        cause);
  }
}
