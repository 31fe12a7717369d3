package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainXmlEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8, false",
    "UTF-8, true",
    "UTF-16BE, false",
    "UTF-16BE, true",
    "UTF-16LE, false",
    "UTF-16LE, true",
    "windows-1252, false",
    "ISO-8859-15, false",
    "GB18030, false",
  })
  void bytesAreReadInTheirEncoding(String encoding, boolean mark) {
    String document =
        (mark ? "\ufeff" : "")
            + "<?xml version='1.0' encoding=\""
            + encoding
            + "\"?>\n"
            + "<domain type='x'><name>5 \u20ac</name><memory>1</memory>"
            + "<os><type>hvm</type></os></domain>";

    assertThat(DomainXml.parse(document.getBytes(Charset.forName(encoding))).name())
        .isEqualTo("5 \u20ac");
    assertThat(DomainXml.parse(document).name()).isEqualTo("5 \u20ac");
  }
}
