package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.VmwareNamespace;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's VMware extension. Its prefix is the one that the document declared on its root, or
 * libvirt's own.
 */
final class VmwareXml {

  private static final String DECLARATION = "xmlns:";
  private static final String PREFIX = "vmware";
  private static final String DATACENTER_PATH = "datacenterpath";
  private static final String MOREF = "moref";

  private VmwareXml() {}

  /** Takes the elements of the namespace and libvirt's own declaration of it. */
  static @Nullable VmwareNamespace read(ElementReader domain) {
    List<ElementReader> elements = domain.peekNamespace(VmwareNamespace.URI);
    if (elements.isEmpty()) {
      return null;
    }
    if (VmwareNamespace.URI.equals(domain.peekAttribute(DECLARATION + PREFIX))) {
      domain.attribute(DECLARATION + PREFIX);
    }
    String path = null;
    String moref = null;
    List<XmlNode.Element> others = new ArrayList<>();
    for (ElementReader element : elements) {
      if (path == null && element.localName().equals(DATACENTER_PATH)) {
        path = element.text();
        element.whole();
      } else if (moref == null && element.localName().equals(MOREF)) {
        moref = element.text();
        element.whole();
      } else {
        others.add(element.whole());
      }
    }
    return new VmwareNamespace(path, moref, others);
  }

  /**
   * The prefix to write the extension with.
   *
   * @param name the prefix
   * @param declared whether the root's extras declare it already
   */
  record Prefix(String name, boolean declared) {}

  /** The prefix that these extras of the root declare, or else one that they leave free. */
  static Prefix prefix(Extras extras) {
    Set<String> taken = new HashSet<>();
    for (XmlNode.Attribute attribute : extras.attributes()) {
      if (attribute.name().startsWith(DECLARATION)) {
        String name = attribute.name().substring(DECLARATION.length());
        if (attribute.value().equals(VmwareNamespace.URI)) {
          return new Prefix(name, true);
        }
        taken.add(name);
      }
    }
    String name = PREFIX;
    for (int i = 1; taken.contains(name); i++) {
      name = PREFIX + i;
    }
    return new Prefix(name, false);
  }

  static void write(ElementWriter out, VmwareNamespace vmware, Prefix prefix) {
    out.element(prefix.name() + ":" + DATACENTER_PATH, vmware.datacenterPath());
    out.element(prefix.name() + ":" + MOREF, vmware.moref());
    vmware.others().forEach(out::copy);
  }
}
