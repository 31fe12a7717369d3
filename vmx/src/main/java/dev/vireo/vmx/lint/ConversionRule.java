package dev.vireo.vmx.lint;

import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.DomainReader;
import java.util.List;

/**
 * What domain XML shows otherwise than it stands, or leaves out as wrong: the warnings of the
 * conversion, as far as no other rule has something to say about the same line.
 */
final class ConversionRule implements Rule {

  static final String NAME = "conversion";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (ConversionWarning warning : oddities(machine)) {
      if (!report.isAbout(warning.line(), warning.key())) {
        report.add(
            new Finding(
                warning.line(),
                Severity.WARNING,
                warning.key(),
                "'" + warning.key() + "' " + warning.text(),
                NAME));
      }
    }
  }

  private static List<ConversionWarning> oddities(Machine machine) {
    try {
      return DomainReader.oddities(machine.document());
    } catch (VmxException e) {
      return List.of(); // Other rules tell what makes the machine impossible.
    }
  }
}
