package dev.vireo.simulator.internal.access;

import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorRole;
import dev.vireo.simulator.internal.access.StandardRoles.Role;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.vim.types.Permission;
import dev.vireo.vim.types.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. A user has, on an object, the role that the nearest permission above it gives:
 * one on the object itself, or one further up that goes down to what is below. Thread-safe.
 */
public final class AccessControl {

  /** Number of the first role that is no standard one. */
  private static final int FIRST_ID = 101;

  /**
   * A permission.
   *
   * @param entity where it is given
   * @param user to whom
   * @param role what it gives
   * @param propagates whether it holds for all below as well
   */
  public record Grant(ManagedEntity entity, String user, Role role, boolean propagates) {

    /** The permission as clients see it. */
    public Permission permission() {
      return new Permission(entity.ref(), user, false, role.id(), propagates);
    }
  }

  private final SimulatorConfig config;
  private final ManagedEntity root;
  private final List<Role> roles = new CopyOnWriteArrayList<>();
  private final List<Grant> grants = new CopyOnWriteArrayList<>();

  /**
   * @param config the users and their roles
   * @param root where these have them
   */
  public AccessControl(SimulatorConfig config, ManagedEntity root) {
    this.config = config;
    this.root = root;
    roles.addAll(StandardRoles.all());
    config.userRoles().forEach((user, role) -> grant(root, user, role, true));
  }

  /** All roles. */
  public List<Role> roles() {
    return List.copyOf(roles);
  }

  /** All permissions. */
  public List<Grant> grants() {
    return List.copyOf(grants);
  }

  /** Whether a user exists and has a password, which is wiped. */
  public boolean authenticates(String user, Secret password) {
    char[] known = config.password(user);
    Secret expected = new Secret(known == null ? new char[0] : known);
    if (known != null) {
      Arrays.fill(known, '\0');
    }
    boolean same = password.equals(expected) && known != null;
    expected.wipe();
    password.wipe();
    return same;
  }

  /** Gives a user a role on an object, in place of the one that it had there. Under write. */
  public synchronized void grant(
      ManagedEntity entity, String user, SimulatorRole role, boolean propagates) {
    revoke(entity, user);
    grants.add(new Grant(entity, user, known(role), propagates));
    show(entity);
  }

  private void show(ManagedEntity entity) {
    entity.showPermissions(on(entity, false).stream().map(Grant::permission).toList());
  }

  private Role known(SimulatorRole wanted) {
    for (Role role : roles) {
      if (role.name().equals(wanted.name())) {
        if (!role.privileges().equals(wanted.privileges())) {
          throw new IllegalArgumentException(
              "There is another role '" + wanted.name() + "' with other privileges");
        }
        return role;
      }
    }
    int id = FIRST_ID + roles.size() - StandardRoles.all().size();
    Role made = new Role(id, wanted.name(), wanted.name(), wanted.name(), wanted.privileges());
    roles.add(made);
    return made;
  }

  /** Takes back what was given on an object; false when nothing was. */
  public synchronized boolean revoke(ManagedEntity entity, String user) {
    boolean removed =
        grants.removeIf(grant -> grant.entity().equals(entity) && grant.user().equals(user));
    show(entity);
    return removed;
  }

  /** The role that a user has on an object, on the root for what has left the tree; or null. */
  public @Nullable Role roleOn(@Nullable ManagedEntity entity, String user) {
    ManagedEntity start = entity == null ? root : entity;
    for (ManagedEntity each = start; each != null; each = above(each)) {
      for (Grant grant : grants) {
        boolean reaches = grant.propagates() || each.equals(start);
        if (reaches && grant.entity().equals(each) && grant.user().equals(user)) {
          return grant.role();
        }
      }
    }
    return null;
  }

  private @Nullable ManagedEntity above(ManagedEntity entity) {
    ManagedEntity parent = entity.parent();
    return parent == null && !entity.equals(root) ? root : parent;
  }

  /**
   * Whether a user has a privilege.
   *
   * @param entity on what; null for what is outside of the tree, for which the root counts
   */
  public boolean holds(String user, @Nullable ManagedEntity entity, String privilege) {
    Role role = roleOn(entity, user);
    return role != null && role.privileges().contains(privilege);
  }

  /** The privileges that a user has on an object. */
  public Set<String> privileges(String user, @Nullable ManagedEntity entity) {
    Role role = roleOn(entity, user);
    return role == null ? Set.of() : role.privileges();
  }

  /** The permissions that count on an object: its own, and those that reach it from above. */
  public List<Grant> on(ManagedEntity entity, boolean inherited) {
    List<Grant> found = new ArrayList<>();
    for (ManagedEntity each = entity; each != null; each = inherited ? each.parent() : null) {
      for (Grant grant : grants) {
        boolean own = each.equals(entity);
        if (grant.entity().equals(each) && (own || grant.propagates())) {
          found.add(grant);
        }
      }
    }
    return found;
  }
}
