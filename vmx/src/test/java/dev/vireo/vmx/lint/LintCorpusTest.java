package dev.vireo.vmx.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.lint.MachineFiles.MachineFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Machines that VMware writes and runs have no fault, and each mistake in one is found. */
class LintCorpusTest {

  /**
   * A mistake.
   *
   * @param rule that finds it
   * @param key where; the finding is about a line of this key, or about its absence
   * @param lines what to set ("key = ..."), to remove ("-key") or to add ("+key = ...")
   */
  record Mistake(String rule, String key, List<String> lines) {
    /** What is missing from the readable part of an encrypted machine may be in the other one. */
    boolean isHiddenIn(MachineFile machine) {
      return machine.text().contains("encryption.")
          && lines.stream().anyMatch(line -> line.startsWith("-"));
    }

    @Override
    public String toString() {
      return rule + ": " + String.join("; ", lines);
    }
  }

  private static Mistake mistake(String rule, String key, String... lines) {
    return new Mistake(rule, key, List.of(lines));
  }

  private static final List<Mistake> MISTAKES =
      List.of(
          mistake("syntax", "displayName", "displayName = \"open"),
          mistake("syntax", "memsize", "memsize \"64\""),
          mistake("vmware-syntax", "displayName", "displayName = 'my machine'"),
          mistake("vmware-syntax", "displayName", "displayName = 'machine'"),
          mistake("vmware-syntax", "memsize", "memsize = 512 MB"),
          mistake("vmware-syntax", "displayName", "displayName = \"\"\"machine\"\"\""),
          mistake("vmware-syntax", "a", "+a = \"1\"; b = \"2\""),
          mistake("duplicate-key", "guestos", "guestOS = \"linux\"", "+guestos = \"linux\""),
          mistake("value", "ethernet7.present", "+ethernet7.present = \"ja\""),
          mistake("value", "memsize", "memsize = \"512 MB\""),
          mistake(
              "value",
              "ethernet7.virtualDev",
              "+ethernet7.present = \"TRUE\"",
              "+ethernet7.virtualDev = \"ne2000\""),
          mistake("version", "config.version", "-config.version"),
          mistake("version", "config.version", "config.version = \"9\""),
          mistake("version", "virtualHW.version", "-virtualHW.version"),
          mistake("version", "virtualHW.version", "virtualHW.version = \"99\""),
          mistake("guest-os", "guestOS", "-guestOS"),
          mistake("guest-os", "guestOS", "guestOS = \"windoze\""),
          mistake("guest-os", "guestOS", "guestOS = \"ubuntu64Guest\""),
          mistake("memory", "memsize", "memsize = \"1023\""),
          mistake("memory", "memsize", "-memsize"),
          mistake("memory-schedule", "sched.mem.minsize", "sched.mem.minsize = \"9999999\""),
          mistake("cpu", "numvcpus", "numvcpus = \"0\""),
          mistake(
              "cpu-topology",
              "cpuid.coresPerSocket",
              "numvcpus = \"4\"",
              "cpuid.coresPerSocket = \"3\""),
          mistake("cpu-affinity", "sched.cpu.affinity", "sched.cpu.affinity = \"first\""),
          mistake(
              "hardware-feature",
              "nvme0.present",
              "virtualHW.version = \"9\"",
              "nvme0.present = \"TRUE\""),
          mistake(
              "nic-count",
              "ethernet19.present",
              Stream.concat(
                      Stream.of("virtualHW.version = \"10\""),
                      IntStream.range(9, 20).mapToObj(n -> "+ethernet" + n + ".present = \"TRUE\""))
                  .toArray(String[]::new)),
          mistake(
              "mac-address",
              "ethernet8.address",
              "+ethernet8.present = \"TRUE\"",
              "+ethernet8.addressType = \"static\"",
              "+ethernet8.address = \"52:54:00:11:22:33\""),
          mistake(
              "absent-device",
              "ethernet9.addressType",
              "+ethernet9.addressType = \"static\"",
              "+ethernet9.address = \"00:50:56:01:02:03\""),
          mistake(
              "disk-slot",
              "ide0:2.present",
              "+ide0:2.present = \"TRUE\"",
              "+ide0:2.fileName = \"x.vmdk\""),
          mistake(
              "disk-slot",
              "scsi0:7.present",
              "+scsi0:7.present = \"TRUE\"",
              "+scsi0:7.fileName = \"x.vmdk\""),
          mistake(
              "port-slot",
              "floppy2.present",
              "+floppy2.present = \"TRUE\"",
              "+floppy2.fileType = \"file\""),
          mistake("disk-file", "ide0:1.present", "+ide0:1.present = \"TRUE\""),
          mistake(
              "controller",
              "scsi3:0.present",
              "+scsi3:0.present = \"TRUE\"",
              "+scsi3:0.fileName = \"x.vmdk\""),
          mistake("uuid", "uuid.bios", "uuid.bios = \"1234\""),
          mistake(
              "vnc",
              "RemoteDisplay.vnc.port",
              "RemoteDisplay.vnc.enabled = \"TRUE\"",
              "RemoteDisplay.vnc.port = \"70000\""),
          mistake("firmware", "vtpm.present", "firmware = \"bios\"", "vtpm.present = \"TRUE\""),
          mistake(
              "same-disk",
              "ide0:1.fileName",
              "+ide0:0.present = \"TRUE\"",
              "ide0:0.fileName = \"same.vmdk\"",
              "+ide0:1.present = \"TRUE\"",
              "+ide0:1.fileName = \"same.vmdk\""));

