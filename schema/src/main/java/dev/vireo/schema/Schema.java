package dev.vireo.schema;

import dev.vireo.schema.Definition.Enumeration;
import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All definitions, by their names. */
public final class Schema {

  private final Map<String, Structure> structures = new TreeMap<>();
  private final Map<String, Enumeration> enumerations = new TreeMap<>();
  private final Map<String, Method> methods = new TreeMap<>();
  private final Map<String, List<Structure>> derived = new HashMap<>();

  private Schema(Collection<Definition> definitions) {
    for (Definition definition : definitions) {
      Definition other =
          switch (definition) {
            case Structure structure -> structures.putIfAbsent(structure.name(), structure);
            case Enumeration enumeration ->
                enumerations.putIfAbsent(enumeration.name(), enumeration);
            case Method method -> methods.putIfAbsent(method.name(), method);
          };
      if (other != null) {
        throw new SchemaException(
            definition.place(), definition.name() + " is defined at " + other.place() + " already");
      }
    }
    for (Structure structure : structures.values()) {
      if (structure.base() != null) {
        derived.computeIfAbsent(structure.base(), name -> new ArrayList<>()).add(structure);
      }
    }
    SchemaCheck.check(this);
  }

  /**
   * Reads a schema.
   *
   * @param texts contents of the files, by their names
   * @throws SchemaException when it is not sound
   */
  public static Schema of(Map<String, String> texts) {
    List<Definition> definitions = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach((file, text) -> definitions.addAll(SchemaParser.parse(file, text)));
    return new Schema(definitions);
  }

  /**
   * Reads the files of a folder whose names end in {@code .vi}.
   *
   * @throws IOException when they cannot be read
   * @throws SchemaException when the schema is not sound
   */
  public static Schema read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".vi")).toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return of(texts);
  }

  /** The structures, by name. */
  public Collection<Structure> structures() {
    return structures.values();
  }

  /** The enumerations, by name. */
  public Collection<Enumeration> enumerations() {
    return enumerations.values();
  }

  /** The methods, by name. */
  public Collection<Method> methods() {
    return methods.values();
  }

  /** The structure of a name; null for none. */
  public @Nullable Structure structure(String name) {
    return structures.get(name);
  }

  /** The enumeration of a name; null for none. */
  public @Nullable Enumeration enumeration(String name) {
    return enumerations.get(name);
  }

  /** The structures that a structure extends, the farthest first, and itself. */
  public Deque<Structure> line(Structure structure) {
    Deque<Structure> line = new ArrayDeque<>();
    for (@Nullable Structure each = structure; each != null; each = base(each)) {
      line.addFirst(each);
    }
    return line;
  }

  /** What a structure extends; null for nothing. */
  public @Nullable Structure base(Structure structure) {
    return structure.base() == null ? null : structures.get(structure.base());
  }

  /** All members of a structure that records have, in the order of the wire. */
  public List<Member> madeMembers(Structure structure) {
    List<Member> members = new ArrayList<>();
    for (Structure each : line(structure)) {
      each.members().stream().filter(Member::made).forEach(members::add);
    }
    return members;
  }

  /** Whether Java is made of something that extends a structure. */
  public boolean hasMadeDerived(Structure structure) {
    return derived.getOrDefault(structure.name(), List.of()).stream()
        .anyMatch(each -> each.made() || hasMadeDerived(each));
  }
}
