package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** The encoding is known, and the file is in it. */
final class EncodingRule implements Rule {

  @Override
  public String name() {
    return "encoding";
  }

  @Override
  public void check(Machine machine, Report report) {
    Charset charset = machine.document().charset();
    VmxEntry encoding = machine.entry(".encoding");
    if (encoding == null) {
      if (!charset.equals(StandardCharsets.UTF_8)) {
        report.missing(
            Severity.WARNING,
            ".encoding",
            "the file names no encoding and is not UTF-8, so it is read as " + charset);
      }
    } else if (!isName(encoding.value(), charset)) {
      report.error(
          encoding, "'" + encoding.value() + "' is not an encoding that a file can be read in");
    }
    for (VmxEntry entry : machine.all()) {
      if (entry.value().indexOf('\ufffd') >= 0) {
        report.warning(entry, "the value has bytes that mean nothing in " + charset);
      }
    }
  }

  private static boolean isName(String name, Charset charset) {
    try {
      return Charset.forName(name).equals(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
