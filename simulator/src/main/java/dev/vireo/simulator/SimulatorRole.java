package dev.vireo.simulator;

import dev.vireo.simulator.internal.access.StandardRoles;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user may do: a named set of privileges (VI API {@code AuthorizationRole}), such as {@code
 * VirtualMachine.Interact.PowerOn}. Immutable.
 */
public final class SimulatorRole {

  private final String name;
  private final Set<String> privileges;

  private SimulatorRole(String name, Set<String> privileges) {
    this.name = name;
    this.privileges = Collections.unmodifiableSet(new TreeSet<>(privileges));
  }

  /** May do everything: the standard role {@code Admin}. */
  public static SimulatorRole administrator() {
    return standard("Admin");
  }

  /** May look at everything and change nothing: the standard role {@code ReadOnly}. */
  public static SimulatorRole readOnly() {
    return standard("ReadOnly");
  }

  /** May do nothing, not even look: the standard role {@code NoAccess}. */
  public static SimulatorRole noAccess() {
    return standard("NoAccess");
  }

  /**
   * A role that every product comes with, such as {@code VirtualMachineUser}.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static SimulatorRole standard(String name) {
    StandardRoles.Role role = StandardRoles.named(name);
    if (role == null) {
      throw new IllegalArgumentException(
          "There is no standard role '"
              + name
              + "', but "
              + String.join(", ", StandardRoles.names()));
    }
    return new SimulatorRole(role.name(), role.privileges());
  }

  /**
   * A role with some privileges, and those that every role but {@code NoAccess} has: {@code
   * System.Anonymous}, {@code System.View} and {@code System.Read}.
   *
   * @param name its name, which no standard role has
   * @throws IllegalArgumentException when a standard role has the name, or there is no such
   *     privilege
   */
  public static SimulatorRole of(String name, String... privileges) {
    if (Objects.requireNonNull(name, "name").isBlank() || StandardRoles.named(name) != null) {
      throw new IllegalArgumentException(
          "A role needs a name of its own, and '" + name + "' is that of a standard role or blank");
    }
    Set<String> all = new TreeSet<>(StandardRoles.SYSTEM);
    for (String privilege : privileges) {
      if (!StandardRoles.privileges().contains(privilege)) {
        throw new IllegalArgumentException("There is no privilege '" + privilege + "'");
      }
      all.add(privilege);
    }
    return new SimulatorRole(name, all);
  }

  /**
   * A role with all privileges of this one but some.
   *
   * @param otherName its name, which no standard role has
   * @param without the privileges that it lacks
   * @throws IllegalArgumentException as {@link #of}
   */
  public SimulatorRole without(String otherName, String... without) {
    Set<String> left = new TreeSet<>(privileges);
    SimulatorRole lacking = of(otherName, without);
    left.removeAll(List.of(without));
    return new SimulatorRole(lacking.name, left);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Identifiers of its privileges, in alphabetic order. */
  public Set<String> privileges() {
    return privileges;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulatorRole role
        && role.name.equals(name)
        && role.privileges.equals(privileges);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
