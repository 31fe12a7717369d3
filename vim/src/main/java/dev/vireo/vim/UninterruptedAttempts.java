package dev.vireo.vim;

/**
 * Attempts at what has to be done although the thread is interrupted, which could send nothing
 * then: the interrupt is taken from the thread, and set again at the end. The first attempt that an
 * interrupt cuts short is not counted, since it says nothing of the server.
 */
final class UninterruptedAttempts implements AutoCloseable {

  private int left;
  private boolean interrupted = Thread.interrupted();
  private boolean cutShort;
  private boolean repeated;

  /**
   * @param most how many of them there are; positive
   */
  UninterruptedAttempts(int most) {
    this.left = most;
  }

  /** Whether there was one before. */
  boolean isRepeated() {
    return repeated;
  }

  /**
   * One has failed.
   *
   * @return whether there is another
   */
  boolean another() {
    repeated = true;
    boolean now = Thread.interrupted();
    if (now && !cutShort) {
      cutShort = true;
    } else {
      left--;
    }
    interrupted |= now;
    return left > 0;
  }

  @Override
  public void close() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
