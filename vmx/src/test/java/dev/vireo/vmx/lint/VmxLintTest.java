package dev.vireo.vmx.lint;

import static dev.vireo.vmx.lint.Severity.ERROR;
import static dev.vireo.vmx.lint.Severity.INFO;
import static dev.vireo.vmx.lint.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vireo.vmx.VmxDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxLintTest {
  private static final String CLEAN =
      """
      .encoding = "UTF-8"
      config.version = "8"
      virtualHW.version = "14"
      displayName = "a%2fb|22"
      annotation = "100% |7C"
      memsize = "1024"
      numvcpus = "6"
      cpuid.coresPerSocket = "3"
      sched.cpu.affinity = "0,1, 2,3,4,1023"
      sched.cpu.shares = "Normal"
      sched.mem.max = "unlimited"
      sched.mem.minsize = "1024"
      firmware = "EFI"
      uefi.secureBoot.enabled = "TRUE"
      vtpm.present = "TRUE"
      uuid.bios = "56 4d 9b ef ac d9 b4 e0-c8 f0 ae a8 b9 10 35 15"
      vc.uuid = "564D9BEF-ACD9-B4E0-C8F0-AEA8B9103515"
      RemoteDisplay.vnc.enabled = "true"
      RemoteDisplay.vnc.password = "secret"
      RemoteDisplay.vnc.port = "5964"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "pvscsi"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "a.vmdk"
      scsi0:0.deviceType = "scsi-hardDisk"
      scsi0:64.present = "TRUE"
      scsi0:64.fileName = "b.vmdk"
      nvme0.present = "TRUE"
      nvme0:14.present = "TRUE"
      nvme0:14.fileName = "c.vmdk"
      ide1:1.present = "TRUE"
      ide1:1.deviceType = "cdrom-image"
      ide1:1.fileName = ""
      ide0:0.present = "TRUE"
      ide0:0.clientDevice = "TRUE"
      floppy0.present = "FALSE"
      ethernet0.present = "TRUE"
      ethernet0.virtualDev = "vmxnet3"
      ethernet0.addressType = "static"
      ethernet0.address = "00:50:56:3f:ff:ff"
      ethernet1.present = "TRUE"
      ethernet1.generatedAddress = "00:0C:29:01:02:03"
      ethernet2.present = "TRUE"
      ethernet2.addressType = "static"
      ethernet2.address = "52:54:00:01:02:03"
      ethernet2.checkMACAddress = "FALSE"
      serial0.present = "TRUE"
      serial0.fileType = "pipe"
      serial0.pipe.endPoint = "client"
      guestOS = "ubuntu-64"
      guestinfo.anything = "x"
      """;

  /**
   * A change of the clean document and what it makes a rule say.
   *
   * @param lines to take the place of those of the same keys, or to follow
   */
  record Case(String rule, String lines, Severity severity, String key, int findings, String text) {
    @Override
    public String toString() {
      return rule + ": " + lines.replace('\n', ';');
    }
  }

  private static Case one(String rule, String lines, Severity severity, String key, String text) {
    return new Case(rule, lines, severity, key, 1, text);
  }

  static Stream<Case> cases() {
    return Stream.of(
        one("encoding", ".encoding = \"klingon\"", ERROR, ".encoding", "klingon"),
        one("encoding", ".encoding = \"UTF-16\"", ERROR, ".encoding", "UTF-16"),
        one("duplicate-key", "+memsize = \"2048\"", ERROR, "memsize", "takes the value of line 6"),
        one("duplicate-key", "+memsize = \"1024\"", ERROR, "memsize", "same value"),
        one("duplicate-key", "+MEMSIZE = \"8\"", ERROR, "MEMSIZE", "in its case only"),
        one("duplicate-key", "x=\"1\"; x=\"1\"", ERROR, "x", "already on line 52"),
        one("unreadable-key", "guestinfo.a/b = \"1\"", INFO, "guestinfo.a/b", "libvirt"),
        one("value", "ethernet1.present = \"maybe\"", ERROR, "ethernet1.present", "TRUE or"),
        one(
            "value",
            "ethernet1.startConnected = \"yes\"",
            INFO,
            "ethernet1.startConnected",
            "TRUE"),
        one("value", "svga.vramSize = \"4M\"", ERROR, "svga.vramSize", "number"),
        one("value", "memsize = \"\"", ERROR, "memsize", "number"),
        one("value", "numvcpus = \"99999999999999999999\"", ERROR, "numvcpus", "number"),
        one("value", "sched.cpu.shares = \"lots\"", ERROR, "sched.cpu.shares", "low, normal"),
        one("value", "ethernet0.virtualDev = \"sriov\"", INFO, "ethernet0.virtualDev", "vmxnet3"),
        one(
            "value",
            "ethernet0.virtualDev = \"ne2000\"",
            WARNING,
            "ethernet0.virtualDev",
            "e1000e"),
        one("value", "ethernet0.connectionType = \"pvn\"", INFO, "ethernet0.connectionType", "nat"),
        one("value", "ethernet1.addressType = \"dhcp\"", WARNING, "ethernet1.addressType", "vpx"),
        one("value", "scsi0.virtualDev = \"virtio\"", WARNING, "scsi0.virtualDev", "pvscsi"),
        one("value", "serial0.fileType = \"thinprint\"", INFO, "serial0.fileType", "pipe"),
        one(
            "value",
            "parallel0.present = \"TRUE\"\nparallel0.fileType = \"pipe\"",
            WARNING,
            "parallel0.fileType",
            "device"),
        one(
            "value",
            "scsi0:0.deviceType = \"tape\"",
            WARNING,
            "scsi0:0.deviceType",
            "scsi-hardDisk"),
        one("value", "scsi0:0.mode = \"readonly\"", WARNING, "scsi0:0.mode", "persistent"),
        one("version", "-config.version", ERROR, "config.version", "missing"),
        one("version", "config.version = \"9\"", ERROR, "config.version", "must be 8"),
        one("version", "config.version = \"6\"", INFO, "config.version", "8"),
        one("version", "-virtualHW.version", ERROR, "virtualHW.version", "missing"),
        one("version", "virtualHW.version = \"3\"", INFO, "virtualHW.version", "version 4"),
        one("version", "virtualHW.version = \"23\"", WARNING, "virtualHW.version", "newer"),
        one("memory", "-memsize", WARNING, "memsize", "32 MB"),
        one("memory", "memsize = \"0\"", ERROR, "memsize", "more than 0"),
        one("memory", "memsize = \"1023\"", ERROR, "memsize", "multiple of 4"),
        one("memory", "memsize = \"6275076\"", WARNING, "memsize", "6128 GB"),
        one(
            "memory-schedule",
            "sched.mem.minsize = \"1025\"",
            WARNING,
            "sched.mem.minsize",
            "1024 MB"),
        one("memory-schedule", "sched.mem.max = \"1020\"", INFO, "sched.mem.max", "1024 MB"),
        one("cpu", "numvcpus = \"0\"", ERROR, "numvcpus", "at least one"),
        one("cpu", "numvcpus = \"3\"\nvirtualHW.version = \"7\"", INFO, "numvcpus", "odd"),
        one("cpu", "numvcpus = \"132\"", WARNING, "numvcpus", "128"),
        one("cpu-topology", "cpuid.coresPerSocket = \"4\"", ERROR, "cpuid.coresPerSocket", "6"),
        one(
            "cpu-topology",
            "cpuid.coresPerSocket = \"0\"",
            ERROR,
            "cpuid.coresPerSocket",
            "one core"),
        one(
            "cpu-topology",
            "cpuid.coresPerSocket = \"66\"\nnumvcpus = \"66\"",
            WARNING,
            "cpuid.coresPerSocket",
            "64"),
        one("cpu-affinity", "sched.cpu.affinity = \"0,1\"", INFO, "sched.cpu.affinity", "fewer"),
        one(
            "cpu-affinity",
            "sched.cpu.affinity = \"0,1,2,3,4,1024\"",
            INFO,
            "sched.cpu.affinity",
            "1024"),
        one("cpu-affinity", "sched.cpu.affinity = \"0-5\"", ERROR, "sched.cpu.affinity", "commas"),
        one(
            "hardware-feature",
            "virtualHW.version = \"12\"",
            WARNING,
            "nvme0.present",
            "nvme needs"),
        one(
            "hardware-feature",
            "virtualHW.version = \"9\"\nnvme0.present = \"FALSE\"\nsata0.present = \"TRUE\"",
            WARNING,
            "sata0.present",
            "sata needs"),
        new Case(
            "hardware-feature",
            "virtualHW.version = \"6\"\nnvme0.present = \"FALSE\"",
            WARNING,
            "ethernet0.virtualDev",
            2,
            "vmxnet3 needs"),
        new Case(
            "hardware-feature",
            "virtualHW.version = \"7\"\nnvme0.present = \"FALSE\"\nethernet0.virtualDev = \"e1000e\"",
            WARNING,
            "ethernet0.virtualDev",
            1,
            "e1000e needs"),
        new Case("nic-count", nics(5, 10), ERROR, "ethernet10.present", 1, "10"),
        new Case(
            "nic-count",
            "virtualHW.version = \"4\"\n" + nics(3, 4),
            ERROR,
            "ethernet4.present",
            1,
            "4 network"),
        one(
            "mac-address",
            "ethernet0.address = \"00:50:56:40:00:00\"",
            WARNING,
            "ethernet0.address",
            "static range"),
        one(
            "mac-address",
            "-ethernet2.checkMACAddress",
            WARNING,
            "ethernet2.address",
            "checkMACAddress"),
        one("mac-address", "ethernet0.address = \"00:50:56\"", ERROR, "ethernet0.address", "MAC"),
        one("mac-address", "-ethernet0.address", ERROR, "ethernet0.present", "missing"),
        one(
            "mac-address",
            "ethernet2.address = \"53:54:00:01:02:03\"",
            ERROR,
            "ethernet2.address",
            "multicast"),
        one(
            "mac-address",
            "ethernet2.address = \"0:c:29:1:2:3\"",
            ERROR,
            "ethernet2.address",
            "ethernet1.generatedAddress"),
        one(
            "mac-address",
            "ethernet1.generatedAddress = \"52:54:00:01:02:04\"",
            WARNING,
            "ethernet1.generatedAddress",
            "00:0c:29"),
        one(
            "absent-device",
            "-ethernet1.present",
            WARNING,
            "ethernet1.generatedAddress",
            "ethernet1.present"),
        one(
            "absent-device",
            "scsi3.virtualDev = \"lsilogic\"",
            WARNING,
            "scsi3.virtualDev",
            "scsi3.present"),
        one("disk-slot", "scsi0:7.present = \"TRUE\"", ERROR, "scsi0:7.present", "unit 7"),
        one("disk-slot", "virtualHW.version = \"10\"", ERROR, "scsi0:64.present", "15"),
        one("disk-slot", "virtualHW.version = \"13\"", INFO, "scsi0:64.present", "version 14"),
        one("disk-slot", "scsi0.virtualDev = \"lsilogic\"", ERROR, "scsi0:64.present", "15"),
        one("disk-slot", "scsi0:65.present = \"TRUE\"", ERROR, "scsi0:65.present", "64"),
        one("disk-slot", "ide1:2.present = \"TRUE\"", ERROR, "ide1:2.present", "1"),
        one("disk-slot", "sata0:30.present = \"TRUE\"", ERROR, "sata0:30.present", "29"),
        one("disk-slot", "nvme0:15.present = \"TRUE\"", ERROR, "nvme0:15.present", "14"),
        one("disk-slot", "scsi4.present = \"TRUE\"", ERROR, "scsi4.present", "4"),
        one("disk-file", "-scsi0:0.fileName", ERROR, "scsi0:0.present", "fileName"),
        one("disk-file", "scsi0:0.fileName = \"\"", ERROR, "scsi0:0.fileName", "empty"),
        new Case(
            "controller",
            "scsi0.present = \"FALSE\"",
            ERROR,
            "scsi0:0.present",
            2,
            "scsi0.present"),
        one("controller", "sata0.present = \"TRUE\"", INFO, "sata0.present", "no disks"),
        one("uuid", "uuid.bios = \"56 4d\"", ERROR, "uuid.bios", "UUID"),
        one("uuid", "vc.uuid = \"gg4d9bef-acd9-b4e0-c8f0-aea8b9103515\"", ERROR, "vc.uuid", "UUID"),
        one("vnc", "RemoteDisplay.vnc.port = \"5899\"", INFO, "RemoteDisplay.vnc.port", "5900"),
        one("vnc", "RemoteDisplay.vnc.port = \"70000\"", ERROR, "RemoteDisplay.vnc.port", "65535"),
        one("vnc", "-RemoteDisplay.vnc.password", INFO, "RemoteDisplay.vnc.enabled", "password"),
        new Case(
            "firmware", "firmware = \"bios\"", ERROR, "uefi.secureBoot.enabled", 2, "secure boot"),
        one("firmware", "virtualHW.version = \"13\"", ERROR, "vtpm.present", "14"),
        new Case("firmware", "virtualHW.version = \"7\"", INFO, "firmware", 3, "EFI needs"),
        one("escape", "displayName = \"100%\"", INFO, "displayName", "two hexadecimal digits"),
        one("escape", "annotation = \"a|b\"", INFO, "annotation", "two hexadecimal digits"),
        one(
            "same-disk",
            "nvme0:14.fileName = \"a.vmdk\"",
            ERROR,
            "nvme0:14.fileName",
            "scsi0:0.fileName"),
        one("encryption", "encryption.data = \"AAAA\"", INFO, "encryption.data", "encrypted"),
        one(
            "conversion",
            "scsi0:0.deviceType = \"ata-hardDisk\"",
            INFO,
            "scsi0:0.deviceType",
            "at this bus"),
        one(
            "conversion",
            "ide1:1.fileName = \"/dev/cdrom\"",
            INFO,
            "ide1:1.fileName",
            "does not end in .iso"),
        one(
            "conversion",
            "scsi0:0.deviceType = \"scsi-passthru\"\n"
                + "scsi0:0.fileName = \"/vmfs/devices/genscsi/a\"",
            INFO,
            "scsi0:0.fileName",
            "/vmfs/devices/cdrom/"),
        one(
            "conversion",
            "serial0.present = \"TRUE\"\nserial0.fileType = \"network\"\nserial0.fileName = \"h\"",
            INFO,
            "serial0.fileName",
            "URI"),
        one("conversion", "serial7.present = \"TRUE\"", INFO, "serial7.present", "4 ports"),
        one(
            "port-slot",
            "parallel3.present = \"TRUE\"",
            WARNING,
            "parallel3.present",
            "end with 2"),
        one("port-slot", "floppy2.present = \"TRUE\"", WARNING, "floppy2.present", "end with 1"),
        one("vmware-syntax", "displayName = 'a b'", ERROR, "displayName", "single quotation"),
        one("vmware-syntax", "displayName = 'a'", WARNING, "displayName", "part of the value"),
        one("vmware-syntax", "displayName = a b", ERROR, "displayName", "a blank"),
        one("vmware-syntax", "displayName = \"a\";", ERROR, "displayName", "'#'"),
        one("vmware-syntax", "displayName = \"\"\"a\"\"\"", ERROR, "displayName", "triple"),
        one("unquoted", "displayName = a # b", INFO, "displayName", "no quotation marks"),
        one("unquoted", "x =", INFO, "x", "no quotation marks"),
        one("guest-os", "-guestOS", WARNING, "guestOS", "other-64"),
        one("guest-os", "guestOS = \"ubuntu64\"", WARNING, "guestOS", "nearest one is 'ubuntu-64'"),
        one(
            "absent-device",
            "-floppy0.present\nfloppy0.fileName = \"a.flp\"",
            INFO,
            "floppy0.fileName",
            "VMware has the drive"),
        one(
            "conversion",
            "isolation.tools.hgfs.disable = \"FALSE\"\nsharedFolder0.present = \"TRUE\"\n"
                + "sharedFolder0.enabled = \"TRUE\"",
            INFO,
            "sharedFolder0.present",
            "maxNum"));
  }

  private static String nics(int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      lines.add("ethernet" + i + ".present = \"TRUE\"");
    }
    // The clean document has three, ethernet0 to ethernet2.
    for (int i = 3; i < from; i++) {
      lines.add(0, "ethernet" + i + ".present = \"TRUE\"");
    }
    return String.join("\n", lines);
  }

  /** The clean document with lines replaced, removed ("-key") or added ("+line", or a new key). */
  private static String document(String changes) {
    List<String> lines = new ArrayList<>(CLEAN.lines().toList());
    for (String change : changes.split("\n", -1)) {
      String key = change.replaceFirst("^[+-]", "").replaceFirst(" ?=.*", "");
      int at = -1;
      for (int i = 0; i < lines.size(); i++) {
        at = lines.get(i).startsWith(key + " =") ? i : at;
      }
      if (change.startsWith("-")) {
        lines.remove(at);
      } else if (change.startsWith("+") || at < 0) {
        lines.add(change.replaceFirst("^\\+", ""));
      } else {
        lines.set(at, change);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<Finding> findings(String text) {
    return VmxLint.check(VmxDocument.parse(text), LintOptions.all());
  }

  @Test
  void findsNothingInACleanDocument() {
    assertThat(findings(CLEAN)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finds(Case expected) {
    String text = document(expected.lines());

    List<Finding> ofRule =
        findings(text).stream().filter(it -> it.rule().equals(expected.rule())).toList();

    assertThat(ofRule).hasSize(expected.findings());
    Finding finding =
        ofRule.stream().filter(it -> it.key().equals(expected.key())).findFirst().orElseThrow();
    assertThat(finding.severity()).isEqualTo(expected.severity());
    assertThat(finding.text()).contains(expected.text()).doesNotEndWith(".");
    String line = finding.line() == 0 ? "" : text.lines().toList().get(finding.line() - 1);
    assertThat(line).contains(finding.line() == 0 ? "" : finding.key());
  }

  @Test
  void hasACaseForEachRule() {
    Set<String> tested = cases().map(Case::rule).collect(Collectors.toCollection(TreeSet::new));
    tested.add("syntax"); // saysWhereAFileCannotBeRead

    assertThat(tested).isEqualTo(new TreeSet<>(VmxLint.rules()));
    assertThat(VmxLint.rules()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scsi1:0.redo = \"\"",
        "ethernet3.pciSlotNumber = \"-1\"",
        "floppy1.startConnected = \"FALSE\"",
        "sata0:1.startConnected = \"FALSE\"",
        "scsi1:0.fileName = \"\"",
        "scsi1:0.present = \"FALSE\"\nscsi1:0.deviceType = \"anything\"",
        "floppy0.present = \"TRUE\"\nfloppy0.fileType = \"file\"",
        "cpuid.coresPerSocket = \"0\"\nvirtualHW.version = \"20\"",
        "ethernet1.addressType = \"vpx\"\nethernet1.generatedAddress = \"02:00:00:00:00:01\"",
        "annotation = \"\ufffd\"",
        "+.encoding = \"UTF-8\""
      })
  void isSilentAboutWhatVmwareLeavesBehind(String line) {
    assertThat(findings(document(line))).isEmpty();
  }

  @Test
  void saysOnceThatAMachineIsEncrypted() {
    String text =
        """
        .encoding = "UTF-8"
        displayName = "secret"
        encryption.keySafe = "vmware:key/list/(pair/(phrase/x))"
        encryption.data = "AAAA"
        """;

    assertThat(findings(text))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.line()).isEqualTo(4);
          assertThat(finding.rule()).isEqualTo("encryption");
        });
  }

  @Test
  void saysWhereAFileCannotBeRead() {
    byte[] file = "a = \"1\"\nb".getBytes(StandardCharsets.UTF_8);

    assertThat(VmxLint.check(file, LintOptions.all()))
        .filteredOn(finding -> finding.line() > 0)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.line()).isEqualTo(2);
          assertThat(finding.severity()).isEqualTo(ERROR);
          assertThat(finding.rule()).isEqualTo("syntax");
          assertThat(finding.text()).contains("'='");
        });
  }

  @Test
  void saysThatAnEncodingIsNotNamed() {
    byte[] file = "displayName = \"é\"".getBytes(Charset.forName("windows-1252"));

    assertThat(VmxLint.check(file, LintOptions.all()))
        .contains(
            new Finding(
                0,
                INFO,
                ".encoding",
                "the file names no encoding and is not UTF-8, so it is read as windows-1252",
                "encoding"));
  }

  @Test
  void saysWhichValueHasBytesThatMeanNothing() {
    byte[] file = ".encoding=\"utf-8\"\nx=\"\u00ff\"".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(VmxLint.check(file, LintOptions.all()))
        .anySatisfy(finding -> {
          assertThat(finding.line()).isEqualTo(2);
          assertThat(finding.text()).contains("UTF-8");
        });
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    VmxDocument document =
        VmxDocument.parse(document("memsize = \"1027\"\nsata0.present = \"TRUE\""));

    assertThat(VmxLint.check(document, LintOptions.all())).hasSize(2);
    assertThat(VmxLint.check(document, new LintOptions(WARNING, Set.of()))).hasSize(1);
    assertThat(VmxLint.check(document, new LintOptions(INFO, Set.of("memory", "controller"))))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LintOptions(INFO, Set.of("memmory")))
        .withMessageContaining("memmory");
  }

  @Test
  void ordersTheFindingsByLine() {
    assertThat(findings("numvcpus = \"0\"\nmemsize = \"1\"\n"))
        .extracting(Finding::line)
        .isSorted();
  }
}
