package dev.vireo.model.internal.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order libvirt writes the attributes and children of an element, those included that no
 * record knows.
 */
public final class ElementOrder {

  /** Stands for all children with a prefix in {@link #elements}. */
  public static final String PREFIXED = "*:*";

  /** Rank of a name that libvirt does not know there: behind all others. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  /** Of an element with at most one known child. */
  public static final ElementOrder NONE = new ElementOrder(List.of(), List.of());

  private final List<String> attributeNames;
  private final Map<String, Integer> attributes;
  private final Map<String, Integer> elements;

  private ElementOrder(List<String> attributeNames, List<String> elementNames) {
    this.attributeNames = attributeNames;
    this.attributes = ranks(attributeNames);
    this.elements = ranks(elementNames);
  }

  private static Map<String, Integer> ranks(List<String> names) {
    Map<String, Integer> ranks = HashMap.newHashMap(names.size());
    names.forEach(name -> ranks.put(name, ranks.size()));
    return ranks;
  }

  /** An order of attributes. */
  public static ElementOrder attributes(String... names) {
    return new ElementOrder(List.of(names), List.of());
  }

  /** The same attributes with this order of children. */
  public ElementOrder elements(String... names) {
    return elements(List.of(names), List.of());
  }

  /** The same attributes with this order of children: first some, then others. */
  public ElementOrder elements(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return new ElementOrder(attributeNames, all);
  }

  int attributeRank(String name) {
    return attributes.getOrDefault(name, UNKNOWN);
  }

  int elementRank(String name) {
    Integer rank = elements.get(name);
    if (rank == null && name.indexOf(':') >= 0) {
      rank = elements.get(PREFIXED);
    }
    return rank == null ? UNKNOWN : rank;
  }
}
