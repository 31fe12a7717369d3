package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxKind;
import dev.vireo.vmx.VmxSecrets;
import dev.vireo.vmx.VmxValues;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Values are of the kind that their keys ask for, as libvirt's vmx.c reads them. */
final class ValueRule implements Rule {

  /** What values must be, and which keys in lower case have them. */
  private record Kind(
      Predicate<String> has, Predicate<String> fits, Severity severity, String expected) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              key -> VmxKind.of(key) == VmxKind.BOOLEAN,
              value -> VmxValues.parseBoolean(value).isPresent(),
              Severity.ERROR,
              "TRUE or FALSE"),
          new Kind(
              key -> VmxKind.of(key) == VmxKind.INTEGER,
              value -> VmxValues.parseInteger(value).isPresent(),
              Severity.ERROR,
              "a decimal number"),
          new Kind(
              key -> key.equals("sched.cpu.shares"),
              value ->
                  isOneOf(value, "low", "normal", "high")
                      || VmxValues.parseInteger(value).isPresent(),
              Severity.ERROR,
              "a number, low, normal or high"),
          words("firmware", "bios", "efi"),
          words("scsi\\d+\\.virtualdev", "buslogic", "lsilogic", "lsisas1068", "pvscsi"),
          words("ethernet\\d+\\.virtualdev", "vlance", "vmxnet", "vmxnet3", "e1000", "e1000e"),
          words("ethernet\\d+\\.connectiontype", "bridged", "custom", "nat", "hostonly"),
          words("ethernet\\d+\\.addresstype", "generated", "static", "vpx"),
          words("serial\\d+\\.filetype", "device", "file", "pipe", "network"),
          words("serial\\d+\\.(pipe|network)\\.endpoint", "server", "client"),
          words("(parallel|floppy)\\d+\\.filetype", "device", "file"),
          words(
              "(scsi|sata|nvme|ide)\\d+:\\d+\\.devicetype",
              "disk",
              "scsi-harddisk",
              "ata-harddisk",
              "cdrom-image",
              "atapi-cdrom",
              "cdrom-raw",
              "scsi-passthru"),
          words(
              "(scsi|sata|nvme|ide)\\d+:\\d+\\.mode",
              "persistent",
              "independent-persistent",
              "independent-nonpersistent",
              "nonpersistent",
              "undoable",
              "append"));

  /** VMware may know more words, which is why others are only odd. */
  private static Kind words(String keys, String... words) {
    return new Kind(
        Pattern.compile(keys).asMatchPredicate(),
        value -> isOneOf(value, words),
        Severity.WARNING,
        "one of " + String.join(", ", words) + " (libvirt knows no other)");
  }

  private static boolean isOneOf(String value, String... words) {
    return List.of(words).contains(value.toLowerCase(Locale.ROOT));
  }

  @Override
  public String name() {
    return "value";
  }

  @Override
  public void check(Machine machine, Report report) {
    machine.entries().forEach((key, entry) -> check(key, entry, report));
  }

  private static void check(String key, VmxEntry entry, Report report) {
    for (Kind kind : KINDS) {
      if (kind.has().test(key) && !kind.fits().test(entry.value())) {
        String shown = VmxSecrets.isSecret(key) ? "the value" : "'" + entry.value() + "'";
        report.add(kind.severity(), entry, shown + " is not " + kind.expected());
      }
    }
  }
}
