package dev.vireo.schema;

import dev.vireo.schema.Definition.Enumeration;
import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold in a schema as a whole. */
final class SchemaCheck {

  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /**
   * Checks a schema.
   *
   * @throws SchemaException for the first thing that is wrong
   */
  static void check(Schema schema) {
    SchemaCheck check = new SchemaCheck(schema);
    schema.structures().forEach(check::structure);
    schema.enumerations().forEach(check::enumeration);
    schema.methods().forEach(check::method);
  }

  private void structure(Structure structure) {
    if (schema.enumeration(structure.name()) != null) {
      throw new SchemaException(structure.place(), structure.name() + " is an enum, too");
    }
    Set<String> bases = new HashSet<>(Set.of(structure.name()));
    Structure each = structure;
    while (each.base() != null) {
      Structure base = schema.structure(each.base());
      if (base == null) {
        throw new SchemaException(each.place(), "there is no " + each.base() + " to extend");
      }
      if (base.kind() != structure.kind()) {
        throw new SchemaException(each.place(), base.name() + " is of another kind");
      }
      if (!bases.add(base.name())) {
        throw new SchemaException(each.place(), base.name() + " extends itself");
      }
      each = base;
    }
    Set<String> names = new HashSet<>();
    for (Structure part : schema.line(structure)) {
      members(part.members(), part.since(), names);
    }
  }

  private void members(List<Member> members, Release owner, Set<String> names) {
    for (Member member : members) {
      if (!names.add(member.name())) {
        throw new SchemaException(member.place(), member.name() + " is there twice");
      }
      if (member.since().compareTo(owner) < 0) {
        throw new SchemaException(member.place(), member.name() + " is older than what has it");
      }
      type(member.type(), member.place());
      if (member.traits().secret() && !member.type().equals("string")) {
        throw new SchemaException(member.place(), "only a string can be secret");
      }
      meaning(member.meaning(), member.place());
    }
  }

  private void enumeration(Enumeration enumeration) {
    Set<String> values = new HashSet<>();
    meaning(enumeration.meaning(), enumeration.place());
    for (Enumeration.Value value : enumeration.values()) {
      if (!values.add(value.text())) {
        throw new SchemaException(value.place(), value.text() + " is there twice");
      }
      meaning(value.meaning(), value.place());
    }
  }

  private void method(Method method) {
    for (String owner : method.owners()) {
      Structure type = schema.structure(owner);
      if (type == null || type.kind() != Kind.MANAGED) {
        throw new SchemaException(method.place(), owner + " is no managed object");
      }
    }
    for (Method.Result result : new Method.@Nullable Result[] {method.result(), method.giving()}) {
      if (result != null) {
        type(result.type(), method.place());
      }
    }
    members(method.parameters(), method.since(), new HashSet<>(Set.of("self", "_this")));
  }

  private void type(String name, Place place) {
    if (Scalar.of(name) == null
        && schema.structure(name) == null
        && schema.enumeration(name) == null) {
      throw new SchemaException(place, "there is no type " + name);
    }
  }

  /** A meaning becomes Javadoc. */
  private static void meaning(@Nullable String meaning, Place place) {
    if (meaning != null && (meaning.contains("<") || meaning.contains("*/"))) {
      throw new SchemaException(place, "a meaning is plain text, with {@code} at most");
    }
  }
}
