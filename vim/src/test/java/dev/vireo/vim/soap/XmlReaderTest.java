package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

  @Test
  void textIsReadWithReferencesCharacterDataSectionsAndComments() {
    assertThat(textOf("<a>1 &lt; 2 &amp; &#65;&#x1F600;<!-- no --><![CDATA[<&>]]>\r\nz</a>"))
        .isEqualTo("1 < 2 & A\uD83D\uDE00<&>\nz");
  }

  @Test
  void textSkipsChildren() {
    assertThat(textOf("<a>x<b><c>no</c></b>y</a>")).isEqualTo("xy");
  }

  @Test
  void childrenAreVisitedInOrderAndCanBeSkipped() {
    XmlReader xml = reader("<a> <b><c/></b> <d/>text<e>1</e></a>");
    StringBuilder seen = new StringBuilder();
    while (xml.nextChild()) {
      seen.append(xml.localName());
      xml.skip();
    }
    assertThat(seen).hasToString("bde");
    assertThat(xml.depth()).isZero();
  }

  @Test
  void aNamespaceEndsWithItsElement() {
    XmlReader xml = reader("<a xmlns:p='u'><b xmlns:p='v'/><c p:t='1'/></a>");
    xml.nextChild();
    assertThat(xml.namespaceOf("p")).isEqualTo("v");
    xml.skip();
    xml.nextChild();
    assertThat(xml.attribute("u", "t")).isEqualTo("1");
  }

  @Test
  void otherEncodingsAreRead() {
    byte[] latin =
        "<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>\u00e9</a>"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new XmlReader(latin).text()).isEqualTo("\u00e9");
    byte[] utf16 = "\uFEFF<a>\u20ac</a>".getBytes(StandardCharsets.UTF_16BE);
    assertThat(new XmlReader(utf16).text()).isEqualTo("\u20ac");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "x",
        "<",
        "<a",
        "<a ",
        "<a b",
        "<a b=",
        "<a b='",
        "<a b='1'",
        "<a>",
        "<a>x",
        "<a></b>",
        "<a><b></a>",
        "<a/",
        "<a>&none;</a>",
        "<a>&#0;</a>",
        "<a>&amp</a>",
        "<a><!-- </a>",
        "<a><![CDATA[ </a>",
        "<a b=1/>",
        "< a/>",
        "<a>&#x;</a>",
        "<a>&#99999999999;</a>"
      })
  void whatIsNotWellFormedIsRefused(String document) {
    assertThatThrownBy(() -> textOf(document)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void aDocumentTypeIsRefused() {
    assertThatThrownBy(() -> textOf("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"))
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.DOCTYPE));
  }

  @Test
  void nestingIsBounded() {
    String deep = "<a>".repeat(XmlReader.MAX_DEPTH + 1);
    assertThatThrownBy(() -> reader(deep).skip())
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.LIMIT));
  }

  @Test
  void attributesAreBounded() {
    StringBuilder many = new StringBuilder("<a");
    for (int i = 0; i < 1000; i++) {
      many.append(" a").append(i).append("='1'");
    }
    assertThatThrownBy(() -> textOf(many + "/>"))
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.LIMIT));
  }

  @Test
  void damagedDocumentsAreReadOrRefusedButNeverBreakTheReader() {
    byte[] document =
        "<?xml version='1.0'?><a x='1' xmlns:p='u'><b p:q='&lt;'>t&amp;<![CDATA[c]]></b><!--d--><e/></a>"
            .getBytes(StandardCharsets.UTF_8);
    long seed = 20_261_123L;
    Random random = new Random(seed);
    for (int round = 0; round < 50_000; round++) {
      byte[] damaged = document.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        new XmlReader(damaged).skip();
      } catch (ProtocolException expected) {
        assertThat(expected)
            .as("seed %s, round %s", seed, round)
            .hasMessageStartingWith("The answer");
      }
    }
  }

  private static String textOf(String document) {
    return reader(document).text();
  }

  private static XmlReader reader(String document) {
    return new XmlReader(document.getBytes(StandardCharsets.UTF_8));
  }
}
