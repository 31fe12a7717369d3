package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NormalFormTest {
  NormalFormTest() {}

  @Test
  void attributesAreSortedAndBlankTextIsDropped() {
    assertThat(CanonicalXml.of("<a z='1' b=\"2\">\n  <c/>\n</a>"))
        .isEqualTo("<a b='2' z='1'>\n  <c/>\n</a>\n");
  }

  @Test
  void elementsKeepTheirOrder() {
    assertThat(CanonicalXml.of("<a><c/><b/></a>")).isNotEqualTo(CanonicalXml.of("<a><b/><c/></a>"));
  }

  @Test
  void entitiesAndCdataAreText() {
    assertThat(CanonicalXml.of("<a>&quot;&#65;<![CDATA[<&]]>'</a>"))
        .isEqualTo("<a>\"A&lt;&amp;&apos;</a>\n");
  }

  @Test
  void blanksThatAreTheTextStay() {
    assertThat(CanonicalXml.of("<a> </a>")).isEqualTo("<a> </a>\n");
    assertThat(CanonicalXml.of("<a></a>")).isEqualTo(CanonicalXml.of("<a/>"));
    assertThat(CanonicalXml.of("<a>x\ny</a>")).isEqualTo("<a>x&#10;y</a>\n");
  }

  @Test
  void prefixesDoNotCount() {
    assertThat(CanonicalXml.of("<p:a xmlns:p='urn:x' p:b='1'/>"))
        .isEqualTo(CanonicalXml.of("<q:a xmlns:q='urn:x' q:b='1'/>"))
        .contains("urn:x");
  }

  @Test
  void brokenXmlIsAnError() {
    assertThatThrownBy(() -> CanonicalXml.of("<a>")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vmxValuesMayHoldLineEndsAndQuotes() {
    VmxLines lines = VmxLines.of("a = \"1\nx\"\nb.c = \"2\"3\"\n\n");

    assertThat(lines.entries())
        .containsExactly(new VmxLines.Entry("a", "1\nx"), new VmxLines.Entry("b.c", "2\"3"));
  }

  @Test
  void vmxEntriesHaveAnOrderedAndASortedForm() {
    VmxLines lines = VmxLines.of("b = \"1\"\na = \"2\"\n");

    assertThat(lines.ordered()).isEqualTo("b = \"1\"\na = \"2\"\n");
    assertThat(lines.sorted()).isEqualTo("a = \"2\"\nb = \"1\"\n");
  }

  @Test
  void otherTextIsNoVmx() {
    assertThatThrownBy(() -> VmxLines.of("hello")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VmxLines.of("a = \"1")).isInstanceOf(IllegalArgumentException.class);
  }
}
