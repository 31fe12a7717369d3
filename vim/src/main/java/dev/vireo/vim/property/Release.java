package dev.vireo.vim.property;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.VimMethod;

/** Releases an object of a session on the server. */
final class Release {

  private static final System.Logger LOG = System.getLogger(Release.class.getName());
  private static final int ATTEMPTS = 2;

  private Release() {}

  /**
   * Releases, also when the thread is interrupted, and once more when that fails or the object is
   * said to be gone: releasing twice does no harm.
   *
   * @return whether the object is gone
   */
  static boolean of(VimClient client, VimMethod<Void> release, int generation) {
    boolean interrupted = Thread.interrupted(); // an interrupted thread could send nothing
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        try {
          client.callInSession(release, client.options().callTimeout(), generation);
          return true;
        } catch (FaultException e) {
          boolean gone = e.isNotAuthenticated() || e.faultName().equals("ManagedObjectNotFound");
          if (gone && attempt > 1) {
            return true;
          }
          LOG.log(System.Logger.Level.DEBUG, "An object was not released", e);
        } catch (VimException e) {
          interrupted |= Thread.interrupted();
          LOG.log(System.Logger.Level.DEBUG, "An object was not released", e);
        }
      }
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
