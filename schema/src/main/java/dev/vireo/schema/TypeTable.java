package dev.vireo.schema;

import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Structure;

/**
 * The table of types and members by release that the simulated hosts read. One line for a structure
 * ({@code managed} or {@code data}, name, base or {@code -}, release), and below it one for each
 * member: a blank, its name with {@code ?} when it may be unset, its type with {@code []} for a
 * list, and its release where that is another.
 */
final class TypeTable {

  /** What every managed object extends. */
  private static final String ROOT = "ManagedObject";

  private TypeTable() {}

  static String of(Schema schema) {
    StringBuilder text = new StringBuilder();
    for (Structure each : schema.structures()) {
      text.append(each.kind() == Kind.MANAGED ? "managed " : "data ");
      text.append(each.name()).append(' ').append(base(each));
      text.append(' ').append(each.since()).append('\n');
      each.members().forEach(member -> member(text, member, each.since()));
    }
    return text.toString();
  }

  private static String base(Structure structure) {
    if (structure.base() != null) {
      return structure.base();
    }
    return structure.kind() == Kind.MANAGED && !structure.name().equals(ROOT) ? ROOT : "-";
  }

  private static void member(StringBuilder text, Member member, Release owner) {
    text.append(' ').append(member.name()).append(member.traits().optional() ? "? " : " ");
    text.append(member.type()).append(member.list() ? "[]" : "");
    if (member.since() != owner) {
      text.append(' ').append(member.since());
    }
    text.append('\n');
  }
}
