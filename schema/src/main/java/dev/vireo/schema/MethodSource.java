package dev.vireo.schema;

import dev.vireo.schema.Definition.Method;
import java.util.ArrayList;
import java.util.List;

/** Makes the Java of a method: a record of its parameters. */
final class MethodSource {

  private MethodSource() {}

  /** The Java file of a method. */
  static String of(Schema schema, Method method) {
    JavaTypes types = new JavaTypes(schema);
    List<Component> components = new ArrayList<>(List.of(Component.self(types)));
    method.parameters().stream()
        .filter(Member::made)
        .forEach(member -> components.add(Component.of(member, method.since(), types)));
    JavaText text = new JavaText(JavaTypes.METHODS);
    text.javadoc(List.of(summary(method)), RecordText.tags(components));
    RecordText record = new RecordText(text, method.name(), components);
    record.open(
        "public ",
        RecordText.declarations(text, components),
        "VimMethod<" + result(types, method, text) + ">");
    record.checks(List.of(), List.of());
    record.reads(method.name());
    RecordText.returns(text, "String", "methodName", "\"" + method.name() + "\"");
    record.writes(List.of());
    if (method.repeatable()) {
      RecordText.returns(text, "boolean", "repeatable", "true");
    }
    new BuilderText(text, method.name(), components).write();
    return text.line("}").text();
  }

  private static String summary(Method method) {
    String meaning = String.valueOf(method.meaning());
    String since = method.since() == Release.V2_5 ? "" : ", API " + method.since();
    return meaning.replaceFirst("\\.$", "")
        + " (VI API {@code "
        + method.name()
        + "}"
        + since
        + ").";
  }

  private static String result(JavaTypes types, Method method, JavaText text) {
    Method.Result result = method.result();
    if (result == null) {
      return "Void";
    }
    JavaType type = types.of(result.type());
    type.imports().forEach(text::use);
    if (result.list()) {
      text.use("java.util.List");
      return "List<" + type.boxed() + ">";
    }
    return type.boxed();
  }
}
