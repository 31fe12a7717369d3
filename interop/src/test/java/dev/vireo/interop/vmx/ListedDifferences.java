package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.Direction.VMX_TO_XML;
import static dev.vireo.interop.vmx.Direction.XML_TO_VMX;

import dev.vireo.interop.vmx.ListedDifference.Accepts;
import dev.vireo.interop.vmx.ListedDifference.Kind;
import dev.vireo.interop.vmx.ListedDifference.LeavesOut;
import dev.vireo.interop.vmx.ListedDifference.Rewrites;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All deliberate differences of the converters from libvirt 9.0. */
final class ListedDifferences {
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;

  /** From VMX files. */
  private static final List<ListedDifference> FROM_VMX =
      List.of(
          new ListedDifference(
              "memory-of-any-size",
              "users have machines whose memory is no multiple of 4 MiB, and ESX runs them",
              VMX_TO_XML,
              "error-memsize-not-multiple-of-4",
              accepts("\\(multiple of 4\\) but found [1-9]")),
          new ListedDifference(
              "firmware-is-bios",
              "what ESX writes for BIOS machines is no error; other values become a warning",
              VMX_TO_XML,
              "error-firmware-bios",
              accepts("VMX entry 'firmware' has unknown value")),
          new ListedDifference(
              "unknown-network-card",
              "a card that libvirt cannot name (sriov, flexible) must not cost the whole domain",
              VMX_TO_XML,
              "error-nic-model-unknown",
              accepts("ethernet\\d+.virtualDev' to be 'vlance'")),
          new ListedDifference(
              "unknown-connection-type",
              "hostonly and monitor_dev networks exist in Workstation and Fusion",
              VMX_TO_XML,
              "error-nic-hostonly",
              accepts("(No yet handled|Invalid) value '.*' for VMX entry 'ethernet\\d+.connec")),
          new ListedDifference(
              "bridged-without-name",
              "Workstation writes connectionType bridged and no networkName",
              VMX_TO_XML,
              "error-nic-bridged-no-network",
              accepts("Missing essential config entry 'ethernet\\d+.networkName'")),
          new ListedDifference(
              "distributed-switch-without-port",
              "a card that was never connected has no port yet (libvirt since 8.7 allows it)",
              VMX_TO_XML,
              "error-nic-dvs-no-port-no-connection",
              accepts("Missing essential config entry 'ethernet\\d+.dvs.")),
          new ListedDifference(
              "empty-cd-image",
              "an empty file name is an empty drive (libvirt since 10.1)",
              VMX_TO_XML,
              "error-cdrom-image-empty-name",
              accepts("value '' for VMX entry '.*fileName' for device type 'cdrom-image'")),
          new ListedDifference(
              "disk-in-a-folder",
              "ESX puts disks into folders beside the VMX file (libvirt since 11.10)",
              VMX_TO_XML,
              "error-disk-relative-name-in-folder",
              accepts("Could not handle file name '")),
          new ListedDifference(
              "unknown-serial-port",
              "thinprint ports are in most files that Workstation writes",
              VMX_TO_XML,
              "error-serial-thinprint",
              accepts("serial\\d.fileType' to be 'device'")),
          new ListedDifference(
              "serial-port-nowhere",
              "a network port without address is a port that leads nowhere",
              VMX_TO_XML,
              "error-serial-network-no-port",
              accepts("doesn't contain a port part|Unable to parse URI")),
          new ListedDifference(
              "serial-file-without-name",
              "libvirt does not survive it",
              VMX_TO_XML,
              "error-serial-file-name-missing",
              accepts("virsh ended with exit code")),
          new ListedDifference(
              "parallel-port-without-type",
              "VMware takes device when the type is missing",
              VMX_TO_XML,
              "error-parallel-type-missing",
              accepts("Missing essential config entry 'parallel\\d.fileType'")),
          new ListedDifference(
              "undefined-bytes",
              "five bytes of windows-1252 mean nothing; they cost libvirt the rest of the file",
              VMX_TO_XML,
              "error-encoding-windows-1252-undefined",
              accepts("input conversion failed due to input error")),
          new ListedDifference(
              "nvme-disks",
              "libvirt 9.0 drops them silently (libvirt reads them since 11.5)",
              VMX_TO_XML,
              "disk-nvme",
              leavesOut(
                  "nvme\\d.present\\s*=\\s*\"true",
                  xml -> element(element(xml, "disk", "bus='nvme'"), "controller", "type='nvme'"))),
          new ListedDifference(
              "secure-boot",
              "a domain defined from the XML must still boot securely",
              VMX_TO_XML,
              "firmware-efi-secure-boot",
              leavesOut("uefi.secureBoot.enabled", xml -> element(xml, "firmware", ""))),
          new ListedDifference(
              "virtual-tpm",
              "Windows 11 needs it",
              VMX_TO_XML,
              "vtpm",
              leavesOut("vtpm.present", xml -> element(xml, "tpm", ""))),
          new ListedDifference(
              "nvram",
              "the file with the firmware's variables belongs to the machine",
              VMX_TO_XML,
              "nvram",
              leavesOut("nvram\\s*=", xml -> element(xml, "nvram", ""))),
          new ListedDifference(
              "instance-uuid",
              "the uuid is the instance's, and the BIOS's is hwuuid, as in libvirt since 12.4",
              VMX_TO_XML,
              "uuid-vc",
              leavesOut(
                  "(vc.uuid|uuid.bios)\\s*=",
                  xml -> element(element(xml, "hwuuid", ""), "uuid", ""))),
          new ListedDifference(
              "address-in-the-other-key",
              "the address is there, only not in generatedAddress; libvirt gives 00:00:00:00:00:00",
              VMX_TO_XML,
              "nic-address-vpx-in-address",
              leavesOut(
                  "ethernet\\d.address\\s*=",
                  xml -> xml.replaceAll("<mac address='[^']*'", "<mac address=''"))),
          new ListedDifference(
              "many-units-on-many-controllers",
              "from hardware version 13 on libvirt moves the disks of other controllers to the"
                  + " first one, and loses unit 64",
              VMX_TO_XML,
              "disk-scsi-super-wide-second-controller",
              leavesOut(
                  "virtualHW.version\\s*=\\s*\"(1[3-9]|[2-9]\\d)\"[\\s\\S]*(scsi[1-3]|:64)",
                  xml -> element(element(xml, "disk", "bus='scsi'"), "controller", "'scsi'"))));

