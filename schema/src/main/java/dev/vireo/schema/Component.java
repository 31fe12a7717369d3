package dev.vireo.schema;

import java.util.Set;

/**
 * A component of a record.
 *
 * @param name its name in Java
 * @param wireName its name on the wire
 * @param type its Java type, of the items for a list
 * @param list whether it is a list
 * @param nullable whether it may be null; false for lists
 * @param meaning what it means, for a comment
 */
record Component(
    String name, String wireName, JavaType type, boolean list, boolean nullable, String meaning) {

  private static final Set<String> RESERVED =
      Set.of("default", "package", "switch", "interface", "abstract", "public", "read", "write");

  /** The component for a member of what a release brought. */
  static Component of(Member member, Release owner, JavaTypes types) {
    String name = member.name();
    boolean nullable = !member.list() && member.mayBeAbsent(owner);
    String meaning = String.valueOf(member.meaning());
    if (nullable && !meaning.contains("null")) {
      meaning += "; null when it is not set";
    }
    if (member.since() != owner) {
      meaning += " (API " + member.since() + ")";
    }
    return new Component(
        RESERVED.contains(name) ? name + "Value" : name,
        name,
        types.of(member),
        member.list(),
        nullable,
        meaning);
  }

  /** The object that a method is called on. */
  static Component self(JavaTypes types) {
    return new Component(
        "self", "_this", types.of("ManagedObject"), false, false, "the object to call");
  }

  /** Its declaration. */
  String declaration() {
    return (nullable ? "@Nullable " : "") + declared() + " " + name;
  }

  /** Its type in Java. */
  String declared() {
    if (list) {
      return "List<" + type.boxed() + ">";
    }
    return nullable ? type.boxed() : type.java();
  }

  /** Its type where the value may not be known yet. */
  String variable() {
    return list ? declared() : type.boxed();
  }

  /** Whether it may be left out where one is made. */
  boolean optional() {
    return nullable || list;
  }

  /** Whether a constructor has to make sure that it is there. */
  boolean checked() {
    return !optional() && type.java().equals(type.boxed());
  }

  /** Imports what its declaration needs. */
  void use(JavaText text) {
    type.imports().forEach(text::use);
    if (list) {
      text.use("java.util.List");
    }
    if (nullable) {
      text.use("org.jspecify.annotations.Nullable");
    }
  }
}
