package dev.vireo.schema;

import dev.vireo.schema.Definition.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes files of the schema. What did not change is not written again; what has gone is removed.
 */
public final class Maker {

  private Maker() {}

  /**
   * The entry point of the build.
   *
   * @param arguments {@code java} or {@code table}, the folder of the schema, and the folder to
   *     write to
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: (java|table) SCHEMA-FOLDER TARGET-FOLDER");
    }
    Schema schema = Schema.read(Path.of(arguments[1]));
    Path target = Path.of(arguments[2]);
    switch (arguments[0]) {
      case "java" -> write(target, java(schema));
      case "table" ->
          write(
              target,
              Map.of("dev/vireo/simulator/internal/schema/types.txt", TypeTable.of(schema)));
      default -> throw new IllegalArgumentException("there is no '" + arguments[0] + "' to make");
    }
  }

  /** The Java files of a schema by their paths. */
  static Map<String, String> java(Schema schema) {
    Map<String, String> files = new TreeMap<>();
    String types = folder(JavaTypes.TYPES);
    schema.structures().stream()
        .filter(each -> each.made() && !each.written() && each.kind() != Kind.MANAGED)
        .forEach(each -> files.put(types + each.name(), StructureSource.of(schema, each)));
    schema.enumerations().stream()
        .filter(Definition::made)
        .forEach(each -> files.put(types + each.name(), EnumerationSource.of(each)));
    schema.methods().stream()
        .filter(Definition::made)
        .forEach(each ->
            files.put(folder(JavaTypes.METHODS) + each.name(), MethodSource.of(schema, each)));
    DispatchSource dispatch = new DispatchSource(schema);
    files.put(folder(JavaTypes.DISPATCH) + "WireTypes", dispatch.types());
    files.put(folder(JavaTypes.DISPATCH) + "WireMethods", dispatch.methods());
    Map<String, String> named = new TreeMap<>();
    files.forEach((name, text) -> named.put(name + ".java", text));
    return named;
  }

  private static String folder(String packageName) {
    return packageName.replace('.', '/') + "/";
  }

  private static void write(Path target, Map<String, String> files) throws IOException {
    Set<Path> wanted = new HashSet<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      wanted.add(path);
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, file.getValue());
      }
    }
    try (Stream<Path> found = Files.walk(target)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        if (!wanted.contains(path)) {
          Files.delete(path);
        }
      }
    }
  }
}
