package dev.vireo.schema;

import dev.vireo.schema.Definition.Enumeration;
import java.util.List;
import java.util.Locale;

/**
 * Makes the Java of an enumeration: a record, since a server may send values that are newer than
 * this library.
 */
final class EnumerationSource {

  private EnumerationSource() {}

  /** The Java file of an enumeration. */
  static String of(Enumeration enumeration) {
    String name = enumeration.name();
    JavaText text = new JavaText(JavaTypes.TYPES);
    text.use("java.util.Objects");
    text.use("org.jspecify.annotations.Nullable");
    text.use(JavaTypes.CODEC + ".MemberReader");
    String meaning = String.valueOf(enumeration.meaning()).replaceFirst("\\.$", "");
    text.javadoc(
        List.of(meaning + " (VI API {@code " + name + "})."),
        List.of("@param value the value on the wire"));
    text.line("public record " + name + "(String value) implements WireEnum {");
    List<Enumeration.Value> made =
        enumeration.values().stream().filter(value -> value.meaning() != null).toList();
    for (Enumeration.Value value : made) {
      text.gap().javadoc(String.valueOf(value.meaning()));
      text.line(
          "public static final %1$s %2$s = new %1$s(\"%3$s\");"
              .formatted(name, constant(value.text()), value.text()));
    }
    text.gap().javadoc("Checks that there is a value.");
    text.line("public " + name + " {");
    text.line("Objects.requireNonNull(value, \"value\");").line("}");
    reads(text, name, made);
    RecordText.returns(text, "String", "typeName", "\"" + name + "\"");
    identity(text, name);
    return text.line("}").text();
  }

  private static void reads(JavaText text, String name, List<Enumeration.Value> values) {
    text.gap().javadoc("Reads one; null for an element without a value.");
    text.line("public static @Nullable " + name + " read(MemberReader in) {");
    text.line("String value = in.token();");
    text.line("return value == null ? null : of(value);").line("}");
    text.gap().javadoc("The constant of a value, or a new one for a value that has none.");
    text.line("public static " + name + " of(String value) {");
    if (values.isEmpty()) {
      text.line("return new " + name + "(value);").line("}");
      return;
    }
    text.line("return switch (value) {");
    values.forEach(
        value -> text.line("case \"" + value.text() + "\" -> " + constant(value.text()) + ";"));
    text.line("default -> new " + name + "(value);").line("};").line("}");
  }

  private static void identity(JavaText text, String name) {
    text.gap()
        .javadoc(
            "As of any record; written out because the JVM makes a record's own at the first"
                + " comparison, which costs each start of a program some 5 ms.");
    text.line("@Override").line("public boolean equals(@Nullable Object other) {");
    text.line("return other instanceof " + name + " same && same.value.equals(value);").line("}");
    text.gap().line("@Override").line("public int hashCode() {");
    text.line("return value.hashCode();").line("}");
    text.gap().javadoc("The value on the wire.").line("@Override");
    text.line("public String toString() {").line("return value;").line("}");
  }

  /** The constant of a value: {@code poweredOn} is {@code POWERED_ON}. */
  static String constant(String value) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean word = Character.isLetterOrDigit(c);
      boolean starts =
          Character.isUpperCase(c)
              && i > 0
              && (Character.isLowerCase(value.charAt(i - 1))
                  || Character.isDigit(value.charAt(i - 1))
                  || (i + 1 < value.length() && Character.isLowerCase(value.charAt(i + 1))));
      if (starts && !name.isEmpty() && name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
      name.append(word ? c : '_');
    }
    String constant = name.toString().toUpperCase(Locale.ROOT);
    return Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
  }
}
