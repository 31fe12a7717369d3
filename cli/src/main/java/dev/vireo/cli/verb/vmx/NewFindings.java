package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.LintOptions;
import dev.vireo.vmx.lint.Severity;
import dev.vireo.vmx.lint.VmxLint;
import java.util.List;
import java.util.Set;

/** Warns of what a command has made of a VMX file that {@code vmx lint} would warn of. */
final class NewFindings {
  private static final LintOptions OPTIONS = new LintOptions(Severity.WARNING, Set.of());

  private NewFindings() {}

  /**
   * Warns of it.
   *
   * @param before what the file was; what was wrong with it is not the doing of the command
   * @param after what it becomes
   */
  static void warn(Call call, VmxDocument before, VmxDocument after) {
    tell(call, after, VmxLint.check(before, OPTIONS).stream().map(NewFindings::text).toList());
  }

  /** Warns of everything in a file that is new. */
  static void warn(Call call, VmxDocument written) {
    tell(call, written, List.of());
  }

  private static void tell(Call call, VmxDocument document, List<String> known) {
    for (Finding finding : VmxLint.check(document, OPTIONS)) {
      if (!known.contains(text(finding))) {
        call.output().warning(text(finding));
      }
    }
  }

  private static String text(Finding finding) {
    return finding.key() + ": " + finding.text() + " [" + finding.rule() + "]";
  }
}