  /** From domain XML. */
  private static final List<ListedDifference> FROM_XML =
      List.of(
          new ListedDifference(
              "line-ends-in-the-description",
              "libvirt writes them as they are, and the file cannot be read any more",
              XML_TO_VMX,
              "description-newline",
              rewrites("<description>", ListedDifferences::escapeLineEnds)),
          new ListedDifference(
              "quotes-in-names",
              "libvirt writes them as they are, and the file cannot be read any more",
              XML_TO_VMX,
              "nic-network-name-quote",
              rewrites("&quot;|\"", ListedDifferences::escapeQuotes)),
          new ListedDifference(
              "sata-disks",
              "what is read is written too",
              XML_TO_VMX,
              "error-disk-sata",
              accepts("Unsupported bus type 'sata'")),
          new ListedDifference(
              "nvme-disks",
              "what is read is written too",
              XML_TO_VMX,
              "error-disk-nvme",
              accepts("nvme")),
          new ListedDifference(
              "secure-boot",
              "libvirt 9.0 drops it silently",
              XML_TO_VMX,
              "firmware-efi-secure-boot",
              leavesOut("name='secure-boot'", vmx -> line(vmx, "uefi.secureBoot.enabled"))),
          new ListedDifference(
              "virtual-tpm",
              "libvirt 9.0 drops it silently",
              XML_TO_VMX,
              "device-tpm",
              leavesOut("<tpm ", vmx -> line(vmx, "vtpm.present"))),
          new ListedDifference(
              "drawn-address",
              "a card without address gets one by chance",
              XML_TO_VMX,
              "nic-mac-missing",
              leavesOut(
                  "<interface (?![\\s\\S]*<mac )", vmx -> line(vmx, "\\w+.generatedAddress"))),
          new ListedDifference(
              "drawn-uuid",
              "a domain without uuid gets one by chance",
              XML_TO_VMX,
              "uuid-missing",
              leavesOut("^(?![\\s\\S]*<uuid>)", vmx -> line(vmx, "uuid.bios"))),
          new ListedDifference(
              "documents-in-other-encodings",
              "virsh passes the text to libvirt, whose parser then believes the declaration",
              XML_TO_VMX,
              "error-xml-declaration-latin-1",
              accepts("Input is not proper UTF-8")));

  private ListedDifferences() {}

  /** All there are. */
  static List<ListedDifference> all() {
    return Stream.concat(FROM_VMX.stream(), FROM_XML.stream()).toList();
  }

  private static Kind accepts(String message) {
    return new Accepts(Pattern.compile(message));
  }

  private static Kind leavesOut(String input, UnaryOperator<String> withoutIt) {
    return new LeavesOut(Pattern.compile(input, ANY_CASE), withoutIt);
  }

  private static Kind rewrites(String input, UnaryOperator<String> toOurs) {
    return new Rewrites(Pattern.compile(input, ANY_CASE), toOurs);
  }

  /** Takes the elements of a name out of canonical XML that hold a text, at whatever depth. */
  private static String element(String xml, String name, String holding) {
    Pattern elements =
        Pattern.compile(
            "(?m)^( *)<"
                + name
                + "\\b(?:[^>]*/>|[^>]*>(?:.*</"
                + name
                + ">|[\\s\\S]*?\\n\\1</"
                + name
                + ">))\\n");
    return elements
        .matcher(xml)
        .replaceAll(match ->
            match.group().contains(holding) ? "" : Matcher.quoteReplacement(match.group()));
  }

  /** Takes the entries of a key out of a VMX file. */
  private static String line(String vmx, String key) {
    return vmx.replaceAll("(?m)^" + key + " = .*\\n", "");
  }

  private static String escapeLineEnds(String vmx) {
    return perEntry(vmx, value -> value.replace("\r", "|0D").replace("\n", "|0A"));
  }

  private static String escapeQuotes(String vmx) {
    return perEntry(vmx, value -> value.replace("\"", "|22"));
  }

  private static String perEntry(String vmx, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    for (VmxLines.Entry entry : VmxLines.of(vmx).entries()) {
      changed.append(new VmxLines.Entry(entry.key(), change.apply(entry.value()))).append('\n');
    }
    return changed.toString();
  }
}
