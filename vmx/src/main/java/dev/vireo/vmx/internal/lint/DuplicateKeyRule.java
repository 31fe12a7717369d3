package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.HashMap;
import java.util.Map;

/** Each key is there once. VMware refuses a file with "Variable ... is already defined". */
public final class DuplicateKeyRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "duplicate-key",
          Severity.ERROR,
          "each key is there once; VMware refuses files with one twice");

  private static final String ENCODING = ".encoding";

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    Map<String, VmxEntry> firsts = new HashMap<>();
    for (VmxEntry entry : machine.all()) {
      VmxEntry first = firsts.putIfAbsent(entry.foldedKey(), entry);
      boolean same = first != null && first.value().equals(entry.value());
      if (first == null || (same && entry.foldedKey().equals(ENCODING))) {
        continue; // The encoding alone may be there twice, if it is the same.
      }
      String place = "line " + first.line();
      String which =
          first.key().equals(entry.key())
              ? "the key is already on " + place
              : "the key differs from '" + first.key() + "' on " + place + " in its case only";
      report.error(
          entry,
          which
              + (same
                  ? " with the same value; VMware refuses the file"
                  : "; libvirt takes the value of " + place + ", VMware refuses the file"));
    }
  }
}
