package dev.vireo.vmx.internal.convert;

import dev.vireo.model.DomainMetadata;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlException;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.vmx.NoteKeys;
import java.util.List;

/** Title and metadata, for which VMware has no keys: they are kept under keys of Vireo's own. */
final class Notes {

  /** The name of the element in what a domain's record does not know. */
  static final String METADATA = "metadata";

  private Notes() {}

  static void read(Reading reading, DomainDefinitionBuilder domain) {
    Section file = reading.general();
    domain.title(file.filled(NoteKeys.TITLE));
    String text = file.filled(NoteKeys.METADATA);
    if (text == null) {
      return;
    }
    try {
      XmlNode.Element metadata = DomainMetadata.parse(text).element();
      domain.extras(Extras.builder().elements(List.of(metadata)).build());
    } catch (XmlException e) {
      file.warn(NoteKeys.METADATA, "cannot be read and is not shown: " + e.getMessage());
    }
  }

  static void plan(Plan plan) {
    DomainDefinition domain = plan.domain();
    String title = domain.title();
    if (title != null && !title.isEmpty()) {
      plan.add("title", title, out -> out.set(NoteKeys.TITLE, title));
    }
    for (XmlNode.Element element : domain.extras().elements()) {
      if (element.name().equals(METADATA) && !element.children().isEmpty()) {
        DomainMetadata metadata = DomainMetadata.of(element);
        plan.add(METADATA, metadata, out -> out.set(NoteKeys.METADATA, metadata.format()));
      }
    }
  }
}
