package dev.vireo.interop.vmx;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits of domains that were read from VMX files. */
enum Edit {
  /** Another size of the memory. */
  MEMORY(
      xml ->
          xml.replaceFirst("(<memory unit='KiB'>)\\d+", "$18388608")
              .replaceFirst("(<currentMemory unit='KiB'>)\\d+", "$18388608"),
      "memsize|sched\\.mem\\.(max|minsize)",
      "<(memory|currentMemory) [^\\n]*",
      900),
  /** The first network interface is gone. */
  INTERFACE_REMOVED(
      xml -> xml.replaceFirst("(?s) *<interface .*?</interface>\\n", ""),
      "ethernet\\d+\\..*",
      "(?s)<interface .*?</interface>",
      300),
  /** The first disk that is no floppy is gone. */
  DISK_REMOVED(
      xml ->
          xml.replaceFirst("(?s) *<disk type='\\w+' device='(disk|cdrom|lun)'>.*?</disk>\\n", ""),
      "(sched\\.)?(scsi|sata|ide|nvme)\\d:\\d+\\..*|pciBridge\\d\\..*",
      "(?s)<disk .*?</disk>",
      300),
  /** A disk more. */
  DISK_ADDED(
      Edit::withDisk,
      "scsi0(:15)?\\..*|pciBridge\\d\\..*",
      "(?s)<disk type='file' device='disk'>\\s*<source file='\\[datastore1\\] new/.*?</disk>",
      700),
  /** Another name. */
  NAME(
      xml ->
          xml.replaceFirst("<name>[^<]*</name>", "<name>new &quot;name&quot; 100% |/\\\\</name>"),
      "displayName",
      "<name>.*</name>",
      800),
  /** A description of two lines. */
  DESCRIPTION(
      xml ->
          xml.replaceFirst("(?s) *<description>.*</description>\\n", "")
              .replaceFirst(
                  "( *<memory )",
                  "  <description>first &quot;line&quot;\nsecond | line</description>\n$1"),
      "annotation",
      "(?s)<description>.*</description>",
      900),
  /** Six processors in two sockets. */
  TOPOLOGY(
      xml ->
          xml.replaceFirst("(?s) *<cpu>.*</cpu>\\n", "")
              .replaceFirst("<vcpu [^\\n]*", "<vcpu placement='static'>6</vcpu>")
              .replaceFirst(
                  "( *<clock )",
                  "  <cpu>\n    <topology sockets='2' dies='1' cores='3' threads='1'/>\n  </cpu>\n$1"),
      "numvcpus|cpuid\\.coresPerSocket|sched\\.cpu\\.affinity",
      "<(vcpu|topology)[ >][^\\n]*",
      900),
  /** Twelve processors, and nothing else said about them. */
  PROCESSORS(
      xml ->
          xml.replaceFirst("(?s) *<cpu>.*</cpu>\\n", "")
              .replaceFirst("<vcpu [^\\n]*", "<vcpu placement='static'>12</vcpu>"),
      "numvcpus|cpuid\\.coresPerSocket|sched\\.cpu\\.affinity",
      "<(vcpu|topology)[ >][^\\n]*",
      900),
  /** Another MAC address of the first network interface. */
  MAC(
      xml ->
          xml.replaceFirst(
              "<mac address='[^\\n]*", "<mac address='00:50:56:12:34:56' type='static'/>"),
      "ethernet\\d+\\.(addressType|address|generatedAddress|generatedAddressOffset|checkMACAddress)",
      "<mac [^\\n]*",
      300),
  /** Another network of the first bridge. */
  NETWORK(
      xml -> xml.replaceFirst("<source bridge='[^']*'/>", "<source bridge='New &lt;Lab&gt;'/>"),
      "ethernet\\d+\\.(networkName|connectionType|vnet)",
      "<source bridge=[^\\n]*",
      200),
  /** A display. */
  DISPLAY(
      xml ->
          xml.replaceFirst("(?s) *<graphics .*?</graphics>\\n", "")
              .replaceFirst(
                  "( *<video>)",
                  "    <graphics type='vnc' port='5907' autoport='no' listen='127.0.0.1'>\n"
                      + "      <listen type='address' address='127.0.0.1'/>\n    </graphics>\n$1"),
      "RemoteDisplay\\.vnc\\..*",
      "(?s)<graphics .*</graphics>",
      900);

  @SuppressWarnings("ImmutableEnumChecker") // the constants give functions without a state
  private final UnaryOperator<String> change;

  private final Pattern keys;
  private final Pattern shown;
  private final int least;

  Edit(UnaryOperator<String> change, String keys, String shown, int least) {
    this.change = change;
    this.keys = Pattern.compile(keys, Pattern.CASE_INSENSITIVE);
    this.shown = Pattern.compile(shown);
    this.least = least;
  }

  /** Edits a domain, formatted; the same text if there is nothing to edit. */
  String edit(String xml) {
    return change.apply(xml);
  }

  /** The keys of a file that the edit may touch. */
  Predicate<String> keys() {
    return keys.asMatchPredicate();
  }

  /** How a domain shows what was edited. */
  String shownAs(String xml) {
    Matcher matcher = shown.matcher(xml);
    StringBuilder all = new StringBuilder();
    while (matcher.find()) {
      all.append(matcher.group()).append('\n');
    }
    return all.toString();
  }

  /** More files than this can be edited so. */
  int least() {
    return least;
  }

  private static String withDisk(String xml) {
    if (xml.contains("dev='sdo'")) {
      return xml;
    }
    String disk =
        """
            <disk type='file' device='disk'>
              <source file='[datastore1] new/new.vmdk'/>
              <target dev='sdo' bus='scsi'/>
              <address type='drive' controller='0' bus='0' target='0' unit='15'/>
            </disk>
        """;
    return xml.replaceFirst(
        "  <devices>\\n", Matcher.quoteReplacement("  <devices>\n" + disk.indent(0)));
  }
}
