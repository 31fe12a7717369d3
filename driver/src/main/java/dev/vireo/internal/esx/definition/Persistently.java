package dev.vireo.internal.esx.definition;

import dev.vireo.vim.Patience;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;

/** Takes something back although the host may have trouble, which is often why. */
final class Persistently {

  private static final int ROUNDS = 4;

  private Persistently() {}

  /**
   * Tries several times, with pauses.
   *
   * @param action what may be done twice
   * @throws VimException the last failure
   */
  static void run(VimClient client, Runnable action) {
    Patience patience = new Patience(ROUNDS);
    boolean done = false;
    while (!done) {
      try {
        action.run();
        done = true;
      } catch (VimException e) {
        if (e.isGivenUp() || !patience.spend()) {
          throw e;
        }
        client.pause(patience.pause());
      }
    }
  }
}
