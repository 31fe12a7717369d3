package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;
import dev.vireo.vmx.internal.lint.AbsentDeviceRule;
import dev.vireo.vmx.internal.lint.ControllerRule;
import dev.vireo.vmx.internal.lint.ConversionRule;
import dev.vireo.vmx.internal.lint.CpuAffinityRule;
import dev.vireo.vmx.internal.lint.CpuRule;
import dev.vireo.vmx.internal.lint.CpuTopologyRule;
import dev.vireo.vmx.internal.lint.DiskFileRule;
import dev.vireo.vmx.internal.lint.DiskSlotRule;
import dev.vireo.vmx.internal.lint.DuplicateKeyRule;
import dev.vireo.vmx.internal.lint.EncodingRule;
import dev.vireo.vmx.internal.lint.EncryptionRule;
import dev.vireo.vmx.internal.lint.EscapeRule;
import dev.vireo.vmx.internal.lint.FirmwareRule;
import dev.vireo.vmx.internal.lint.GuestSystemRule;
import dev.vireo.vmx.internal.lint.HardwareFeatureRule;
import dev.vireo.vmx.internal.lint.MacAddressRule;
import dev.vireo.vmx.internal.lint.Machine;
import dev.vireo.vmx.internal.lint.MemoryRule;
import dev.vireo.vmx.internal.lint.MemoryScheduleRule;
import dev.vireo.vmx.internal.lint.NicCountRule;
import dev.vireo.vmx.internal.lint.PortSlotRule;
import dev.vireo.vmx.internal.lint.Report;
import dev.vireo.vmx.internal.lint.Rule;
import dev.vireo.vmx.internal.lint.SameDiskRule;
import dev.vireo.vmx.internal.lint.UnquotedRule;
import dev.vireo.vmx.internal.lint.UnreadableKeyRule;
import dev.vireo.vmx.internal.lint.UuidRule;
import dev.vireo.vmx.internal.lint.ValueRule;
import dev.vireo.vmx.internal.lint.VersionRule;
import dev.vireo.vmx.internal.lint.VmwareSyntaxRule;
import dev.vireo.vmx.internal.lint.VncRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks configuration files. Never throws for what a file contains. */
public final class VmxLint {
  /** The rule that a file can be read at all. */
  private static final LintRule SYNTAX =
      new LintRule("syntax", Severity.ERROR, "the file can be read, with all its lines");

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

  private static final List<Rule> RULES =
      List.of(
          new VmwareSyntaxRule(),
          new UnquotedRule(),
          new EncodingRule(),
          new DuplicateKeyRule(),
          new UnreadableKeyRule(),
          new ValueRule(),
          new VersionRule(),
          new GuestSystemRule(),
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
          new PortSlotRule(),
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

  /** All rules, in the order in which they look. */
  public static List<LintRule> catalogue() {
    List<LintRule> rules = new ArrayList<>();
    rules.add(SYNTAX);
    RULES.forEach(rule -> rules.add(rule.about()));
    return List.copyOf(rules);
  }

  /** The names of all rules. */
  public static List<String> rules() {
    return catalogue().stream().map(LintRule::name).toList();
  }

  /** What the rules find in a document, in the order of its lines. */
  public static List<Finding> check(VmxDocument document, LintOptions options) {
    return wanted(findings(document), options);
  }

  private static List<Finding> findings(VmxDocument document) {
    Machine machine = new Machine(document);
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> rule.check(machine, new Report(rule.about().name(), findings)));
    if (machine.encryption() != null) {
      findings.removeIf(finding -> finding.line() == 0); // What is missing may be encrypted.
    }
    return findings;
  }

  private static List<Finding> wanted(List<Finding> findings, LintOptions options) {
    return findings.stream()
        .filter(options::wants)
        .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity))
        .toList();
  }

  /**
   * What the rules find in a file, in the order of its lines. A line that cannot be read is an
   * error, and what the others say is looked at all the same.
   */
  public static List<Finding> check(byte[] file, LintOptions options) {
    VmxDocument.Salvaged salvaged = VmxDocument.salvage(file);
    VmxDocument document = salvaged.document();
    List<Finding> findings = new ArrayList<>();
    for (VmxSyntaxException problem : salvaged.problems()) {
      findings.add(
          new Finding(problem.line(), SYNTAX.worst(), "", problem.problem(), SYNTAX.name()));
    }
    if (findings.isEmpty() || !document.entries().isEmpty()) {
      List<Finding> ofOthers = findings(document);
      List<String> unread = unreadLines(salvaged);
      ofOthers.removeIf(finding -> finding.line() == 0 && isIn(unread, finding.key()));
      findings.addAll(ofOthers);
    }
    return wanted(findings, options);
  }

  /** The lines that cannot be read, in lower case. */
  private static List<String> unreadLines(VmxDocument.Salvaged salvaged) {
    if (salvaged.problems().isEmpty()) {
      return List.of();
    }
    String[] lines = LINE_END.split(salvaged.document().text().toLowerCase(Locale.ROOT), -1);
    return salvaged.problems().stream()
        .filter(problem -> problem.line() <= lines.length)
        .map(problem -> lines[problem.line() - 1])
        .toList();
  }

  /** Whether a key that seems to be missing stands in a line that cannot be read. */
  private static boolean isIn(List<String> unread, String key) {
    String folded = key.toLowerCase(Locale.ROOT);
    return unread.stream().anyMatch(line -> line.contains(folded));
  }
}
