package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxKind;
import dev.vireo.vmx.VmxSecrets;
import dev.vireo.vmx.VmxValues;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values are of the kind that their keys ask for, as VMware and libvirt read them. */
public final class ValueRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "value",
          Severity.ERROR,
          "values are TRUE or FALSE, numbers and words where VMware wants such");

  private static final String SCSI = DeviceKind.SCSI.family() + "\\d+";
  private static final String ETHERNET = DeviceKind.ETHERNET.pattern();
  private static final String SERIAL = DeviceKind.SERIAL.pattern();
  private static final String PARALLEL_OR_FLOPPY = anyOf(DeviceKind.PARALLEL, DeviceKind.FLOPPY);
  private static final String DISK =
      anyOf(DeviceKind.SCSI, DeviceKind.SATA, DeviceKind.NVME, DeviceKind.IDE);

  /**
   * What values must be.
   *
   * @param has which keys in lower case have such a value
   * @param vmware what VMware takes
   * @param libvirt what libvirt takes of that
   * @param severity how bad another one is
   * @param expected what VMware wants
   * @param known what libvirt knows
   */
  private record Kind(
      Predicate<String> has,
      Predicate<String> vmware,
      Predicate<String> libvirt,
      Severity severity,
      String expected,
      String known) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              key -> VmxKind.of(key) == VmxKind.BOOLEAN,
              VmwareBoolean::isWord,
              value -> VmxValues.parseBoolean(value).isPresent(),
              Severity.ERROR,
              "TRUE or FALSE",
              "TRUE and FALSE"),
          new Kind(
              key -> VmxKind.of(key) == VmxKind.INTEGER,
              value -> VmxValues.parseInteger(value).isPresent(),
              value -> true,
              Severity.ERROR,
              "a decimal number",
              ""),
          new Kind(
              key -> key.equals("sched.cpu.shares"),
              value ->
                  List.of("low", "normal", "high").contains(value.toLowerCase(Locale.ROOT))
                      || VmxValues.parseInteger(value).isPresent(),
              value -> true,
              Severity.ERROR,
              "a number, low, normal or high",
              ""),
          words("firmware", "bios efi", ""),
          words(SCSI + "\\.virtualdev", "buslogic lsilogic lsisas1068 pvscsi", ""),
          words(
              ETHERNET + "\\.virtualdev",
              "vlance vmxnet vmxnet3 e1000 e1000e",
              "vmxnet2 flexible sriov pvrdma vmxnet3vrdma"),
          words(ETHERNET + "\\.connectiontype", "bridged custom nat hostonly", "pvn monitor_dev"),
          words(ETHERNET + "\\.addresstype", "generated static vpx", ""),
          words(SERIAL + "\\.filetype", "device file pipe network", "thinprint"),
          words(SERIAL + "\\.(pipe|network)\\.endpoint", "server client", ""),
          words(PARALLEL_OR_FLOPPY + "\\.filetype", "device file", ""),
          words(
              DISK + "\\.devicetype",
              "disk scsi-hardDisk ata-hardDisk cdrom-image atapi-cdrom cdrom-raw scsi-passthru",
              "rawDisk plainDisk scsi-passthru-rdm scsi-nonpassthru-rdm"),
          words(
              DISK + "\\.mode",
              "persistent independent-persistent independent-nonpersistent nonpersistent undoable"
                  + " append",
              ""));

  /** Words that both know, and those that VMware alone does; an empty value says none. */
  private static Kind words(String keys, String both, String vmwareAlone) {
    return new Kind(
        Pattern.compile(keys).asMatchPredicate(),
        value -> isOneOf(value, both) || isOneOf(value, vmwareAlone),
        value -> isOneOf(value, both),
        Severity.WARNING,
        "one of " + (both + " " + vmwareAlone).strip().replace(" ", ", "),
        both.replace(" ", ", "));
  }

  private static String anyOf(DeviceKind... kinds) {
    return Arrays.stream(kinds).map(DeviceKind::pattern).collect(Collectors.joining("|", "(", ")"));
  }

  private static boolean isOneOf(String value, String words) {
    return value.isEmpty()
        || List.of(words.toLowerCase(Locale.ROOT).split(" "))
            .contains(value.toLowerCase(Locale.ROOT));
  }

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    machine
        .entries()
        .forEach((key, entry) -> {
          if (!machine.isOfAbsentDevice(key)) {
            check(key, entry, report);
          }
        });
  }

  private static void check(String key, VmxEntry entry, Report report) {
    for (Kind kind : KINDS) {
      if (!kind.has().test(key)) {
        continue;
      }
      String value = entry.value();
      String shown = VmxSecrets.isSecret(key) ? "the value" : "'" + value + "'";
      if (!kind.vmware().test(value)) {
        report.add(kind.severity(), entry, shown + " is not " + kind.expected());
      } else if (!kind.libvirt().test(value)) {
        report.info(entry, shown + " is unknown to libvirt, which knows " + kind.known());
      }
    }
  }
}
