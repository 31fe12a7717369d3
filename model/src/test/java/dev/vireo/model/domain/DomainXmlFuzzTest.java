package dev.vireo.model.domain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.model.xml.XmlException;

/** Whatever is read, it ends in a domain that survives writing, or in one kind of exception. */
class DomainXmlFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void anyBytes(byte @NotNull [] document) {
    DomainDefinition domain;
    try {
      domain = DomainXml.parse(document);
    } catch (XmlException e) {
      if (e.getMessage() == null || e.line() < 0 || e.column() < 0) {
        throw new AssertionError("an error without a place", e);
      }
      return;
    }
    String text = DomainXml.format(domain);
    DomainDefinition again = DomainXml.parse(text);
    if (!again.equals(domain)) {
      throw new AssertionError("changed by writing: " + text);
    }
    if (!DomainXml.format(again).equals(text)) {
      throw new AssertionError("not a fixed point: " + text);
    }
  }
}
