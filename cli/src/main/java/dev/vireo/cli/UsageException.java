package dev.vireo.cli;

/** The global options are wrong; the message is virsh's. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
