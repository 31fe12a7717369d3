package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.ScriptFile;
import dev.vireo.schema.Definition;
import dev.vireo.schema.Definition.Enumeration;
import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import dev.vireo.schema.Member;
import dev.vireo.schema.Release;
import dev.vireo.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of the VI API against pyVmomi's tables of it. */
@Needs(ForeignProgram.PYVMOMI)
class SchemaTest {

  /** What pyVmomi calls without having it in its tables. */
  private static final String BUILT_IN = "Fetch";

  @TempDir private static Path folder;

  private static Schema schema;
  private static Map<String, List<String>> known;

  SchemaTest() {}

  @BeforeAll
  static void read() throws IOException {
    schema = Schema.read(Path.of("../schema/src/main/vi"));
    Path script = ScriptFile.copy(SchemaTest.class, "pyvmomi_types.py", folder);
    String[] releases =
        Arrays.stream(Release.values()).map(Release::toString).toArray(String[]::new);
    known = new HashMap<>();
    List<String> block = new ArrayList<>();
    for (String line : Clients.pyvmomi(script, "").run(releases).succeeded().lines().toList()) {
      if (!line.startsWith(" ")) {
        block = new ArrayList<>();
        known.put(key(line), block);
      }
      block.add(line);
    }
  }

  /** Type and method names share no namespace: there is an object and a method of one name. */
  private static String key(String head) {
    String[] words = head.split(" ");
    return (words[0].equals("method") ? "method " : "") + words[1];
  }

  @Test
  void everyTypeHasThePyvmomiMembersInTheirOrder() {
    assertKnown(
        Stream.concat(schema.structures().stream(), schema.enumerations().stream()).toList());
  }

  @Test
  void everyMethodHasThePyvmomiParametersInTheirOrder() {
    assertKnown(
        schema.methods().stream().filter(method -> !method.name().equals(BUILT_IN)).toList());
  }

  private static void assertKnown(Collection<? extends Definition> definitions) {
    Map<String, List<String>> ours = new HashMap<>();
    Map<String, @Nullable List<String>> theirs = new HashMap<>();
    for (Definition definition : definitions) {
      List<String> lines = lines(definition);
      String key = key(lines.getFirst());
      ours.put(key, lines);
      theirs.put(key, known.get(key));
    }
    System.out.printf(
        Locale.ROOT,
        "held against pyVmomi: %d of its %d definitions, %d of them made%n",
        ours.size(),
        known.size(),
        definitions.stream().filter(Definition::made).count());
    assertThat(ours).isNotEmpty().isEqualTo(theirs);
  }

  private static List<String> lines(Definition definition) {
    return switch (definition) {
      case Structure structure -> lines(structure);
      case Enumeration enumeration ->
          Stream.concat(
                  Stream.of("enum " + enumeration.name()),
                  enumeration.values().stream().map(value -> " " + value.text()))
              .toList();
      case Method method -> lines(method);
    };
  }

  private static List<String> lines(Structure structure) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s %s %s"
            .formatted(
                structure.kind().name().toLowerCase(Locale.ROOT),
                structure.name(),
                structure.base() == null ? "-" : structure.base(),
                structure.since()));
    structure.members().forEach(member -> lines.add(line(member)));
    return lines;
  }

  private static List<String> lines(Method method) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "method %s %s %s %s %s"
            .formatted(
                method.name(),
                String.join(",", method.owners().stream().sorted().toList()),
                text(method.result()),
                text(method.giving()),
                method.since()));
    method.parameters().forEach(parameter -> lines.add(line(parameter)));
    return lines;
  }

  private static String text(Method.@Nullable Result result) {
    return result == null ? "-" : result.type() + (result.list() ? "[]" : "");
  }

  private static String line(Member member) {
    return " %s%s %s%s %s"
        .formatted(
            member.name(),
            member.traits().optional() ? "?" : "",
            member.type(),
            member.list() ? "[]" : "",
            member.since());
  }
}
