package dev.vireo.vim.transport;

import java.net.Authenticator;

/**
 * Answers no request for HTTP authentication. Without it a connection would ask the process-wide
 * authenticator, and hand passwords that were meant for others to the server.
 */
final class NoPasswords extends Authenticator {

  static final NoPasswords INSTANCE = new NoPasswords();

  private NoPasswords() {}
}
