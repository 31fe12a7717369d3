package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * No element of a domain is dropped silently: without it, the file is another one, a warning is
 * missing, or nothing is written at all. What does not count is listed.
 */
class SilentElementsTest {
  private static final DomainToVmx WRITER =
      new DomainToVmx(VmxTarget.ofHardwareVersion(21), VireoConverter.fileNames(Site.ESX80));

  /** Elements that say nothing to VMware, or what is so without them. */
  private static final Set<String> MEANINGLESS =
      Set.of(
          "devices/console/target",
          "devices/disk/address", // follows from the target
          "devices/input", // those that every machine has
          "devices/memballoon", // none
          "features",
          "features/acpi",
          "features/apic",
          "features/pae",
          "on_poweroff", // destroy
          "vmware:datacenterpath", // where the machine is
          "vmware:moref");

  /** Parts of elements that a warning names as a whole. */
  private static final Set<String> NAMED_BY_THEIR_PARENTS =
      Set.of(
          "cpu/numa/cell",
          "devices/channel/target",
          "devices/disk/backingStore/format",
          "devices/disk/backingStore/source",
          "devices/disk/iotune/total_iops_sec",
          "devices/hostdev/source",
          "devices/hostdev/source/address",
          "devices/interface/bandwidth/inbound",
          "devices/rng/backend",
          "os/cmdline",
          "os/initrd");

  SilentElementsTest() {}

  @Test
  void everyOtherElementOfTheCorpusCounts() throws Exception {
    Set<String> all = new TreeSet<>();
    Set<String> counting = new TreeSet<>();
    for (Corpus.Entry entry : Corpus.xml()) {
      String whole = written(entry.bytes());
      if (whole == null) {
        continue; // refused
      }
      Document document = parsed(entry.bytes());
      for (Element element : descendants(document.getDocumentElement())) {
        String path = path(element);
        all.add(path);
        if (!counting.contains(path) && !whole.equals(without(document, element))) {
          counting.add(path);
        }
      }
    }

    assertThat(counting).hasSizeGreaterThan(60);
    all.removeAll(counting);
    Set<String> listed = new TreeSet<>(MEANINGLESS);
    listed.addAll(NAMED_BY_THEIR_PARENTS);
    assertThat(all).isEqualTo(listed);
  }

  /** The file and the warnings; null when it is refused. */
  private static @Nullable String written(byte[] document) {
    try {
      WrittenVmx written = WRITER.convert(DomainXml.parse(document));
      return written.document().text() + written.warnings();
    } catch (XmlException | VmxException e) {
      return null;
    }
  }

  private static Document parsed(byte[] document)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
  }

  private static List<Element> descendants(Element element) {
    List<Element> all = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        all.add(inner);
        all.addAll(descendants(inner));
      }
    }
    return all;
  }

  private static String path(Element element) {
    Node parent = element.getParentNode();
    boolean top = parent.isSameNode(element.getOwnerDocument().getDocumentElement());
    return (top ? "" : path((Element) parent) + "/") + element.getNodeName();
  }

  private static @Nullable String without(Document document, Element element)
      throws TransformerException {
    Node parent = element.getParentNode();
    Node next = element.getNextSibling();
    parent.removeChild(element);
    StringWriter text = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(text));
    parent.insertBefore(element, next);
    return written(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
