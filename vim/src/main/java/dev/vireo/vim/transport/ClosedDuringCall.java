package dev.vireo.vim.transport;

import java.io.IOException;

/** Another thread closed the transport while a call was under way. */
final class ClosedDuringCall extends IOException {

  private static final long serialVersionUID = 1L;

  ClosedDuringCall() {
    super("the transport was closed during the call");
  }
}
