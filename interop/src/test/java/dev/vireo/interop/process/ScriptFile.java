package dev.vireo.interop.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Scripts that tests run: they lie beside the classes, and interpreters want files. */
public final class ScriptFile {
  private ScriptFile() {}

  /**
   * Copies a script into a folder.
   *
   * @param owner the class that it lies beside
   * @param name its name
   * @param folder the folder, which has no file of this name
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static Path copy(Class<?> owner, String name, Path folder) throws IOException {
    Path script = folder.resolve(name);
    try (InputStream text = owner.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(text, name), script);
    }
    return script;
  }
}
