package dev.vireo.simulator.internal.access;

import dev.vireo.simulator.internal.description.Descriptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The privileges of vSphere, and the roles that every host and vCenter comes with. */
public final class StandardRoles {

  /** What every role has that may look at things. */
  public static final Set<String> SYSTEM = Set.of("System.Anonymous", "System.View", "System.Read");

  /** Number of the role that may do everything. */
  public static final int ADMINISTRATOR = -1;

  /**
   * A role.
   *
   * @param id its number; negative for those of the system
   * @param name its name
   * @param label what people read
   * @param summary what it is for
   * @param privileges identifiers of its privileges
   */
  public record Role(int id, String name, String label, String summary, Set<String> privileges) {
    /** Copies the set, and keeps its order. */
    public Role {
      privileges = Collections.unmodifiableSet(new LinkedHashSet<>(privileges));
    }
  }

  /** They are read when first wanted. */
  private static final class Holder {
    static final Map<String, String> PRIVILEGES = readPrivileges();
    static final List<Role> ROLES = readRoles();

    private static Map<String, String> readPrivileges() {
      Map<String, String> privileges = new LinkedHashMap<>();
      Descriptions.table("privileges.txt").forEach(row -> privileges.put(row.get(0), row.get(1)));
      return Collections.unmodifiableMap(privileges);
    }

    private static List<Role> readRoles() {
      return Descriptions.table("roles.txt").stream().map(Holder::role).toList();
    }

    private static Role role(List<String> row) {
      Set<String> privileges = new LinkedHashSet<>(PRIVILEGES.keySet());
      privileges.removeIf(pattern(row.get(4)).negate());
      return new Role(Integer.parseInt(row.get(0)), row.get(1), row.get(2), row.get(3), privileges);
    }

    /** Which privileges a role has: those that begin with one of several words, or all. */
    private static Predicate<String> pattern(String words) {
      List<String> beginnings = List.of(words.split(" "));
      return privilege ->
          beginnings.contains("*")
              || beginnings.contains(privilege)
              || beginnings.stream()
                  .anyMatch(word -> word.endsWith(".") && privilege.startsWith(word));
    }
  }

  private StandardRoles() {}

  /** Identifiers of all privileges. */
  public static Set<String> privileges() {
    return Holder.PRIVILEGES.keySet();
  }

  /** What a privilege is called. */
  public static String label(String privilege) {
    return Holder.PRIVILEGES.getOrDefault(privilege, privilege);
  }

  /** All standard roles. */
  public static List<Role> all() {
    return Holder.ROLES;
  }

  /** Names of the standard roles. */
  public static List<String> names() {
    return all().stream().map(Role::name).toList();
  }

  /** The standard role of a name; null for none. */
  public static @Nullable Role named(String name) {
    return all().stream().filter(role -> role.name().equals(name)).findFirst().orElse(null);
  }
}
