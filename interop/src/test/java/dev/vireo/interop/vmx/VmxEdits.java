package dev.vireo.interop.vmx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits of the entries of a VMX file, one per line, for {@link WritingDifferences}. */
final class VmxEdits {
  private static final Pattern DISK = Pattern.compile("(scsi\\d):\\d+\\..*");
  private static final Pattern CONTROLLER = Pattern.compile("(scsi\\d)\\.(present|virtualDev)");
  private static final Pattern IPV6 =
      Pattern.compile("(serial\\d\\.fileName = \"\\w+://)([0-9a-fA-F]*:[0-9a-fA-F:]*)(:\\d+\")");
  private static final List<String> ESCAPED_BY_LIBVIRT = List.of("displayName", "annotation");

  private VmxEdits() {}

  /** Takes the entries out whose keys match a pattern. */
  static String without(String vmx, String key) {
    return vmx.replaceAll("(?m)^(?:" + key + ") = .*\\n", "");
  }

  /** Escapes what libvirt writes as it is. */
  static String escape(String vmx) {
    StringBuilder changed = new StringBuilder();
    for (VmxLines.Entry entry : VmxLines.of(vmx).entries()) {
      boolean escaped = ESCAPED_BY_LIBVIRT.contains(entry.key());
      UnaryOperator<String> change = escaped ? VmxEdits::escapeLineEnds : VmxEdits::escapeAll;
      changed.append(new VmxLines.Entry(entry.key(), change.apply(entry.value()))).append('\n');
    }
    return changed.toString();
  }

  private static String escapeAll(String value) {
    return escapeLineEnds(value.replace("|", "|7c").replace("\"", "|22"));
  }

  private static String escapeLineEnds(String value) {
    return value.replace("\r", "|0D").replace("\n", "|0A");
  }

  /** Takes the entries of SCSI controllers out that no disk is at. */
  static String withoutUnusedControllers(String vmx) {
    List<VmxLines.Entry> entries = VmxLines.of(vmx).entries();
    Set<String> used = new HashSet<>();
    for (VmxLines.Entry entry : entries) {
      Matcher disk = DISK.matcher(entry.key());
      if (disk.matches()) {
        used.add(disk.group(1));
      }
    }
    return lines(
        entries.stream()
            .filter(entry -> {
              Matcher controller = CONTROLLER.matcher(entry.key());
              return !controller.matches() || used.contains(controller.group(1));
            })
            .toList());
  }

  /** Puts IPv6 addresses into brackets. */
  static String bracketAddresses(String vmx) {
    return IPV6.matcher(vmx).replaceAll("$1[$2]$3");
  }

  private static String lines(List<VmxLines.Entry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(entry).append('\n'));
    return text.toString();
  }
}
