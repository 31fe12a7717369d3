package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.regex.Pattern;

/** Keys have the characters that libvirt's reader knows (virConfParseName). */
public final class UnreadableKeyRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "unreadable-key", Severity.INFO, "libvirt reads keys of letters, digits and _:.- only");
  private static final Pattern READABLE = Pattern.compile("[A-Za-z.][A-Za-z0-9_:.-]*");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (VmxEntry entry : machine.all()) {
      if (!READABLE.matcher(entry.key()).matches()) {
        report.info(
            entry,
            "libvirt cannot read a file with a key that is not of letters, digits and '_:.-',"
                + " with a letter or '.' at its start");
      }
    }
  }
}
