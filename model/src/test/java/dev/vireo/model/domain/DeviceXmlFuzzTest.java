package dev.vireo.model.domain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.model.xml.XmlException;
import java.util.List;

/** Whatever is read, it ends in a device that survives writing, or in one kind of exception. */
class DeviceXmlFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void anyBytes(byte @NotNull [] document) {
    Device device;
    try {
      device = DeviceXml.parse(document);
    } catch (XmlException e) {
      if (e.getMessage() == null || e.line() < 0 || e.column() < 0) {
        throw new AssertionError("an error without a place", e);
      }
      return;
    }
    String text = DeviceXml.format(device);
    Device again = DeviceXml.parse(text);
    if (!again.equals(device)) {
      throw new AssertionError("changed by writing: " + text);
    }
    if (!DeviceXml.format(again).equals(text)) {
      throw new AssertionError("not a fixed point: " + text);
    }
    if (!Devices.builder().device(device).build().all().equals(List.of(device))) {
      throw new AssertionError("not a device of a domain: " + text);
    }
  }
}
