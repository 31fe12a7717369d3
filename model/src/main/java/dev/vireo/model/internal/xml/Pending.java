package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extras of an element that is being written, in libvirt's order. */
final class Pending {

  private final ElementOrder order;
  private final List<XmlNode.Attribute> attributes;
  private final List<XmlNode.@Nullable Element> elements;
  private final Map<String, Deque<Integer>> placesByName;
  private int nextElement;

  Pending(ElementOrder order, Extras extras) {
    this.order = order;
    attributes = new ArrayList<>(extras.attributes());
    attributes.sort(Comparator.comparingInt(a -> order.attributeRank(a.name())));
    List<XmlNode.Element> sorted = new ArrayList<>(extras.elements());
    sorted.sort(Comparator.comparingInt(e -> order.elementRank(e.name())));
    elements = new ArrayList<>(sorted);
    placesByName = HashMap.newHashMap(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      placesByName.computeIfAbsent(sorted.get(i).name(), name -> new ArrayDeque<>()).add(i);
    }
  }

  /**
   * The next attribute that stands before a known one.
   *
   * @return null when there is none
   */
  XmlNode.@Nullable Attribute attributeBefore(String known) {
    attributes.removeIf(attribute -> attribute.name().equals(known));
    int rank = order.attributeRank(known);
    if (rank == ElementOrder.UNKNOWN
        || attributes.isEmpty()
        || order.attributeRank(attributes.get(0).name()) > rank) {
      return null;
    }
    return attributes.remove(0);
  }

  /** The next attribute; null when there is none left. */
  XmlNode.@Nullable Attribute nextAttribute() {
    return attributes.isEmpty() ? null : attributes.remove(0);
  }

  /** The next element that stands before a known one; null when there is none. */
  XmlNode.@Nullable Element elementBefore(String known) {
    int rank = order.elementRank(known);
    return rank == ElementOrder.UNKNOWN ? null : elementBefore(rank);
  }

  /** The next element; null when there is none left. */
  XmlNode.@Nullable Element nextElement() {
    return elementBefore(ElementOrder.UNKNOWN);
  }

  private XmlNode.@Nullable Element elementBefore(int rank) {
    while (nextElement < elements.size()) {
      XmlNode.Element next = elements.get(nextElement);
      if (next != null) {
        if (rank != ElementOrder.UNKNOWN && order.elementRank(next.name()) >= rank) {
          return null;
        }
        nextElement++;
        return next;
      }
      nextElement++;
    }
    return null;
  }

  /** Takes what a known child of this name could not hold; null when there is nothing. */
  @Nullable Extras takeRest(String known) {
    Deque<Integer> places = placesByName.get(known);
    Integer index = places == null ? null : places.poll();
    if (index == null || index < nextElement) {
      return null;
    }
    XmlNode.Element rest = elements.get(index);
    if (rest == null || !rest.namespace().isEmpty()) {
      return null;
    }
    elements.set(index, null);
    List<XmlNode.Element> children = new ArrayList<>();
    for (XmlNode child : rest.children()) {
      if (child instanceof XmlNode.Element element) {
        children.add(element);
      }
    }
    return new Extras(rest.attributes(), children);
  }
}