  static Stream<MachineFile> machines() {
    return MachineFiles.all().stream();
  }

  static Stream<Arguments> planted() {
    return machines()
        .flatMap(machine ->
            MISTAKES.stream()
                .filter(mistake -> !mistake.isHiddenIn(machine))
                .map(mistake -> Arguments.of(machine, mistake)));
  }

  @Test
  void thereAreMachinesOfAllProducts() {
    assertThat(machines().map(machine -> machine.name().replaceFirst("-.*", "")))
        .contains("workstation", "fusion", "server", "esx", "esxi");
    assertThat(machines().count()).isGreaterThanOrEqualTo(16);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void findsNoFaultInAMachineThatVmwareRuns(MachineFile machine) {
    for (UnaryOperator<String> lineEnds :
        List.<UnaryOperator<String>>of(text -> text, text -> text.replace("\n", "\r\n"))) {
      List<Finding> findings =
          VmxLint.check(machine.bytes(lineEnds.apply(machine.text())), LintOptions.all());

      assertThat(findings).allMatch(finding -> finding.severity() == Severity.INFO);
    }
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsEachMistakeAtItsLine(MachineFile machine, Mistake mistake) {
    String text = withMistake(machine.text(), mistake);

    List<Finding> findings = VmxLint.check(machine.bytes(text), LintOptions.all());

    List<String> lines = text.lines().toList();
    assertThat(findings)
        .filteredOn(finding -> finding.rule().equals(mistake.rule()))
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .anySatisfy(finding -> {
          String where = finding.line() == 0 ? finding.key() : lines.get(finding.line() - 1);
          assertThat(where.toLowerCase(Locale.ROOT))
              .startsWith(mistake.key().toLowerCase(Locale.ROOT));
        });
  }

  private static String withMistake(String text, Mistake mistake) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (String line : mistake.lines()) {
      String key = line.replaceFirst("^[+-]", "").replaceFirst(" .*", "");
      if (!line.startsWith("+")) {
        lines.removeIf(
            it -> it.toLowerCase(Locale.ROOT).startsWith(key.toLowerCase(Locale.ROOT) + " ="));
      }
      if (!line.startsWith("-")) {
        lines.add(line.replaceFirst("^\\+", ""));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void aMistakeOfEachRuleIsPlanted() {
    Set<String> rules =
        VmxLint.catalogue().stream()
            .filter(rule -> rule.worst() != Severity.INFO)
            .map(LintRule::name)
            .collect(Collectors.toSet());
    Set<String> planted = MISTAKES.stream().map(Mistake::rule).collect(Collectors.toSet());
    planted.add("encoding"); // findsAWrongEncoding

    assertThat(planted).isEqualTo(rules);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void findsAWrongEncoding(MachineFile machine) {
    byte[] file =
        machine.bytes(
            ".encoding = \"klingon\"\n"
                + machine.text().replaceFirst("(?m)^\\.encoding = .*\n", ""));

    assertThat(VmxLint.check(file, LintOptions.all()))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .anySatisfy(finding -> {
          assertThat(finding.line()).isEqualTo(1);
          assertThat(finding.text()).contains("'klingon'");
        });
  }

  @Test
  void noRuleSaysWorseThanItDeclares() {
    List<Finding> findings = new ArrayList<>();
    for (MachineFile machine : MachineFiles.all()) {
      for (Mistake mistake : MISTAKES) {
        byte[] file = machine.bytes(withMistake(machine.text(), mistake));
        findings.addAll(VmxLint.check(file, LintOptions.all()));
      }
    }

    for (LintRule rule : VmxLint.catalogue()) {
      assertThat(findings)
          .filteredOn(finding -> finding.rule().equals(rule.name()))
          .allMatch(finding -> finding.severity().compareTo(rule.worst()) >= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "workstation-8-ubuntu-gbk, 乌班图·测试—镕 €",
    "workstation-12-windows-10-japanese, サポート①髙～",
    "workstation-15-big5, 測試用伺服器（碁銹裏）",
    "workstation-16-korean, CentOS 7 64비트 똠방각하",
    "workstation-11-polish, Zażółć gęślą jaźń",
    "server-2-linux, intranet (nur für 10 €)"
  })
  void readsTheNamesOfForeignHosts(String machine, String name) {
    VmxDocument document = VmxDocument.parse(MachineFiles.named(machine).bytes());

    assertThat(document.get("displayName")).isEqualTo(name);
    assertThat(document.edit().set("memsize", "64").apply().get("displayName")).isEqualTo(name);
  }

  @Test
  void goesOnBehindLinesThatCannotBeRead() {
    String text =
        """
        .encoding = "UTF-8"
        config.version = "8"
        virtualHW.version "8"
        displayName = "open
        guestOS = "windoze"
        memsize = "1023"
        """;

    assertThat(VmxLint.check(text.getBytes(StandardCharsets.UTF_8), LintOptions.all()))
        .extracting(finding -> finding.line() + " " + finding.rule())
        .containsExactly("3 syntax", "4 syntax", "5 guest-os", "6 memory");
  }
}
