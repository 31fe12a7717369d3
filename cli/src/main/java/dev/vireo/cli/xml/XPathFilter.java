package dev.vireo.cli.xml;

import dev.vireo.cli.CommandException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The parts of a domain's XML that an XPath selects, printed as virsh prints them. */
public final class XPathFilter {
  private static final String VMWARE_PREFIX = "vmware";
  private static final String VMWARE = "http://libvirt.org/schemas/domain/vmware/1.0";

  private XPathFilter() {}

  /**
   * Selects nodes.
   *
   * @param xml a document that this program has made
   * @param wrap whether the nodes become children of one element
   * @return the nodes, each with a line feed behind it; empty when there are none to show
   * @throws CommandException when the expression is none, or does not select nodes
   */
  public static String select(String xml, String expression, boolean wrap) {
    Document document = DomainDocument.parse(xml);
    List<Node> nodes = new ArrayList<>();
    NodeList found = evaluate(document, expression);
    for (int i = 0; i < found.getLength(); i++) {
      nodes.add(found.item(i));
    }
    return wrap ? XmlNodes.wrapped(nodes) : XmlNodes.joined(nodes);
  }

  private static NodeList evaluate(Document document, String expression) {
    XPath path = XPathFactory.newInstance().newXPath();
    path.setNamespaceContext(new VmwareNames());
    XPathExpression compiled;
    try {
      compiled = path.compile(expression);
    } catch (XPathExpressionException e) {
      throw incorrect(expression, e);
    }
    try {
      return (NodeList) compiled.evaluate(document, XPathConstants.NODESET);
    } catch (XPathExpressionException e) {
      throw incorrect(expression, e);
    }
  }

  private static CommandException incorrect(String expression, Exception cause) {
    return new CommandException(
        List.of("internal error: Incorrect xpath '" + expression + "'"), 1, cause);
  }

  /** The prefix that domain XML declares. */
  private static final class VmwareNames implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return prefix.equals(VMWARE_PREFIX) ? VMWARE : XMLConstants.NULL_NS_URI;
    }

    @Override
    public @Nullable String getPrefix(String namespace) {
      return namespace.equals(VMWARE) ? VMWARE_PREFIX : null;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      return namespace.equals(VMWARE)
          ? List.of(VMWARE_PREFIX).iterator()
          : List.<String>of().iterator();
    }
  }
}
