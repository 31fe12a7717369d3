package dev.vireo.simulator.internal.description;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ObjectOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts for people, and the tables beside this class. */
public final class Descriptions {

  private Descriptions() {}

  /** A key with a text that says it all. */
  public static ElementDescription element(String key, String label) {
    return new ElementDescription(label, label, key);
  }

  /** A type with a text. */
  public static ObjectOf type(String key, String label, ApiRelease api) {
    return ObjectBuilder.of("TypeDescription", api)
        .put("key", key)
        .put("label", label)
        .put("summary", label)
        .build();
  }

  /** The lines of a table beside this class, without comments, split at {@code |}. */
  public static List<List<String>> table(String name) {
    try (InputStream stream = Descriptions.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new LinkageError("The table " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
