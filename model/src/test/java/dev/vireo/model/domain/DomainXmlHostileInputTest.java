package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.model.xml.XmlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainXmlHostileInputTest {

  private static final String BODY = "<memory>1</memory><os><type>hvm</type></os></domain>";

  private static XmlException failure(String document) {
    return assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(document))
        .actual();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE domain>",
        "<!DOCTYPE domain SYSTEM 'http://127.0.0.1:1/x.dtd'>",
        "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE d [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'>%x;]>",
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
      })
  void aDocumentTypeIsRefusedWhateverItSays(String doctype) {
    assertThat(failure(doctype + "\n<domain type='x'><name>&x;</name>" + BODY))
        .hasMessage(
            "domain XML, line 1: a document type declaration (DOCTYPE) is not allowed; remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\ufeff", "\ufeff\n"})
  void anEmptyDocumentIsCalledEmpty(String document) {
    assertThat(failure(document)).hasMessage("domain XML, line 1: it is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.version = '8'", "\n x<domain/>", "{}"})
  void whatIsNoXmlIsCalledThat(String document) {
    assertThat(failure(document))
        .hasMessage("domain XML, line 1: it is no XML, for it does not begin with '<'");
  }

  @Test
  void anUndeclaredEntityIsAnErrorInTextAndInAttributes() {
    assertThat(failure("<domain type='x'><name>a&foo;b</name>" + BODY))
        .hasMessageContaining("line 1")
        .hasMessageContaining("foo");
    assertThat(failure("<domain type='&foo;'>" + BODY)).hasMessageContaining("foo");
  }

  @Test
  void nestingIsBounded() {
    assertThat(failure("<domain type='x'>" + "<a>".repeat(100_000)))
        .hasMessage("domain XML, line 1: elements are nested deeper than 256");
    String deep = "<a>".repeat(255) + "</a>".repeat(255);
    DomainDefinition domain = DomainXml.parse("<domain type='x'>" + deep + BODY);
    assertThat(DomainXml.parse(DomainXml.format(domain))).isEqualTo(domain);
  }

  @Test
  void elementsAreBounded() {
    assertThat(failure("<domain type='x'>" + "<a/>".repeat(1_000_000) + BODY))
        .hasMessage("domain XML, line 1: it has more than 200000 elements and texts");
  }

  @Test
  void attributesAreBounded() {
    StringBuilder document = new StringBuilder("<domain type='x'");
    for (int i = 0; i < 1_000_000; i++) {
      document.append(" a").append(i).append("=''");
    }
    assertThat(failure(document + ">" + BODY)).hasMessageContaining("256");
    StringBuilder declarations = new StringBuilder("<domain type='x'");
    for (int i = 0; i < 300; i++) {
      declarations.append(" xmlns:a").append(i).append("='u'");
    }
    assertThat(failure(declarations + ">" + BODY)).hasMessageContaining("256");
  }

  @Test
  void sizeIsBounded() {
    assertThat(failure("<domain type='" + "x".repeat(100_000_000)))
        .hasMessage("domain XML: it is larger than 16 MiB (100000014)");
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(new byte[17 << 20]))
        .withMessageContaining("larger than 16 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "domain",
        "\0",
        "<domain type='x'>\0" + BODY,
        "<domain type='x\0'>" + BODY,
        "<domain type='x'>&#0;" + BODY,
        "<domain type='x'>" + BODY + "<domain/>",
        "<domain type='x'>" + BODY + "x",
        "<domain type='x'><name>\ud800</name>" + BODY,
        "<domain type='x'",
        "<domain type='x' type='y'>" + BODY,
        "<domain type='x'><q:a/>" + BODY,
        "<domain type='x' q:a='1'>" + BODY,
        "<domain type='x' xmlns:a='u' xmlns:b='u' a:x='' b:x=''>" + BODY,
        "<domain type='x'></name>" + BODY,
        "<?xml version='1.1'?><domain type='x'>" + BODY,
      })
  void whatIsNotWellFormedIsAnErrorWithAPlace(String document) {
    XmlException failure = failure(document);
    assertThat(failure).hasMessageStartingWith("domain XML, line 1: ");
    assertThat(failure.line()).isEqualTo(1);
    assertThat(failure.getMessage()).doesNotContain("w3.org");
  }

  @Test
  void bytesThatAreNotInTheEncodingAreAnError() {
    byte[] latin1 =
        ("<domain type='x'>\n<name>\u00ff</name>" + BODY).getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(latin1))
        .withMessage(
            "domain XML, line 2: the bytes at offset 24 are not UTF-8; save the document in the"
                + " encoding that it declares, or in UTF-8");
  }

  @Test
  void anUnknownEncodingIsAnError() {
    byte[] document =
        ("<?xml version='1.0' encoding='klingon'?><domain>" + BODY)
            .getBytes(StandardCharsets.US_ASCII);
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(document))
        .withMessage("domain XML, line 1: the encoding 'klingon' is not known; use UTF-8");
  }
}
