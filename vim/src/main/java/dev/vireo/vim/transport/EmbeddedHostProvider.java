package dev.vireo.vim.transport;

/**
 * Finds simulated hosts by name. Implementations are looked up with {@link
 * java.util.ServiceLoader}, so that the driver reaches the simulator without depending on it.
 */
public interface EmbeddedHostProvider {

  /**
   * The host of this name; the same host for the same name as long as the process runs, so that two
   * connections see each other's changes.
   *
   * @param name the path of the {@code test:} URI without its slash, such as {@code default}
   * @throws IllegalArgumentException when there is no host of this name
   */
  EmbeddedHost open(String name);
}
