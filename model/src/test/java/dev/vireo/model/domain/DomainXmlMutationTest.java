package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.XmlNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each document that was changed at random either cannot be read, or survives writing. */
class DomainXmlMutationTest {

  private static final int DOCUMENTS = 600;

  static List<String> documents() {
    return Documents.ALL;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatCanBeReadSurvivesWriting(String name) {
    XmlNode.Element root = XmlDocumentReader.read(name, Documents.read(name)).whole();
    int readable = 0;
    for (String document : Mutations.of(root, DOCUMENTS)) {
      Optional<DomainDefinition> domain = Mutations.readable(document);
      if (domain.isEmpty()) {
        continue;
      }
      readable++;
      String written = DomainXml.format(domain.get());
      DomainDefinition again = DomainXml.parse(written);
      assertThat(again).as("from %s", document).isEqualTo(domain.get());
      assertThat(DomainXml.format(again)).as("from %s", document).isEqualTo(written);
    }
    assertThat(readable).as("documents that could be read").isGreaterThan(DOCUMENTS / 10);
  }
}
