package dev.vireo.schema;

import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the Java of a structure. One that others extend is an interface, with a record {@code
 * Plain} for objects of exactly its type and a record {@code Other} for those of types that nobody
 * made Java of; every other one is a record. Faults are records all: who handles one asks for it by
 * name.
 */
final class StructureSource {

  private final JavaTypes types;
  private final Structure structure;
  private final String implemented;
  private final List<Component> components;
  private final JavaText text = new JavaText(JavaTypes.TYPES);

  private StructureSource(Schema schema, Structure structure) {
    this.types = new JavaTypes(schema);
    this.structure = structure;
    this.implemented = implemented(schema, structure);
    this.components =
        schema.madeMembers(structure).stream()
            .map(member -> Component.of(member, owner(schema, member), types))
            .toList();
  }

  /** Whether the Java of a structure is an interface. */
  static boolean isInterface(Schema schema, Structure structure) {
    return structure.kind() == Kind.OBJECT && schema.hasMadeDerived(structure);
  }

  /** The Java file of a structure. */
  static String of(Schema schema, Structure structure) {
    StructureSource source = new StructureSource(schema, structure);
    if (isInterface(schema, structure)) {
      source.family();
    } else {
      source.single();
    }
    return source.text.text();
  }

  private Release owner(Schema schema, Member member) {
    return schema.line(structure).stream()
        .filter(each -> each.members().contains(member))
        .findFirst()
        .orElseThrow()
        .since();
  }

  private static String implemented(Schema schema, Structure structure) {
    if (structure.kind() == Kind.FAULT) {
      return "MethodFault";
    }
    for (Structure each : schema.line(structure).reversed()) {
      if (!each.name().equals(structure.name()) && each.made()) {
        return each.name();
      }
    }
    return "DataObject";
  }

  private String summary() {
    String meaning = String.valueOf(structure.meaning());
    String dot = meaning.endsWith(".") ? "." : "";
    String since = structure.since() == Release.V2_5 ? "" : ", API " + structure.since();
    return meaning.substring(0, meaning.length() - dot.length())
        + " (VI API {@code "
        + structure.name()
        + "}"
        + since
        + ").";
  }

  private void single() {
    String name = structure.name();
    text.javadoc(List.of(summary()), RecordText.tags(components));
    record(name, "public ");
    if (structure.kind() == Kind.FAULT) {
      withoutCause();
    }
    new BuilderText(text, name, components).write();
    text.line("}");
  }

  private void record(String name, String modifiers) {
    RecordText record = new RecordText(text, name, components);
    record.open(
        modifiers,
        RecordText.declarations(text, components),
        name.equals(structure.name()) ? implemented : structure.name());
    record.checks(List.of(), List.of());
    record.reads(structure.name());
    RecordText.returns(text, "String", "typeName", "\"" + structure.name() + "\"");
    record.writes(List.of());
  }

  /** The constructor of a fault that nothing else caused. */
  private void withoutCause() {
    List<Component> own =
        components.stream()
            .filter(each ->
                !each.name().startsWith("faultCause") && !each.name().equals("faultMessage"))
            .toList();
    List<String> arguments = new ArrayList<>(List.of("null", "List.of()"));
    own.forEach(each -> arguments.add(each.name()));
    text.gap().javadoc("Makes the fault without a cause and explanations.");
    text.line(
        "public %s(%s) {"
            .formatted(
                structure.name(),
                String.join(", ", own.stream().map(Component::declaration).toList())));
    text.line("this(" + String.join(", ", arguments) + ");").line("}");
  }

  private void family() {
    text.javadoc(summary());
    text.line("public interface " + structure.name() + " extends " + implemented + " {");
    for (Component each : components) {
      each.use(text);
      text.gap().javadoc(sentence(each.meaning()));
      text.line(
          (each.nullable() ? "@Nullable " : "") + each.declared() + " " + each.name() + "();");
    }
    text.gap().javadoc(List.of("One of exactly this type."), RecordText.tags(components));
    record("Plain", "");
    new BuilderText(text, "Plain", components).write();
    text.line("}");
    other();
    text.line("}");
  }

  private static String sentence(String meaning) {
    return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
  }

  private void other() {
    text.use("java.util.List");
    text.use("java.util.Objects");
    List<String> tags = new ArrayList<>(List.of("@param typeName name of its type on the wire"));
    tags.addAll(RecordText.tags(components));
    tags.add("@param rest what else it has, in the order received");
    text.gap().javadoc(List.of("One of a type that there is no Java of."), tags);
    List<String> declarations = new ArrayList<>(List.of("String typeName"));
    declarations.addAll(RecordText.declarations(text, components));
    declarations.add("List<UnknownObject.Field> rest");
    RecordText record = new RecordText(text, "Other", components);
    record.open("", declarations, structure.name());
    record.checks(
        List.of("Objects.requireNonNull(typeName, \"typeName\");"),
        List.of("rest = List.copyOf(rest);"));
    record.readsOther(structure.name());
    record.writes(List.of("out.fields(rest);"));
    text.line("}");
  }
}
