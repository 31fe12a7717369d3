package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.VmwareNamespace;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's VMware extension ({@code virVMXDomainDefNamespaceFormatXML}). It is read under any
 * prefix, and written with libvirt's own.
 */
final class VmwareXml {

  private static final String PREFIX = "vmware:";
  private static final String DECLARATION = "xmlns:vmware";
  private static final String DATACENTER_PATH = "datacenterpath";
  private static final String MOREF = "moref";

  private VmwareXml() {}

  /** Takes the elements of the namespace and libvirt's own declaration of it. */
  static @Nullable VmwareNamespace read(ElementReader domain) {
    List<ElementReader> elements = domain.peekNamespace(VmwareNamespace.URI);
    if (elements.isEmpty()) {
      return null;
    }
    if (VmwareNamespace.URI.equals(domain.peekAttribute(DECLARATION))) {
      domain.attribute(DECLARATION);
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

  /** Declares the namespace on the root, which is open, unless its prefix means another there. */
  static void writeDeclaration(ElementWriter out, Extras root) {
    if (!isTaken(root)) {
      out.attribute(DECLARATION, VmwareNamespace.URI);
    }
  }

  static void write(ElementWriter out, VmwareNamespace vmware, Extras root) {
    String declaration = isTaken(root) ? VmwareNamespace.URI : null;
    write(out, DATACENTER_PATH, declaration, vmware.datacenterPath());
    write(out, MOREF, declaration, vmware.moref());
    vmware.others().forEach(out::copy);
  }

  private static void write(
      ElementWriter out, String name, @Nullable String declaration, @Nullable String text) {
    if (text != null) {
      out.start(PREFIX + name).attribute(DECLARATION, declaration).text(text).end();
    }
  }

  private static boolean isTaken(Extras root) {
    for (XmlNode.Attribute attribute : root.attributes()) {
      if (attribute.name().equals(DECLARATION)) {
        return !attribute.value().equals(VmwareNamespace.URI);
      }
    }
    return false;
  }
}
