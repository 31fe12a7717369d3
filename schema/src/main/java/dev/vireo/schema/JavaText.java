package dev.vireo.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text of one Java file while it is made: lines with their indent, and the imports. */
final class JavaText {

  private static final int WIDTH = 100;

  private final String packageName;
  private final Set<String> imports = new TreeSet<>();
  private final StringBuilder body = new StringBuilder();
  private int depth;

  JavaText(String packageName) {
    this.packageName = packageName;
  }

  /** Imports a class, unless it is of this package. */
  void use(String qualifiedName) {
    if (!qualifiedName.substring(0, qualifiedName.lastIndexOf('.')).equals(packageName)) {
      imports.add(qualifiedName);
    }
  }

  /** Adds a line. One that ends in an opening brace or starts with a closing one indents. */
  JavaText line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    if (!line.isEmpty()) {
      body.append("  ".repeat(depth)).append(line);
    }
    body.append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  /** Adds an empty line. */
  JavaText gap() {
    return line("");
  }

  /** Adds a comment on what follows; each paragraph is wrapped. */
  JavaText javadoc(String... paragraphs) {
    return javadoc(Arrays.asList(paragraphs), List.of());
  }

  /** Adds a comment on what follows, with its tags. */
  JavaText javadoc(List<String> paragraphs, List<String> tags) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      wrap(lines.isEmpty() ? paragraph : "<p>" + paragraph, "", lines);
    }
    if (!tags.isEmpty() && !lines.isEmpty()) {
      lines.add("");
    }
    tags.forEach(tag -> wrap(tag, "    ", lines));
    if (lines.size() == 1 && lines.getFirst().length() + 7 + 2 * depth <= WIDTH) {
      return line("/** " + lines.getFirst() + " */");
    }
    line("/**");
    lines.forEach(text -> line(text.isEmpty() ? " *" : " * " + text));
    return line(" */");
  }

  private void wrap(String text, String indent, List<String> lines) {
    int width = WIDTH - 2 * depth - 3;
    StringBuilder current = new StringBuilder();
    for (String word : text.split(" ")) {
      if (current.length() + 1 + word.length() > width && !current.toString().isBlank()) {
        lines.add(current.toString());
        current = new StringBuilder(indent);
      } else if (!current.toString().isBlank()) {
        current.append(' ');
      }
      current.append(word);
    }
    lines.add(current.toString());
  }

  /** The whole file. */
  String text() {
    StringBuilder all = new StringBuilder();
    all.append("package ").append(packageName).append(";\n\n");
    imports.forEach(name -> all.append("import ").append(name).append(";\n"));
    if (!imports.isEmpty()) {
      all.append('\n');
    }
    return all.append(body).toString();
  }
}
