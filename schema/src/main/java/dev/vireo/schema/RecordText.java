package dev.vireo.schema;

import java.util.ArrayList;
import java.util.List;

/** Writes the parts of a record into a Java file. */
final class RecordText {

  private static final String READER = "MemberReader";

  private final JavaText text;
  private final String name;
  private final List<Component> components;

  /**
   * @param text where to write
   * @param name name of the record
   * @param components its components
   */
  RecordText(JavaText text, String name, List<Component> components) {
    this.text = text;
    this.name = name;
    this.components = components;
  }

  /** The comments on the components. */
  static List<String> tags(List<Component> components) {
    return components.stream().map(each -> "@param " + each.name() + " " + each.meaning()).toList();
  }

  /** The declarations of the components. */
  static List<String> declarations(JavaText text, List<Component> components) {
    components.forEach(each -> each.use(text));
    return components.stream().map(Component::declaration).toList();
  }

  /** Opens the record. */
  void open(String modifiers, List<String> declarations, String implemented) {
    if (declarations.isEmpty()) {
      text.line(modifiers + "record " + name + "() implements " + implemented + " {");
      return;
    }
    text.line(modifiers + "record " + name + "(");
    for (int i = 0; i < declarations.size(); i++) {
      text.line("    " + declarations.get(i) + (i + 1 < declarations.size() ? "," : ")"));
    }
    text.line("    implements " + implemented + " {");
  }

  /** The constructor's checks and copies, with more of them before and behind. */
  void checks(List<String> before, List<String> behind) {
    List<String> lines = new ArrayList<>(before);
    for (Component each : components) {
      if (each.checked()) {
        lines.add("Objects.requireNonNull(" + each.name() + ", \"" + each.wireName() + "\");");
      }
    }
    for (Component each : components) {
      if (each.list()) {
        lines.add(each.name() + " = List.copyOf(" + each.name() + ");");
      }
    }
    lines.addAll(behind);
    if (lines.isEmpty()) {
      return;
    }
    if (lines.stream().anyMatch(line -> line.startsWith("Objects"))) {
      text.use("java.util.Objects");
    }
    text.gap().javadoc("Checks that what is required is there, and copies the lists.");
    text.line("public " + name + " {");
    lines.forEach(text::line);
    text.line("}");
  }

  /**
   * The method that reads one.
   *
   * @param wireName name of the type on the wire, for messages
   */
  void reads(String wireName) {
    reads(wireName, "", "in.skip()", "", "");
  }

  /**
   * The method that reads one which may have more members than are known.
   *
   * @param wireName name of the known type on the wire, for messages
   */
  void readsOther(String wireName) {
    reads(
        wireName,
        ", String typeName",
        "rest = MemberReader.add(rest, in.field())",
        "typeName",
        "MemberReader.list(rest)");
  }

  private void reads(
      String wireName, String parameter, String otherwise, String before, String behind) {
    text.use(JavaTypes.CODEC + "." + READER);
    text.gap().javadoc("Reads one from its members.");
    text.line("public static " + name + " read(" + READER + " in" + parameter + ") {");
    components.forEach(each -> text.line(each.variable() + " " + each.name() + " = null;"));
    if (!behind.isEmpty()) {
      text.line("List<UnknownObject.Field> rest = null;");
    }
    text.line("while (in.next()) {");
    if (components.isEmpty()) {
      text.line(otherwise + ";");
    } else {
      text.line("switch (in.name()) {");
      components.forEach(this::readCase);
      text.line("default -> " + otherwise + ";");
      text.line("}");
    }
    text.line("}");
    List<String> arguments = new ArrayList<>();
    if (!before.isEmpty()) {
      arguments.add(before);
    }
    components.forEach(each -> arguments.add(argument(each, wireName)));
    if (!behind.isEmpty()) {
      arguments.add(behind);
    }
    call("return new " + name, arguments);
    text.line("}");
  }

  private void readCase(Component each) {
    String value =
        each.list()
            ? READER + ".add(" + each.name() + ", " + each.type().reads() + ")"
            : each.type().reads();
    text.line("case \"" + each.wireName() + "\" -> " + each.name() + " = " + value + ";");
  }

  private static String argument(Component each, String wireName) {
    if (each.list()) {
      return READER + ".list(" + each.name() + ")";
    }
    return each.nullable()
        ? each.name()
        : "%s.required(%s, \"%s\", \"%s\")"
            .formatted(READER, each.name(), wireName, each.wireName());
  }

  /** The method that writes one. */
  void writes(List<String> behind) {
    text.use(JavaTypes.CODEC + ".MemberWriter");
    text.gap().line("@Override").line("public void write(MemberWriter out) {");
    for (Component each : components) {
      text.line(
          "out.%s(\"%s\", %s, %s);"
              .formatted(
                  each.list() ? "members" : "member",
                  each.wireName(),
                  each.name(),
                  each.type().declared()));
    }
    behind.forEach(text::line);
    text.line("}");
  }

  /** A call whose arguments stand in one line, or in a line each. */
  void call(String called, List<String> arguments) {
    String line = called + "(" + String.join(", ", arguments) + ");";
    if (line.length() < 90) {
      text.line(line);
      return;
    }
    text.line(called + "(");
    for (int i = 0; i < arguments.size(); i++) {
      text.line("    " + arguments.get(i) + (i + 1 < arguments.size() ? "," : ");"));
    }
  }

  /** A method that returns a constant. */
  static void returns(JavaText text, String type, String method, String value) {
    text.gap().line("@Override").line("public " + type + " " + method + "() {");
    text.line("return " + value + ";").line("}");
  }
}
