package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainXmlRoundTripTest {

  static List<String> documents() {
    return Documents.ALL;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentOfLibvirtComesOutAsItWentIn(String name) {
    String document = Documents.read(name);
    assertThat(DomainXml.format(DomainXml.parse(document))).isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void bytesReadLikeText(String name) {
    String document = Documents.read(name);
    assertThat(DomainXml.parse(document.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(DomainXml.parse(document));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void layoutMeansNothing(String name) {
    String document = Documents.read(name);
    String oneLine = document.replaceAll(">\\s+<", "><");
    assertThat(withoutEmptyBlocks(DomainXml.format(DomainXml.parse(oneLine))))
        .isEqualTo(withoutEmptyBlocks(document));
  }

  /** Libvirt writes some elements without content as two tags in two lines. */
  private static String withoutEmptyBlocks(String document) {
    return document.replaceAll("<(\\w+)([^<>]*)>\\s*</\\1>", "<$1$2/>");
  }
}
