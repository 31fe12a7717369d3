package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** UUIDs are 16 bytes in hexadecimal. */
public final class UuidRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("uuid", Severity.ERROR, "UUIDs are 16 bytes in hexadecimal");
  private static final List<String> KEYS = List.of("uuid.bios", "uuid.location", "vc.uuid");
  private static final Pattern SEPARATORS = Pattern.compile("[ -]");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (String key : KEYS) {
      VmxEntry entry = machine.entry(key);
      if (entry != null
          && !DIGITS.matcher(SEPARATORS.matcher(entry.value()).replaceAll("")).matches()) {
        report.error(
            entry,
            "'"
                + entry.value()
                + "' is not a UUID, such as 56 4d 9b ef ac d9 b4 e0-"
                + "c8 f0 ae a8 b9 10 35 15");
      }
    }
  }
}
