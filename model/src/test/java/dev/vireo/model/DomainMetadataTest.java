package dev.vireo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.xml.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements of programs in a domain. What is expected is what virsh 9.0.0 prints. */
class DomainMetadataTest {

  @Test
  void anElementGetsItsNamespaceAndGivesItBack() {
    DomainMetadata metadata =
        DomainMetadata.NONE.with("<a b=\"1\"><c>t</c></a>", "k", "http://x/1");

    assertThat(metadata.format())
        .isEqualTo("<metadata><k:a xmlns:k=\"http://x/1\" b=\"1\"><k:c>t</k:c></k:a></metadata>");
    assertThat(metadata.find("http://x/1")).contains("<a b=\"1\">\n  <c>t</c>\n</a>");
    assertThat(metadata.find("http://x/2")).isEmpty();
    assertThat(DomainMetadata.parse(metadata.format())).isEqualTo(metadata);
  }

  @Test
  void thereIsOneElementForEachNamespace() {
    DomainMetadata metadata =
        DomainMetadata.NONE
            .with("<a/>", "k", "urn:a")
            .with("<b/>", "k", "urn:b")
            .with("<c/>", "q", "urn:a");

    assertThat(metadata.format())
        .isEqualTo("<metadata><k:b xmlns:k=\"urn:b\"/><q:c xmlns:q=\"urn:a\"/></metadata>");
    assertThat(metadata.without("urn:a").without("urn:b")).isEqualTo(DomainMetadata.NONE);
    assertThat(metadata.without("urn:c")).isEqualTo(metadata);
  }

  @Test
  void whatHasANamespaceKeepsIt() {
    DomainMetadata metadata =
        DomainMetadata.NONE.with(
            "<k:a xmlns:k=\"urn:a\"><b xmlns=\"urn:b\"/><p:c xmlns:p=\"urn:c\"/></k:a>",
            "k",
            "urn:a");

    assertThat(metadata.format())
        .isEqualTo(
            "<metadata><k:a xmlns:k=\"urn:a\"><b xmlns=\"urn:b\"/><p:c xmlns:p=\"urn:c\"/></k:a>"
                + "</metadata>");
    assertThat(metadata.find("urn:a"))
        .contains("<a>\n  <b xmlns=\"urn:b\"/>\n  <p:c xmlns:p=\"urn:c\"/>\n</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<a", "<a/><b/>", "text", "<!DOCTYPE a []><a/>"})
  void whatIsNoElementIsRefused(String xml) {
    assertThatThrownBy(() -> DomainMetadata.NONE.with(xml, "k", "urn:a"))
        .isInstanceOf(XmlException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "<a/>, '', urn:a",
    "<a/>, 1k, urn:a",
    "<a/>, k:l, urn:a",
    "<a/>, xmlk, urn:a",
    "<a/>, k, ''",
    "<a xmlns='urn:b'/>, k, urn:a",
    "<a xmlns:k='urn:b'/>, k, urn:a"
  })
  void whatCannotBeNamedIsRefused(String xml, String prefix, String uri) {
    assertThatThrownBy(() -> DomainMetadata.NONE.with(xml, prefix, uri))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherElementIsNoMetadata() {
    assertThatThrownBy(() -> DomainMetadata.parse("<meta/>")).isInstanceOf(XmlException.class);
  }
}
