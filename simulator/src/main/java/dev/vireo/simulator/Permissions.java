package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Who may do what with which objects of a simulated host. Every user has a role on the whole host,
 * from {@link SimulatorConfig.Builder#user}; here it can have others on parts of the tree. On an
 * object counts what is given nearest above it. Thread-safe.
 */
public final class Permissions {

  private final SimulatedHost host;

  Permissions(SimulatedHost host) {
    this.host = host;
  }

  /**
   * Gives a user a role on an object, in place of the one that it has there.
   *
   * @param object an object of the tree: a folder, a machine, a datastore ...
   * @param user name of the user
   * @param role what it may do
   * @param propagate whether it holds for all below the object as well
   * @throws NoSuchElementException when there is no such object in the tree, or no such user
   */
  public void grant(
      ManagedObjectReference object, String user, SimulatorRole role, boolean propagate) {
    if (!host.config().userRoles().containsKey(user)) {
      throw new NoSuchElementException("There is no user '" + user + "'");
    }
    ManagedEntity entity = find(object);
    host.state()
        .write(() -> {
          host.access().grant(entity, user, role, propagate);
          host.state().restructured(entity);
        });
  }

  /**
   * Takes back what a user was given on an object.
   *
   * @throws NoSuchElementException when there is no such object in the tree, or nothing was given
   */
  public void revoke(ManagedObjectReference object, String user) {
    ManagedEntity entity = find(object);
    host.state()
        .write(() -> {
          if (!host.access().revoke(entity, user)) {
            throw new NoSuchElementException("User '" + user + "' was given nothing on " + object);
          }
          host.state().restructured(entity);
        });
  }

  private ManagedEntity find(ManagedObjectReference object) {
    if (host.find(Objects.requireNonNull(object, "object")) instanceof ManagedEntity entity) {
      return entity;
    }
    throw new NoSuchElementException("There is no object " + object + " in the tree");
  }
}
