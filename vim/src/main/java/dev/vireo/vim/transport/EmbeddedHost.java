package dev.vireo.vim.transport;

/** A simulated host in this process, ready to be connected to. */
public interface EmbeddedHost {

  /** A new client of the host, not logged in. */
  VimTransport transport();

  /** The user to log in as. */
  String userName();

  /** A copy of the user's password; the caller clears it. */
  char[] password();
}
