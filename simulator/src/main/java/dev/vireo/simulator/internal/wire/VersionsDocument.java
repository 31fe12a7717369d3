package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.schema.ApiRelease;

/** {@code /sdk/vimServiceVersions.xml}: the API releases that a host speaks. */
final class VersionsDocument {

  private VersionsDocument() {}

  static String of(Product product) {
    StringBuilder xml = new StringBuilder(512);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<namespaces version=\"1.0\">\n");
    xml.append(" <namespace>\n  <name>urn:vim25</name>\n  <version>");
    xml.append(product.api().label()).append("</version>\n  <priorVersions>\n");
    for (ApiRelease prior : product.api().prior()) {
      xml.append("   <version>").append(prior.label()).append("</version>\n");
    }
    xml.append("  </priorVersions>\n </namespace>\n <namespace>\n  <name>urn:vim2</name>\n");
    xml.append("  <version>2.0</version>\n </namespace>\n</namespaces>\n");
    return xml.toString();
  }
}
