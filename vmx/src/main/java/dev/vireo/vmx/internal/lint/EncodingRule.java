package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxCharsets;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The encoding is known, and the file is in it. */
public final class EncodingRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "encoding",
          Severity.ERROR,
          "the encoding is one that VMware knows, and the file is written in it");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    Charset charset = machine.document().charset();
    VmxEntry encoding = machine.entry(".encoding");
    if (encoding != null) {
      checkName(encoding, report);
    } else if (!charset.equals(StandardCharsets.UTF_8)) {
      report.missing(
          Severity.INFO,
          ".encoding",
          "the file names no encoding and is not UTF-8, so it is read as " + charset);
    }
    if (hasStrangeBytes(machine.document())) {
      for (VmxEntry entry : machine.all()) {
        if (entry.value().indexOf('\ufffd') >= 0) {
          report.warning(entry, "the value has bytes that mean nothing in " + charset);
        }
      }
    }
  }

  private static void checkName(VmxEntry encoding, Report report) {
    String name = encoding.value();
    switch (VmxCharsets.named(name)) {
      case VmxCharsets.Named.Unusable unusable ->
          report.add(
              unusable.known() ? Severity.INFO : Severity.ERROR,
              encoding,
              "'" + name + "' " + unusable.problem());
      case VmxCharsets.Named.Usable usable -> {
        if (!isIana(name)) {
          report.info(
              encoding, "'" + name + "' is known to libvirt only where its libxml2 has ICU");
        }
      }
    }
  }

  /** Whether Java knows the name, too, as most programs do then. */
  private static boolean isIana(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** Whether not all of the file can be read: U+FFFD itself may stand in it, too. */
  private static boolean hasStrangeBytes(VmxDocument document) {
    String text = document.text();
    return text.indexOf('\ufffd') >= 0
        && !Arrays.equals(text.getBytes(document.charset()), document.toBytes());
  }
}
