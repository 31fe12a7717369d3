package dev.vireo.model.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Domain documents for tests. */
final class Documents {

  /**
   * Documents in libvirt's own form. {@code many-devices} and {@code more-devices} are what virsh
   * 9.0.0 printed after it defined documents made for this test ({@code test:///default}).
   */
  static final List<String> ALL = List.of("many-devices", "more-devices", "nested-esxi", "vmware");

  private Documents() {}

  static String read(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/domain/" + name + ".xml")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no document " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small domain with these elements. */
  static String domain(String elements) {
    return "<domain type='kvm'><memory>1024</memory><os><type>hvm</type></os>"
        + elements
        + "</domain>";
  }

  /** A small domain with these devices. */
  static String devices(String elements) {
    return domain("<devices>" + elements + "</devices>");
  }
}
