package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.ListedDifferences.accepts;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsWarning;
import static dev.vireo.interop.vmx.ListedDifferences.holding;
import static dev.vireo.interop.vmx.ListedDifferences.leavesOut;
import static dev.vireo.interop.vmx.ListedDifferences.refuses;
import static dev.vireo.interop.vmx.ListedDifferences.rewrites;
import static dev.vireo.interop.vmx.ReadingDifferences.listed;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deliberate differences from libvirt in reading the syntax and general keys of VMX files. */
final class GeneralReadingDifferences {
  private static final Pattern INSTANCE =
      Pattern.compile("(?mi)^vc\\.uuid\\s*=\\s*\"([0-9a-f -]{36,})\"");
  private static final Pattern UUID = Pattern.compile("<uuid>([^<]*)</uuid>");
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  /** All of them. */
  static final List<ListedDifference> ALL =
      List.of(
          // Syntax.
          listed(
              "syntax-1",
              "error-syntax-bare-true",
              accepts("syntax error: .*(expecting a value|numbers not allowed in VMX format)")),
          listed(
              "syntax-3",
              "error-syntax-byte-order-mark",
              accepts("syntax error: memory conf:1: expecting a name")),
          listed(
              "syntax-2",
              "error-syntax-slash-in-key",
              accepts("syntax error: .*(expecting a name|expecting an assignment)")),
          listed(
              "syntax-7",
              "error-encoding-windows-1252-undefined",
              accepts("input conversion failed due to input error")),
          listed(
              "syntax-7",
              "error-encoding-us-ascii-with-umlaut",
              accepts("syntax error: .*unterminated string")),
          listed(
              "syntax-8",
              "error-encoding-unknown",
              accepts("libxml2 doesn't handle \\w* ?encoding")),
          // General keys.
          listed(
              "encrypted",
              "encrypted",
              refuses(holding("encryption.data"), "^line \\d+: encryption.data makes")),
          listed(
              "versions",
              "error-config-version-7",
              acceptsWarning(
                  "(?:entry|Expecting VMX entry) '(config.version|virtualHW.version)'", "$1")),
          listed(
              "unread-flag",
              "error-nic-start-connected-text",
              accepts("Config entry '.*(startConnected|autodetect|readAccess)' must represent")),
          listed(
              "bad-number",
              "error-disk-write-through-text",
              // Of a disk that is left out, the warning is about that.
              acceptsWarning(
                  "Config entry '(\\w+:\\d+)\\.(?:writeThrough|clientDevice)' must", "$1\\..*")),
          listed(
              "bad-number",
              "error-disk-present-text",
              acceptsWarning(
                  "Config entry '([^']+)' must represent an? (?:integer|boolean) value", "$1")),
          listed(
              "bad-escape",
              "error-annotation-bad-pipe",
              acceptsWarning(
                  "VMX entry '(?:name|annotation)' contains invalid escape sequence",
                  "displayName|annotation")),
          listed(
              "escapes-everywhere",
              "nic-network-name-markup",
              rewrites("\\|", XmlEdits::unescapeAttributes)),
          listed(
              "carriage-return",
              "annotation-pipe-escapes",
              leavesOut(
                  "\\|0d", xml -> xml.replace("&#13;&#10;", "&#10;").replace("&#13;", "&#10;"))),
          listed(
              "bad-uuid",
              "error-uuid-bios-short",
              acceptsWarning("Could not parse UUID", "uuid\\.bios|ethernet\\d+\\.dvs\\.switchId")),
          listed(
              "instance-uuid",
              "uuid-vc",
              rewrites(holding(INSTANCE.pattern()), GeneralReadingDifferences::withInstanceUuid)),
          listed(
              "odd-memory",
              "error-memsize-not-multiple-of-4",
              acceptsWarning("'(memsize)' to be an .*\\(multiple of 4\\) but found [1-9]", "$1")),
          listed(
              "cores",
              "cores-per-socket-not-a-divisor",
              rewrites("cpuid.coresPerSocket", XmlEdits::withoutUnevenTopology)),
          listed(
              "cores",
              "error-cores-per-socket-more-than-vcpus",
              acceptsWarning("'(cpuid.coresPerSocket)' smaller than 'numvcpus'", "$1")),
          listed(
              "affinity",
              "error-affinity-range",
              acceptsWarning("Expecting VMX entry '(sched.cpu.affinity)'", "$1")),
          listed(
              "shares",
              "error-shares-text",
              acceptsWarning("Expecting VMX entry '(sched.cpu.shares)'", "$1")),
          listed(
              "shares",
              "shares-negative",
              rewrites(
                  "sched.cpu.shares",
                  xml -> xml.replaceAll(" *<cputune>\\n *<shares>\\d{19,}</.*\\n.*\\n", ""))),
          listed(
              "arm",
              "guest-os-arm",
              rewrites(
                  "guestOS\\s*=\\s*\"arm-",
                  xml -> xml.replaceFirst("<type arch='\\w+'>", "<type arch='aarch64'>"))),
          listed(
              "firmware",
              "error-firmware-bios",
              accepts("VMX entry 'firmware' has unknown value '(?i:bios|efi)'")),
          listed(
              "firmware",
              "error-firmware-unknown",
              acceptsWarning("VMX entry '(firmware)' has unknown value", "$1")),
          listed(
              "secure-boot",
              "firmware-efi-secure-boot",
              leavesOut(
                  "uefi.secureBoot.enabled\\s*=\\s*\"true",
                  xml -> XmlEdits.without(xml, "firmware", ""))),
          listed(
              "secure-boot",
              "vtpm",
              leavesOut(
                  "vtpm.present\\s*=\\s*\"true", xml -> XmlEdits.without(xml, "tpm", "tpm-crb"))),
          listed(
              "secure-boot",
              "nvram",
              leavesOut("^nvram\\s*=|\\nnvram\\s*=", xml -> XmlEdits.without(xml, "nvram", ""))));

  private GeneralReadingDifferences() {}

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
