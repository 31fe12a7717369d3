package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** The document {@code vimServiceVersions.xml}, in which a server names the versions it speaks. */
public final class ServiceVersions {

  private static final String NAMESPACE = "urn:vim25";

  private ServiceVersions() {}

  /**
   * Reads the versions of the namespace {@code urn:vim25}, the newest first as servers order them.
   *
   * @return the versions; empty for a document of another kind, such as the HTML page of a server
   *     that answers every address
   */
  public static List<String> read(byte[] document) {
    try {
      XmlReader xml = new XmlReader(document);
      List<String> versions = new ArrayList<>();
      if (xml.localName().equals("namespaces")) {
        while (xml.nextChild()) {
          readNamespace(xml, versions);
        }
      }
      return versions;
    } catch (ProtocolException e) {
      return List.of();
    }
  }

  private static void readNamespace(XmlReader xml, List<String> versions) {
    String name = "";
    List<String> found = new ArrayList<>();
    while (xml.nextChild()) {
      switch (xml.localName()) {
        case "name" -> name = xml.text().strip();
        case "version" -> found.add(xml.text().strip());
        case "priorVersions" -> {
          while (xml.nextChild()) {
            found.add(xml.text().strip());
          }
        }
        default -> xml.skip();
      }
    }
    if (name.equals(NAMESPACE)) {
      versions.addAll(found);
    }
  }
}
