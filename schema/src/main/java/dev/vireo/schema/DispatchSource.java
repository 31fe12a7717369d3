package dev.vireo.schema;

import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the classes that find what belongs to a name of the wire. They are switches in many small
 * methods: a switch loads nothing but what it is asked for, and the JVM compiles small methods
 * only. Each case returns by itself. What a switch gives as an expression javac takes for a {@code
 * Record}, and the JVM loads all that it could be, to verify that.
 */
final class DispatchSource {

  private static final int METHODS = 32;

  private final Schema schema;

  DispatchSource(Schema schema) {
    this.schema = schema;
  }

  /** The Java file for types. */
  String types() {
    JavaText text = new JavaText(JavaTypes.DISPATCH);
    text.use(JavaTypes.CODEC + ".MemberReader");
    text.use(JavaTypes.TYPES + ".DataObject");
    text.use("org.jspecify.annotations.Nullable");
    Map<String, String> classes = new TreeMap<>();
    Map<String, String> reads = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    for (Structure each : schema.structures()) {
      if (!each.made() || each.written() || each.kind() == Kind.MANAGED) {
        continue;
      }
      text.use(JavaTypes.TYPES + "." + each.name());
      boolean family = StructureSource.isInterface(schema, each);
      String record = family ? each.name() + ".Plain" : each.name();
      classes.put(each.name(), record + ".class");
      reads.put(each.name(), record + ".read(in)");
      if (family) {
        others.put(each.name(), each.name() + ".Other.read(in, typeName)");
      }
    }
    schema.enumerations().stream()
        .filter(Definition::made)
        .forEach(each -> {
          text.use(JavaTypes.TYPES + "." + each.name());
          classes.put(each.name(), each.name() + ".class");
          reads.put(each.name(), each.name() + ".read(in)");
        });
    text.javadoc("What belongs to the name of a type.");
    text.line("public final class WireTypes {").gap().line("private WireTypes() {}");
    find(text, "The class of a type; null for none.", "@Nullable Class<?> classOf", "", classes);
    find(
        text,
        "Reads an object or constant of a type; null for an element without a value, and when there"
            + " is no such type.",
        "@Nullable Object read",
        "MemberReader in",
        reads);
    find(
        text,
        "Reads an object of a type that there is no Java of, as one of a type that it extends; null"
            + " when nothing extends that.",
        "@Nullable DataObject other",
        "MemberReader in, String typeName",
        others);
    return text.line("}").text();
  }

  /** The Java file for methods. */
  String methods() {
    JavaText text = new JavaText(JavaTypes.DISPATCH);
    text.use(JavaTypes.CODEC + ".MemberReader");
    text.use(JavaTypes.METHODS + ".VimMethod");
    text.use("org.jspecify.annotations.Nullable");
    JavaTypes types = new JavaTypes(schema);
    Map<String, String> reads = new TreeMap<>();
    Map<String, String> results = new TreeMap<>();
    for (Method each : schema.methods()) {
      if (!each.made()) {
        continue;
      }
      text.use(JavaTypes.METHODS + "." + each.name());
      reads.put(each.name(), each.name() + ".read(in)");
      if (each.result() != null) {
        JavaType type = types.of(each.result().type());
        type.imports().forEach(text::use);
        results.put(
            each.name(), "new Result(" + type.boxed() + ".class, " + each.result().list() + ")");
      }
    }
    text.javadoc("What belongs to the name of a method.");
    text.line("public final class WireMethods {").gap();
    text.javadoc(
        List.of("What a method returns."),
        List.of(
            "@param type the class, of the items for a list; {@code Void} for nothing",
            "@param list whether it is a list"));
    text.line("public record Result(Class<?> type, boolean list) {").gap();
    text.javadoc("Nothing.");
    text.line("public static final Result NONE = new Result(Void.class, false);").line("}");
    text.gap().line("private WireMethods() {}");
    find(
        text,
        "Reads a call; null when there is no such method.",
        "@Nullable VimMethod<?> read",
        "MemberReader in",
        reads);
    find(text, "What a method returns; null for nothing.", "@Nullable Result result", "", results);
    return text.line("}").text();
  }

  private static void find(
      JavaText text, String comment, String method, String more, Map<String, String> values) {
    String name = method.substring(method.lastIndexOf(' ') + 1);
    String parameters = "String name" + (more.isEmpty() ? "" : ", " + more);
    String arguments = "name";
    for (String parameter : more.isEmpty() ? new String[0] : more.split(", ")) {
      arguments += ", " + parameter.split(" ")[1];
    }
    int count = Math.clamp(values.size() / 8, 1, METHODS);
    List<Map<String, String>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new TreeMap<>());
    }
    values.forEach((key, value) -> parts.get(Math.floorMod(key.hashCode(), count)).put(key, value));
    text.gap().javadoc(comment);
    text.line("public static " + method + "(" + parameters + ") {");
    text.line("return switch (Math.floorMod(name.hashCode(), " + count + ")) {");
    for (int i = 0; i + 1 < count; i++) {
      text.line("case " + i + " -> " + name + i + "(" + arguments + ");");
    }
    text.line("default -> " + name + (count - 1) + "(" + arguments + ");");
    text.line("};").line("}");
    for (int i = 0; i < count; i++) {
      text.gap().line("private static " + method + i + "(" + parameters + ") {");
      text.line("switch (name) {");
      parts
          .get(i)
          .forEach(
              (key, value) -> text.line("case \"" + key + "\":").line("return " + value + ";"));
      text.line("default:").line("return null;").line("}").line("}");
    }
  }
}
