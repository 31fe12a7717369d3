package dev.vireo.schema;

import java.util.List;

/** Writes the builder of a record that has many components which may be left out. */
final class BuilderText {

  /** How many components may be left out of a record that has no builder. */
  private static final int FEW = 5;

  private final JavaText text;
  private final String name;
  private final List<Component> components;

  BuilderText(JavaText text, String name, List<Component> components) {
    this.text = text;
    this.name = name;
    this.components = components;
  }

  /** Writes it if there is a need for one. */
  void write() {
    if (components.stream().filter(Component::optional).count() <= FEW) {
      return;
    }
    text.use("org.jspecify.annotations.Nullable");
    text.gap().javadoc("A builder without any value.");
    text.line("public static Builder builder() {").line("return new Builder();").line("}");
    text.gap().javadoc("A builder with the values of this one.");
    text.line("public Builder toBuilder() {").line("Builder builder = new Builder();");
    components.forEach(each -> text.line("builder.%1$s = %1$s;".formatted(each.name())));
    text.line("return builder;").line("}");
    text.gap().javadoc("Makes a " + name + " value by value; what is not said is not set.");
    text.line("public static final class Builder {");
    for (Component each : components) {
      text.line(
          each.list()
              ? "private %s %s = List.of();".formatted(each.declared(), each.name())
              : "private @Nullable %s %s;".formatted(each.type().boxed(), each.name()));
    }
    text.gap().line("private Builder() {}");
    components.forEach(this::setter);
    build();
    text.line("}");
  }

  private void setter(Component each) {
    text.gap().javadoc("Says " + each.meaning() + ".");
    text.line("public Builder %s(%s) {".formatted(each.name(), each.declaration()));
    text.line("this.%1$s = %1$s;".formatted(each.name()));
    text.line("return this;").line("}");
  }

  private void build() {
    boolean checks = components.stream().anyMatch(each -> !each.optional());
    text.gap().javadoc("Makes it.");
    text.line("public " + name + " build() {");
    if (checks) {
      text.use("java.util.Objects");
    }
    new RecordText(text, name, components)
        .call(
            "return new " + name,
            components.stream()
                .map(each ->
                    each.optional()
                        ? each.name()
                        : "Objects.requireNonNull(%1$s, \"%1$s\")".formatted(each.name()))
                .toList());
    text.line("}");
  }
}
