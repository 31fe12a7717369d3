package dev.vireo.simulator.internal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A managed type or data type of the API. Immutable; its members are read when first wanted. */
public final class ApiType {

  /** Members with those of the super types, and where each one is. */
  private record Members(List<ApiMember> all, Map<String, Integer> positions) {}

  private final String name;
  private final boolean managed;
  private final @Nullable ApiType parent;
  private final ApiRelease since;
  private final String lines;
  private volatile @Nullable Members members;

  /**
   * @param lines the lines of its own members
   */
  ApiType(String name, boolean managed, @Nullable ApiType parent, ApiRelease since, String lines) {
    this.name = name;
    this.managed = managed;
    this.parent = parent;
    this.since = since;
    this.lines = lines;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Whether its objects live on the host and are known by reference. */
  public boolean managed() {
    return managed;
  }

  /** Its super type; null for the roots. */
  public @Nullable ApiType parent() {
    return parent;
  }

  /** The release that brought it. */
  public ApiRelease since() {
    return since;
  }

  /** All members, inherited ones first, in the order of the wire. */
  public List<ApiMember> members() {
    return read().all();
  }

  /** Position of a member in {@link #members}; -1 for none of this name. */
  public int position(String member) {
    return read().positions().getOrDefault(member, -1);
  }

  /** The member of this name that a release has, own or inherited; null for none. */
  public @Nullable ApiMember member(String member, ApiRelease api) {
    int position = position(member);
    ApiMember found = position < 0 ? null : members().get(position);
    return found != null && api.has(found.since()) ? found : null;
  }

  private Members read() {
    Members known = members;
    if (known == null) {
      List<ApiMember> all = new ArrayList<>(parent == null ? List.of() : parent.members());
      lines.lines().forEach(line -> all.add(ApiMember.parse(line, this)));
      Map<String, Integer> positions = new HashMap<>();
      for (ApiMember member : all) {
        positions.put(member.name(), positions.size());
      }
      known = new Members(List.copyOf(all), Map.copyOf(positions));
      members = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
