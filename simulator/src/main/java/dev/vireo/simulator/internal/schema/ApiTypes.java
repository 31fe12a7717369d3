package dev.vireo.simulator.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of the API, from {@code types.txt}. They are loaded when the first client asks for
 * something that a host has no value for.
 */
public final class ApiTypes {

  /** What the keys of items begin with in a path, and no name. */
  public static final String KEY = "[";

  private static final String REFERENCE = "ManagedObjectReference";

  private static final class Holder {
    static final ApiTypes ALL = new ApiTypes(text());
  }

  private record Header(boolean managed, String parent, ApiRelease since, String lines) {}

  private final Map<String, ApiType> types = new HashMap<>();
  private final Map<ApiType, List<ApiType>> derived = new HashMap<>();

  private ApiTypes(String text) {
    Map<String, Header> headers = headers(text);
    headers.keySet().forEach(name -> define(name, headers));
    types
        .values()
        .forEach(type -> {
          if (type.parent() != null) {
            derived.computeIfAbsent(type.parent(), key -> new ArrayList<>()).add(type);
          }
        });
  }

  /** All types. */
  public static ApiTypes all() {
    return Holder.ALL;
  }

  private static String text() {
    try (InputStream stream = ApiTypes.class.getResourceAsStream("types.txt")) {
      if (stream == null) {
        throw new LinkageError("The table of API types is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Header> headers(String text) {
    Map<String, Header> headers = new HashMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end);
      start = end + 1;
      if (line.startsWith("#")) {
        continue;
      }
      int next = start;
      while (next < text.length() && text.charAt(next) == ' ') {
        next = text.indexOf('\n', next) + 1;
      }
      String[] words = line.split(" ");
      ApiRelease since = ApiRelease.named(words[3]);
      headers.put(
          words[1],
          new Header(words[0].equals("managed"), words[2], since, text.substring(start, next)));
      start = next;
    }
    return headers;
  }

  private @Nullable ApiType define(String name, Map<String, Header> headers) {
    ApiType known = types.get(name);
    Header header = headers.get(name);
    if (known == null && header != null) {
      ApiType parent = define(header.parent(), headers);
      known = new ApiType(name, header.managed(), parent, header.since(), header.lines());
      types.put(name, known);
    }
    return known;
  }

  /** The type of this name; null for none, for enumerations and for what is no structure. */
  public @Nullable ApiType find(String name) {
    return types.get(name);
  }

  /**
   * The type of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ApiType require(String name) {
    ApiType type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("There is no type " + name);
    }
    return type;
  }

  /**
   * Name of the type of the items of an array.
   *
   * @throws IllegalArgumentException when there is no such array
   */
  public String itemType(String type, String array) {
    ApiType found = require(type);
    int position = found.position(array);
    if (position < 0 || !found.members().get(position).array()) {
      throw new IllegalArgumentException(type + " has no array " + array);
    }
    return itemType(found.members().get(position));
  }

  /** Name of the type of the items of an array, as it stands on the wire. */
  public String itemType(ApiMember array) {
    ApiType item = types.get(array.type());
    return item != null && item.managed() ? REFERENCE : array.type();
  }

  /**
   * Whether a path leads from a type to something that may be there. What a type itself does not
   * have, one that is derived from it may.
   *
   * @param type name of the type to start from
   * @param path names of members, and keys of items of arrays, which begin with {@link #KEY}
   */
  public boolean leads(String type, List<String> path, ApiRelease api) {
    ApiType from = types.get(type);
    return from != null && leads(from, path, api);
  }

  private boolean leads(ApiType from, List<String> path, ApiRelease api) {
    ApiMember member = from.member(path.getFirst(), api);
    if (member != null) {
      return path.size() == 1 || goesOn(member, path.subList(1, path.size()), api);
    }
    return !from.managed()
        && derived.getOrDefault(from, List.of()).stream().anyMatch(sub -> leads(sub, path, api));
  }

  private boolean goesOn(ApiMember member, List<String> rest, ApiRelease api) {
    ApiType type = types.get(member.type());
    if (member.array() && rest.getFirst().startsWith(KEY)) {
      return type != null && (type.managed() || hasKey(type, api)) && leadsOn(type, rest, api);
    }
    return type != null && !type.managed() && !member.array() && leads(type, rest, api);
  }

  /** Whether items of a type have keys. */
  private boolean hasKey(ApiType type, ApiRelease api) {
    return leads(type, List.of("key"), api);
  }

  /** Whether a path leads on from an item, whose key is its first step. */
  private boolean leadsOn(ApiType item, List<String> path, ApiRelease api) {
    return path.size() == 1 || (!item.managed() && leads(item, path.subList(1, path.size()), api));
  }
}
