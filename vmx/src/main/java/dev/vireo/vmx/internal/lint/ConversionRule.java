package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.DomainReader;
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.List;
import java.util.Set;

/**
 * What domain XML shows otherwise than it stands, or leaves out as wrong: the warnings of the
 * conversion, as far as no other rule has something to say about the same line.
 */
public final class ConversionRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("conversion", Severity.INFO, "domain XML shows everything as it stands");

  /** The rules that are about how a line is written and not about what it says. */
  private static final Set<String> ABOUT_LINES =
      Set.of("vmware-syntax", "unquoted", "unreadable-key", "encoding");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (ConversionWarning warning : oddities(machine)) {
      if (!report.isAbout(warning.line(), warning.key(), ABOUT_LINES)) {
        report.add(
            new Finding(
                warning.line(),
                Severity.INFO,
                warning.key(),
                "'" + warning.key() + "' " + warning.text(),
                ABOUT.name()));
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
