package dev.vireo.schema;

import dev.vireo.schema.Definition.Enumeration;
import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Structure;
import java.util.Set;

/** The types of a schema in Java. */
final class JavaTypes {

  static final String TYPES = "dev.vireo.vim.types";
  static final String METHODS = "dev.vireo.vim.methods";
  static final String CODEC = "dev.vireo.vim.codec";
  static final String DISPATCH = "dev.vireo.vim.internal.schema";

  private static final String REFERENCE = "ManagedObjectReference";

  private final Schema schema;

  JavaTypes(Schema schema) {
    this.schema = schema;
  }

  JavaType of(Member member) {
    return member.traits().secret()
        ? object("Secret", "in.secret()", TYPES + ".Secret")
        : of(member.type());
  }

  JavaType of(String name) {
    Scalar scalar = Scalar.of(name);
    if (scalar != null) {
      return scalar(scalar);
    }
    Enumeration enumeration = schema.enumeration(name);
    if (enumeration != null) {
      return enumeration.made()
          ? object(name, name + ".read(in)", TYPES + "." + name)
          : scalar(Scalar.STRING);
    }
    Structure structure = schema.structure(name);
    if (structure != null && structure.kind() == Kind.MANAGED) {
      return object(REFERENCE, "in.reference()", TYPES + "." + REFERENCE);
    }
    return structure != null && structure.made()
        ? object(name, "in.object(" + name + ".class)", TYPES + "." + name)
        : object("DataObject", "in.object(\"" + name + "\")", TYPES + ".DataObject");
  }

  private static JavaType scalar(Scalar scalar) {
    Set<String> imports = scalar == Scalar.DATE_TIME ? Set.of("java.time.Instant") : Set.of();
    return new JavaType(
        scalar.java, scalar.boxed, "in." + scalar.reader + "()", scalar.java + ".class", imports);
  }

  private static JavaType object(String name, String reads, String qualifiedName) {
    return new JavaType(name, name, reads, name + ".class", Set.of(qualifiedName));
  }
}
