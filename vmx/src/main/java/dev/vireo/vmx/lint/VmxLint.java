package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks configuration files. Never throws for what a file contains. */
public final class VmxLint {
  /** The name of the rule that a file can be read at all. */
  private static final String SYNTAX = "syntax";

  private static final List<Rule> RULES =
      List.of(
          new EncodingRule(),
          new DuplicateKeyRule(),
          new UnreadableKeyRule(),
          new ValueRule(),
          new VersionRule(),
          new MemoryRule(),
          new MemoryScheduleRule(),
          new CpuRule(),
          new CpuTopologyRule(),
          new CpuAffinityRule(),
          new HardwareFeatureRule(),
          new NicCountRule(),
          new MacAddressRule(),
          new AbsentDeviceRule(),
          new DiskSlotRule(),
          new DiskFileRule(),
          new ControllerRule(),
          new UuidRule(),
          new VncRule(),
          new FirmwareRule(),
          new EscapeRule(),
          new SameDiskRule(),
          new EncryptionRule(),
          // The last one: it is silent about what the others have found.
          new ConversionRule());

  private VmxLint() {}

  /** The names of all rules. */
  public static List<String> rules() {
    List<String> names = new ArrayList<>();
    names.add(SYNTAX);
    RULES.forEach(rule -> names.add(rule.name()));
    return List.copyOf(names);
  }

  /** What the rules find in a document, in the order of its lines. */
  public static List<Finding> check(VmxDocument document, LintOptions options) {
    Machine machine = new Machine(document);
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> rule.check(machine, new Report(rule.name(), findings)));
    if (machine.encryption() != null) {
      findings.removeIf(finding -> finding.line() == 0); // What is missing may be encrypted.
    }
    findings.removeIf(finding -> !options.wants(finding));
    findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** What the rules find in a file; one error if it cannot be read. */
  public static List<Finding> check(byte[] file, LintOptions options) {
    VmxDocument document;
    try {
      document = VmxDocument.parse(file);
    } catch (VmxSyntaxException e) {
      return List.of(new Finding(e.line(), Severity.ERROR, "", e.problem(), SYNTAX));
    }
    return check(document, options);
  }
}
