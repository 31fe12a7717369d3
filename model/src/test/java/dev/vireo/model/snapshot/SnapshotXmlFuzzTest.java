package dev.vireo.model.snapshot;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.model.xml.XmlException;

/** Whatever is read, it ends in a snapshot that survives writing, or in one kind of exception. */
class SnapshotXmlFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void anyBytes(byte @NotNull [] document) {
    SnapshotDefinition snapshot;
    try {
      snapshot = SnapshotXml.parse(document);
    } catch (XmlException e) {
      if (e.getMessage() == null || e.line() < 0 || e.column() < 0) {
        throw new AssertionError("an error without a place", e);
      }
      return;
    }
    String text = SnapshotXml.format(snapshot);
    SnapshotDefinition again = SnapshotXml.parse(text);
    if (!again.equals(snapshot)) {
      throw new AssertionError("changed by writing: " + text);
    }
    if (!SnapshotXml.format(again).equals(text)) {
      throw new AssertionError("not a fixed point: " + text);
    }
  }
}
