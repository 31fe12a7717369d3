package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.ListedDifferences.accepts;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsOf;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsWarning;
import static dev.vireo.interop.vmx.ListedDifferences.holding;
import static dev.vireo.interop.vmx.ListedDifferences.leavesOut;
import static dev.vireo.interop.vmx.ListedDifferences.rewrites;
import static dev.vireo.interop.vmx.ListedDifferences.warns;

import dev.vireo.interop.vmx.ListedDifference.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deliberate differences from libvirt in reading VMX files. The order counts for those that accept:
 * the first whose message is met decides about the warning.
 */
final class ReadingDifferences {
  private static final String EMPTY_SOURCE =
      "(?m)^ *<source (dev|file|path)='(\\[\\?\\] \\?/)?'/>\\n";
  private static final Pattern INSTANCE =
      Pattern.compile("(?mi)^vc\\.uuid\\s*=\\s*\"([0-9a-f -]{36,})\"");
  private static final Pattern UUID = Pattern.compile("<uuid>([^<]*)</uuid>");
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  /** All of them. */
  static final List<ListedDifference> ALL =
      List.of(
          // Syntax.
          of(
              "syntax-1",
              "error-syntax-bare-true",
              accepts("syntax error: .*(expecting a value|numbers not allowed in VMX format)")),
          of(
              "syntax-3",
              "error-syntax-byte-order-mark",
              accepts("syntax error: memory conf:1: expecting a name")),
          of(
              "syntax-2",
              "error-syntax-slash-in-key",
              accepts("syntax error: .*(expecting a name|expecting an assignment)")),
          of(
              "syntax-7",
              "error-encoding-windows-1252-undefined",
              accepts("input conversion failed due to input error")),
          of(
              "syntax-7",
              "error-encoding-us-ascii-with-umlaut",
              accepts("syntax error: .*unterminated string")),
          of(
              "syntax-8",
              "error-encoding-unknown",
              accepts("libxml2 doesn't handle \\w* ?encoding")),
          // General keys.
          of(
              "versions",
              "error-config-version-7",
              acceptsWarning(
                  "(?:entry|Expecting VMX entry) '(config.version|virtualHW.version)'", "$1")),
          of(
              "unread-flag",
              "error-nic-start-connected-text",
              accepts("Config entry '.*(startConnected|autodetect|readAccess)' must represent")),
          of(
              "bad-number",
              "error-disk-present-text",
              acceptsWarning(
                  "Config entry '([^']+)' must represent an? (?:integer|boolean) value", "$1")),
          of(
              "bad-escape",
              "error-annotation-bad-pipe",
              acceptsWarning(
                  "VMX entry '(?:name|annotation)' contains invalid escape sequence",
                  "displayName|annotation")),
          of(
              "escapes-everywhere",
              "nic-network-name-markup",
              rewrites("\\|", XmlEdits::unescapeAttributes)),
          of(
              "carriage-return",
              "annotation-pipe-escapes",
              leavesOut(
                  "\\|0d", xml -> xml.replace("&#13;&#10;", "&#10;").replace("&#13;", "&#10;"))),
          of(
              "bad-uuid",
              "error-uuid-bios-short",
              acceptsWarning("Could not parse UUID", "uuid\\.bios|ethernet\\d+\\.dvs\\.switchId")),
          of(
              "instance-uuid",
              "uuid-vc",
              rewrites(holding(INSTANCE.pattern()), ReadingDifferences::withInstanceUuid)),
          of(
              "odd-memory",
              "error-memsize-not-multiple-of-4",
              acceptsWarning("'(memsize)' to be an .*\\(multiple of 4\\) but found [1-9]", "$1")),
          of(
              "cores",
              "cores-per-socket-not-a-divisor",
              rewrites("cpuid.coresPerSocket", XmlEdits::withoutUnevenTopology)),
          of(
              "cores",
              "error-cores-per-socket-more-than-vcpus",
              acceptsWarning("'(cpuid.coresPerSocket)' smaller than 'numvcpus'", "$1")),
          of(
              "affinity",
              "error-affinity-range",
              acceptsWarning("Expecting VMX entry '(sched.cpu.affinity)'", "$1")),
          of(
              "shares",
              "error-shares-text",
              acceptsWarning("Expecting VMX entry '(sched.cpu.shares)'", "$1")),
          of(
              "shares",
              "shares-negative",
              rewrites(
                  "sched.cpu.shares",
                  xml -> xml.replaceAll(" *<cputune>\\n *<shares>\\d{19,}</.*\\n.*\\n", ""))),
          of(
              "firmware",
              "error-firmware-bios",
              accepts("VMX entry 'firmware' has unknown value '(?i:bios|efi)'")),
          of(
              "firmware",
              "error-firmware-unknown",
              acceptsWarning("VMX entry '(firmware)' has unknown value", "$1")),
          of(
              "secure-boot",
              "firmware-efi-secure-boot",
              leavesOut(
                  "uefi.secureBoot.enabled\\s*=\\s*\"true",
                  xml -> XmlEdits.without(xml, "firmware", ""))),
          of(
              "secure-boot",
              "vtpm",
              leavesOut(
                  "vtpm.present\\s*=\\s*\"true", xml -> XmlEdits.without(xml, "tpm", "tpm-crb"))),
          of(
              "secure-boot",
              "nvram",
              leavesOut("^nvram\\s*=|\\nnvram\\s*=", xml -> XmlEdits.without(xml, "nvram", ""))),
          // Disks and controllers.
          of(
              "scsi-model",
              "error-scsi-model-empty",
              accepts("'scsi\\d.virtualDev' to be .* but found ''")),
          of(
              "scsi-model",
              "error-scsi-model-unknown",
              acceptsWarning("Expecting VMX entry '(scsi\\d.virtualDev)'", "$1")),
          of(
              "super-wide",
              "disk-scsi-super-wide-second-controller",
              leavesOut(
                  "virtualHW.version\\s*=\\s*\"(1[3-9]|[2-9]\\d)\"[\\s\\S]*(scsi[1-3]|:64)",
                  xml ->
                      XmlEdits.without(
                          XmlEdits.without(xml, "disk", "bus='scsi'"), "controller", "'scsi'"))),
          of(
              "nvme",
              "disk-nvme",
              leavesOut(
                  "nvme\\d.present\\s*=\\s*\"true",
                  xml ->
                      XmlEdits.without(
                          XmlEdits.without(xml, "disk", "bus='nvme'"),
                          "controller",
                          "type='nvme'"))),
          of(
              "sata-address",
              "disk-sata-no-device-type",
              rewrites("sata\\d:\\d", XmlEdits::addressSataByTarget)),
          of(
              "controllers",
              "scsi-controller-slot",
              leavesOut(
                  "(scsi|sata)\\d.pciSlotNumber\\s*=\\s*\"\\d",
                  XmlEdits::withoutControllerAddresses)),
          of(
              "controllers",
              "scsi-controller-without-disks",
              leavesOut(
                  "(scsi|sata)\\d.present\\s*=\\s*\"true", XmlEdits::withoutUnusedControllers)),
          of(
              "no-such-place",
              "disk-scsi-unit-7-ignored",
              warns("scsi\\d:7.present\\s*=\\s*\"true", "scsi\\d:7.present")),
          of(
              "no-such-place",
              "disk-sata-unit-30-ignored",
              warns("sata\\d:30.present\\s*=\\s*\"true", "sata\\d:30.present")),
          of(
              "disk-type",
              "error-disk-wrong-device-type",
              acceptsWarning(
                  "Expecting VMX entry '(\\w+:\\d+.deviceType)' to be"
                      + " '(?:scsi-hardDisk|ata-hardDisk|cdrom-image)'",
                  "$1")),
          of(
              "passthru",
              "error-scsi-passthru-disk",
              acceptsWarning(
                  "value '.*' for VMX entry '(.*fileName)' for device type '(?i:scsi-passthru)'",
                  "\\w+:\\d+\\.(fileName|deviceType)")),
          of(
              "cdrom-cache",
              "cdrom-image-write-through",
              rewrites(holding("writeThrough\\s*=\\s*\"true"), XmlEdits::withCacheOfDrives)),
          of(
              "empty-drive",
              "error-cdrom-image-empty-name",
              accepts("value '' for VMX entry '.*fileName' for device type '(?i:cdrom-image)'")),
          of(
              "empty-drive",
              "cdrom-ide-empty-backing",
              rewrites(
                  "emptyBackingString|fileName\\s*=\\s*\"\"",
                  xml ->
                      XmlEdits.inside(
                          xml,
                          "disk",
                          "bus=",
                          disk ->
                              disk.matches("(?s).*device='(cdrom|lun)'.*")
                                  ? disk.replaceAll(
                                      "(?m)^ *<source dev='(?i:emptyBackingString)?'/>\\n", "")
                                  : disk))),
          of(
              "floppy-type",
              "error-floppy-default-type",
              acceptsWarning(
                  "VMX entry '(floppy\\d).fileName' for device type 'unknown'", "$1\\.fileType")),
          of(
              "disk-file",
              "error-disk-file-name-missing",
              acceptsWarning("value '(?:<null>)?' for VMX entry '(.*fileName)'", "$1")),
          of(
              "disk-suffix",
              "error-disk-suffix",
              acceptsWarning("value '[^<].*' for VMX entry '(.*fileName)' for device type", "$1")),
          of(
              "cdrom-datastore",
              "cdrom-lost-datastore",
              warns("/vmfs/volumes/gone/.*\\.iso", "ide\\d:\\d\\.fileName")),
          of(
              "disk-datastore",
              "error-disk-lost-datastore",
              acceptsWarning("refers to non-existing datastore", ".*fileName")),
          of(
              "empty-name",
              "floppy-file-empty-name",
              rewrites(
                  "fileName\\s*=\\s*\"\"",
                  xml ->
                      XmlEdits.inside(
                          inPorts(xml),
                          "disk",
                          "device='floppy'",
                          floppy -> floppy.replaceAll(EMPTY_SOURCE, "")))),
          of(
              "datastore-prefix",
              "disk-longer-mount-path",
              rewrites(
                  "0050569a0001b/",
                  xml ->
                      xml.replace(
                          "'[datastore1] b/",
                          "'/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001b/"))),
          of(
              "windows-path",
              "error-disk-windows-name",
              accepts("Could not handle file name '(?:\\w:)?\\\\")),
          of(
              "sub-directory",
              "error-disk-relative-name-in-folder",
              accepts("Could not handle file name '[^/\\\\:']*/")),
          // Network.
          of(
              "nic-model",
              "error-nic-model-empty",
              accepts("'ethernet\\d+.virtualDev' to be .* but found ''")),
          of(
              "nic-model",
              "error-nic-model-unknown",
              acceptsWarning("Expecting VMX entry '(ethernet\\d+.virtualDev)' to be", "$1")),
          of(
              "nic-hostonly",
              "error-nic-hostonly",
              acceptsWarning(
                  "No yet handled value 'hostonly' for VMX entry '(ethernet\\d+.connectionType)'",
                  "$1")),
          of(
              "nic-connection",
              "error-nic-connection-unknown",
              acceptsWarning("value '.*' for VMX entry '(ethernet\\d+.connectionType)'", "$1")),
          of(
              "nic-connection",
              "error-nic-bridged-no-network",
              accepts("Missing essential config entry 'ethernet\\d+.(networkName|vnet)'")),
          of(
              "nic-vds",
              "error-nic-dvs-no-port-no-connection",
              accepts("Missing essential config entry 'ethernet\\d+.dvs.")),
          of(
              "nic-mac",
              "nic-address-vpx-in-address",
              leavesOut(
                  "^(?![\\s\\S]*generatedAddress\\s*=)[\\s\\S]*ethernet\\d.address\\s*="
                      + "|^(?![\\s\\S]*ethernet\\d.address\\s*=)[\\s\\S]*\"static\"",
                  xml -> xml.replaceAll("<mac address='[^']*'", "<mac address=''"))),
          of(
              "nic-bad-mac",
              "error-nic-address-dashes",
              accepts("to be MAC address but found '(\\w\\w-){5}\\w\\w'")),
          of(
              "nic-bad-mac",
              "error-nic-address-type-unknown",
              acceptsWarning(
                  "VMX entry '(ethernet\\d+.(?:addressType|address|generatedAddress))' to be",
                  "$1")),
          of(
              "mac-check",
              "nic-address-check-upper-case",
              leavesOut(
                  "checkMACAddress\\s*=\\s*\"(?-i:TR|Tr)",
                  xml -> xml.replaceAll("(<mac [^>]*) check='[^']*'", "$1"))),
          // Ports, folders, displays.
          of(
              "serial-kind",
              "error-serial-thinprint",
              acceptsWarning("Expecting VMX entry '(serial\\d.fileType)' to be 'device'", "$1")),
          of(
              "serial-kind",
              "error-serial-network-server",
              acceptsOf(
                  "serial\\d.fileName\\s*=\\s*\"(\\w+://)?[\\w.]*:\\d",
                  "doesn't contain a port part|Unable to parse URI")),
          of(
              "serial-kind",
              "error-serial-network-no-port",
              acceptsWarning(
                  "doesn't contain a port part|Unable to parse URI|unsupported scheme",
                  "serial\\d.fileName")),
          of(
              "serial-kind",
              "error-serial-network-end-point-unknown",
              acceptsWarning("Expecting VMX entry '(serial\\d.network.endPoint)'", "$1")),
          of(
              "serial-kind",
              "error-serial-file-name-missing",
              accepts("virsh ended with exit code|An error occurred, but the cause is unknown")),
          of(
              "parallel-kind",
              "error-parallel-type-missing",
              accepts("Missing essential config entry 'parallel\\d.fileType'")),
          of(
              "parallel-kind",
              "error-parallel-name-missing",
              accepts("Missing essential config entry 'parallel\\d.fileName'")),
          of(
              "parallel-kind",
              "error-parallel-type-unknown",
              acceptsWarning("Expecting VMX entry '(parallel\\d.fileType)'", "$1")),
          of(
              "folder",
              "error-shared-folder-no-path",
              acceptsWarning(
                  "Missing essential config entry '(sharedFolder\\d+.(?:hostPath|guestName))'",
                  "$1")),
          of(
              "vnc-empty",
              "vnc-empty-values",
              rewrites(
                  "RemoteDisplay.vnc.(ip|keymap)\\s*=\\s*\"\"",
                  xml ->
                      XmlEdits.inside(
                          xml,
                          "graphics",
                          "type='vnc'",
                          vnc -> vnc.replaceAll(" (keymap|listen|address)=''", "")))),
          of(
              "vnc-password",
              "vnc",
              leavesOut(
                  "RemoteDisplay.vnc.password", xml -> xml.replaceAll(" passwd='[^']*'", ""))));

  private ReadingDifferences() {}

  private static ListedDifference of(String id, String witness, Kind kind) {
    return new ListedDifference(id, Direction.VMX_TO_XML, witness, kind);
  }

  private static String inPorts(String xml) {
    String edited = xml;
    for (String port : List.of("serial", "console", "parallel")) {
      edited = XmlEdits.inside(edited, port, "type=", each -> each.replaceAll(EMPTY_SOURCE, ""));
    }
    return edited;
  }

  /** The uuid is the instance's, and the BIOS's is beside it if it is another one. */
  private static String withInstanceUuid(String file, String xml) {
    Matcher value = INSTANCE.matcher(file);
    if (!value.find()) {
      return xml;
    }
    String instance =
        value
            .group(1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[ -]", "")
            .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    return UUID.matcher(xml)
        .replaceFirst(match -> {
          String bios = match.group(1);
          boolean alone = bios.equals(ZERO) || bios.equals(instance);
          return "<uuid>"
              + instance
              + "</uuid>"
              + (alone ? "" : "\n  <hwuuid>" + bios + "</hwuuid>");
        });
  }
}
