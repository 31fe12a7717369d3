package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlException;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Documents whose elements and attributes were moved, renamed, repeated and mixed with unknown ones
 * at random, from fixed seeds.
 */
final class Mutations {

  private static final int MOST_CHANGES = 6;

  private Mutations() {}

  /** So many documents made of one, each the same in each run. */
  static List<String> of(XmlNode.Element root, int count) {
    List<String> documents = new ArrayList<>(count);
    for (int seed = 0; seed < count; seed++) {
      Mutation mutation = new Mutation(new Random(seed), root);
      XmlNode.Element mutated = root;
      for (int i = 0; i <= seed % MOST_CHANGES; i++) {
        mutated = mutation.apply(mutated);
      }
      documents.add(text(mutated));
    }
    return documents;
  }

  /** The domain; empty where the document is none any more. */
  static Optional<DomainDefinition> readable(String document) {
    try {
      return Optional.of(DomainXml.parse(document));
    } catch (XmlException e) {
      return Optional.empty();
    }
  }

  private static String text(XmlNode.Element element) {
    StringBuilder out = new StringBuilder("<").append(element.name());
    for (XmlNode.Attribute attribute : element.attributes()) {
      out.append(' ').append(attribute.name()).append("='");
      out.append(escape(attribute.value())).append('\'');
    }
    out.append('>');
    for (XmlNode child : element.children()) {
      switch (child) {
        case XmlNode.Element nested -> out.append(text(nested));
        case XmlNode.Text(String value) -> out.append(escape(value));
        case XmlNode.Comment(String value) -> out.append("<!--").append(value).append("-->");
        case XmlNode.Instruction(String target, String data) ->
            out.append("<?").append(target).append(' ').append(data).append("?>");
      }
    }
    return out.append("</").append(element.name()).append('>').toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  /** Changes one element somewhere in a tree. */
  private static final class Mutation {

    private static final List<XmlNode> STRANGERS =
        List.of(
            new XmlNode.Text("text"),
            new XmlNode.Text(" \n "),
            new XmlNode.Text("&<>'\"\r"),
            new XmlNode.Comment(" why "),
            new XmlNode.Instruction("php", "x y"),
            element("later"),
            new XmlNode.Element(
                "v:moref",
                "",
                List.of(new XmlNode.Attribute("xmlns:v", VmwareNamespace.URI)),
                List.of(new XmlNode.Text("7"))),
            new XmlNode.Element(
                "name", "", List.of(new XmlNode.Attribute("xmlns", "urn:x")), List.of()));

    private final Random random;
    private final List<XmlNode.Element> elements = new ArrayList<>();
    private final List<XmlNode.Attribute> attributes = new ArrayList<>();

    Mutation(Random random, XmlNode.Element root) {
      this.random = random;
      collect(root);
      attributes.add(new XmlNode.Attribute("later", "\n\t'\"<&\r"));
      attributes.add(new XmlNode.Attribute("xmlns:vmware", VmwareNamespace.URI));
      attributes.add(new XmlNode.Attribute("xmlns:vmware", "urn:other"));
      attributes.add(new XmlNode.Attribute("xml:space", "preserve"));
    }

    private static XmlNode.Element element(String name) {
      return new XmlNode.Element(name, "", List.of(), List.of());
    }

    private void collect(XmlNode.Element element) {
      elements.add(element);
      attributes.addAll(element.attributes());
      for (XmlNode child : element.children()) {
        if (child instanceof XmlNode.Element nested) {
          collect(nested);
        }
      }
    }

    XmlNode.Element apply(XmlNode.Element element) {
      List<XmlNode> children = new ArrayList<>(element.children());
      List<Integer> nested = new ArrayList<>();
      for (int i = 0; i < children.size(); i++) {
        if (children.get(i) instanceof XmlNode.Element) {
          nested.add(i);
        }
      }
      if (!nested.isEmpty() && random.nextInt(4) > 0) {
        int index = nested.get(random.nextInt(nested.size()));
        if (children.get(index) instanceof XmlNode.Element child) {
          children.set(index, apply(child));
        }
        return new XmlNode.Element(element.name(), "", element.attributes(), children);
      }
      return change(element, children);
    }

    private XmlNode.Element change(XmlNode.Element element, List<XmlNode> children) {
      String name = element.name();
      List<XmlNode.Attribute> own = new ArrayList<>(element.attributes());
      switch (random.nextInt(7)) {
        case 0 -> Collections.shuffle(children, random);
        case 1 -> children.add(place(children.size()), any(STRANGERS));
        case 2 -> children.add(place(children.size()), any(elements));
        case 3 -> own.add(place(own.size()), any(attributes));
        case 4 -> {
          if (!own.isEmpty()) {
            own.remove(random.nextInt(own.size()));
          }
        }
        case 5 -> {
          if (!children.isEmpty()) {
            children.remove(random.nextInt(children.size()));
          }
        }
        default -> name = any(elements).name();
      }
      return new XmlNode.Element(name, "", own, children);
    }

    private int place(int size) {
      return random.nextInt(size + 1);
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
