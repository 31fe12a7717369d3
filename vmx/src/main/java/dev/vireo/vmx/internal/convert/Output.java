package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEscapes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys and values as they are written, in their order. */
final class Output {

  private final FileNameResolver fileNames;
  private final @Nullable VmxDocument original;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> exact = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();

  Output(FileNameResolver fileNames, @Nullable VmxDocument original) {
    this.fileNames = fileNames;
    this.original = original;
  }

  /** Sets a value, which gets the escapes it needs. */
  void set(String key, String value) {
    setEscaped(key, VmxEscapes.escapeAnnotation(value));
  }

  /** Sets a value that has its escapes already. */
  void setEscaped(String key, String value) {
    values.put(key, value);
  }

  void set(String key, long value) {
    values.put(key, Long.toString(value));
  }

  void set(String key, boolean value) {
    values.put(key, Boolean.toString(value));
  }

  /** Sets a value unless it is null. */
  void setIfSaid(String key, @Nullable String value) {
    if (value != null) {
      set(key, value);
    }
  }

  /** Sets the name of a file by the path that the domain has for it. */
  void setFile(String key, String path) {
    String kept = keptFileName(key, path);
    if (kept == null) {
      set(key, fileNames.toVmx(path));
    } else {
      set(key, kept);
    }
  }

  /** Whether the file that is being edited names this file already. */
  boolean keepsFile(String key, String path) {
    return keptFileName(key, path) != null;
  }

  private @Nullable String keptFileName(String key, String path) {
    String there = original == null ? null : original.get(key);
    if (there == null || there.isEmpty()) {
      return null;
    }
    String name = Section.plain(there);
    return name.equals(path) || path.equals(fileNames.toDomain(name)) ? name : null;
  }

  /**
   * Whether the file that is being edited has this value already. Such a value breaks no rule: it
   * came from there.
   */
  boolean keeps(String key, String value) {
    String there = original == null ? null : original.get(key);
    return there != null && Section.plain(there).strip().equalsIgnoreCase(value);
  }

  /** See {@link FileNameResolver}. */
  FileNameResolver fileNames() {
    return fileNames;
  }

  /**
   * Makes sure that the file that is being edited has exactly this value, however it said so
   * before: for a value that the domain did not show as it stands.
   */
  void insist(String key) {
    exact.add(key);
  }

  /** Whether {@link #insist} was called for the key. */
  boolean insistsOn(String key) {
    return exact.contains(key);
  }

  /** Takes a key out of the file that is being edited, though the domain did not show it. */
  void drop(String key) {
    dropped.add(key);
  }

  /** The keys to {@link #drop}. */
  Set<String> dropped() {
    return dropped;
  }

  /** The value that the file that is being edited has; null if it has none. */
  @Nullable String before(String key) {
    return original == null ? null : original.get(key);
  }

  Map<String, String> values() {
    return values;
  }
}
