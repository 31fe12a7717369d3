package dev.vireo.nest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was done so far, to be taken back, the last first, when the rest fails. */
final class Undo {

  /** Takes one thing back. */
  interface Action {
    void run() throws IOException;
  }

  private final Deque<Action> actions = new ArrayDeque<>();

  /** Remembers how to take back what was just done. */
  void add(Action action) {
    actions.push(action);
  }

  /**
   * Takes all back.
   *
   * @param cause why; what cannot be taken back is added to it
   */
  void run(RuntimeException cause) {
    // An interrupt is no reason to leave something behind; it is set again afterwards.
    boolean interrupted = Thread.interrupted();
    for (Action action : actions) {
      try {
        action.run();
      } catch (IOException | RuntimeException e) {
        cause.addSuppressed(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
