package dev.vireo.interop;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place where vireo's output differs from that of libvirt 9.0's virsh on purpose.
 *
 * @param command the command, as it is typed, or the beginning of several
 * @param why the reason
 * @param withoutIt takes the differing part out of the output of either
 */
record KnownDifference(String command, String why, UnaryOperator<String> withoutIt) {
  private static final String NVRAM =
      "vireo shows the file of the NVRAM, as libvirt does since 12.8; 9.0 does not know it";

  private static final String FILTERS =
      "libvirt's ESX driver does not know the filter, and virsh lists all then";

  /** All there are. Everything else must be the same to the byte. */
  static final List<KnownDifference> ALL =
      List.of(
          new KnownDifference(
              "version",
              "virsh names the C library and its version, vireo itself",
              text -> text.lines().filter(line -> line.startsWith("Running ")).toList().toString()),
          new KnownDifference(
              "list --all --with-checkpoint",
              "libvirt's ESX driver ignores the filter; machines of VMware hosts have no checkpoints",
              text -> ""),
          new KnownDifference(
              "domxml-to-native vmware-vmx",
              "libvirt writes hardware version 8 for ESX 7 and later and 10 at most for others;"
                  + " vireo the newest that the host runs; and nvram, which its XML has",
              text ->
                  text.replaceAll("(?m)^virtualHW.version = \".*\"$", "")
                      .replaceAll("(?m)^nvram = \".*\"\n", "")),
          new KnownDifference("snapshot-list ON --inactive", FILTERS, text -> ""),
          new KnownDifference("snapshot-list ON --active", FILTERS, text -> ""),
          new KnownDifference("snapshot-list ON --disk-only", FILTERS, text -> ""),
          new KnownDifference("snapshot-list ON --external", FILTERS, text -> ""),
          new KnownDifference("dumpxml", NVRAM, KnownDifference::withoutNvram),
          new KnownDifference("domxml-from-native", NVRAM, KnownDifference::withoutNvram));

  private static String withoutNvram(String xml) {
    return xml.replaceAll("(?m)^ *<nvram>[^<]*</nvram>\n", "");
  }

  /** Returns what is left to compare of the output of a command. */
  static String comparable(String command, String output) {
    String withoutOptions = command.replaceFirst("^(-[a-z] )+", "");
    return ALL.stream()
        .filter(difference -> withoutOptions.startsWith(difference.command()))
        .findFirst()
        .map(difference -> difference.withoutIt().apply(output))
        .orElse(output);
  }
}
