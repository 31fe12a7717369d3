package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxEscapes;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The escapes of the name and the description are whole. */
public final class EscapeRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "escape",
          Severity.INFO,
          "the escapes in name and description are ones that libvirt reads");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    check(machine.entry("displayname"), VmxEscapes::unescapeDisplayName, report);
    check(machine.entry("annotation"), VmxEscapes::unescapeAnnotation, report);
  }

  private static void check(
      @Nullable VmxEntry entry, UnaryOperator<String> unescape, Report report) {
    if (entry == null) {
      return;
    }
    try {
      String unused = unescape.apply(entry.value());
    } catch (IllegalArgumentException e) {
      report.info(entry, "libvirt refuses the machine, for " + e.getMessage());
    }
  }
}
