package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEscapes;
import dev.vireo.vmx.VmxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys and values as they are written, in their order. */
public final class Output {

  /** The topic of keys that have no other. */
  static final String REST = "";

  private final FileNameResolver fileNames;
  private final @Nullable VmxDocument original;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> exact = new HashSet<>();
  private final Map<String, String> topics = new HashMap<>();
  private final Map<String, Object> said = new HashMap<>();
  private final Map<String, String> dropped = new LinkedHashMap<>();
  private String topic = REST;

  Output(FileNameResolver fileNames, @Nullable VmxDocument original) {
    this.fileNames = fileNames;
    this.original = original;
  }

  /**
   * Writes keys that say one thing together. An edit of something else in the same part leaves them
   * as they are in the file.
   *
   * @param name of the topic, one of its own in its part
   * @param value what the domain says about it
   * @param writer sets its keys
   */
  public void about(String name, @Nullable Object value, Runnable writer) {
    String outer = topic;
    topic = name;
    said.put(name, Optional.ofNullable(value));
    writer.run();
    topic = outer;
  }

  /** The topic of a key that was set. */
  String topicOf(String key) {
    return topics.getOrDefault(key, REST);
  }

  /** Whether two domains say the same about a topic; about the rest nobody knows, and they do. */
  boolean isAs(Output other, String name) {
    return Objects.equals(said.get(name), other.said.get(name));
  }

  /** Sets a value, which gets the escapes it needs. */
  public void set(String key, String value) {
    setEscaped(key, VmxEscapes.escapeAnnotation(value));
  }

  /** Sets a value that has its escapes already. */
  void setEscaped(String key, String value) {
    values.put(key, value);
    topics.put(key, topic);
  }

  public void set(String key, long value) {
    setEscaped(key, Long.toString(value));
  }

  public void set(String key, boolean value) {
    setEscaped(key, Boolean.toString(value));
  }

  /** Sets a value unless it is null. */
  public void setIfSaid(String key, @Nullable String value) {
    if (value != null) {
      set(key, value);
    }
  }

  /**
   * Sets the name of a file by the path that the domain has for it.
   *
   * @param element where the domain says it, for messages
   */
  public void setFile(String key, String element, String path) {
    String kept = keptFileName(key, path);
    set(key, kept == null ? nameOf(element, path) : kept);
  }

  private String nameOf(String element, String path) {
    try {
      return fileNames.toVmx(path);
    } catch (VmxException e) {
      throw new VmxException(e.kind(), e.line(), element, e.rule(), e.value(), e.nearest());
    }
  }

  /** Whether the file that is being edited names this file already. */
  public boolean keepsFile(String key, String path) {
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
  public boolean keeps(String key, String value) {
    String there = original == null ? null : original.get(key);
    return there != null && Section.plain(there).strip().equalsIgnoreCase(value);
  }

  /** See {@link FileNameResolver}. */
  public FileNameResolver fileNames() {
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
  public void drop(String key) {
    dropped.put(key, topic);
  }

  /** The keys to {@link #drop}, with their topics. */
  Map<String, String> dropped() {
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
