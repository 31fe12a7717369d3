package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.ListedDifferences.accepts;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsOf;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsWarning;
import static dev.vireo.interop.vmx.ListedDifferences.explains;
import static dev.vireo.interop.vmx.ListedDifferences.holding;
import static dev.vireo.interop.vmx.ListedDifferences.leavesOut;
import static dev.vireo.interop.vmx.ListedDifferences.refuses;
import static dev.vireo.interop.vmx.ListedDifferences.rewrites;
import static dev.vireo.interop.vmx.ListedDifferences.warns;

import dev.vireo.interop.vmx.ListedDifference.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deliberate differences from libvirt in writing VMX files. */
final class WritingDifferences {
  private static final Pattern MEMORY =
      Pattern.compile("<memory(?: unit=['\"](\\w+)['\"])?>(\\d+)</memory>");
  private static final Map<String, Long> UNITS =
      Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GB", 1_000_000_000L);
  private static final long STEP = 4096L << 10;

  /** All of them. */
  static final List<ListedDifference> ALL =
      List.of(
          of("xml-encoding", "error-xml-declaration-latin-1", accepts("Input is not proper UTF-8")),
          of(
              "xml-entities",
              "xml-internal-entity",
              refuses(holding("<!DOCTYPE"), "document type declaration")),
          of(
              "domain-type",
              "error-domain-type-kvm",
              explains(
                  "could not find capabilities for arch=\\w+ domaintype=(?!vmware)", "vmware")),
          of(
              "domain-type",
              "error-arch-ppc64",
              explains("could not find capabilities for arch=ppc64", "os/type@arch .*x86_64|i686")),
          of(
              "domain-type",
              "error-os-type-xen",
              explains("could not find capabilities.*ostype=|unknown OS type|ostype", "hvm")),
          of(
              "memory-multiple",
              "memory-odd-mib",
              refuses(
                  WritingDifferences::hasOddMemory, "^memory has to be a multiple of 4096 KiB")),
          of(
              "odd-vcpus",
              "vcpus-3",
              refuses(
                  holding("<vcpu[^>]*>\\d*[13579]</vcpu>"),
                  "^vcpu has to be 1 or a multiple of 2")),
          of("shares-range", "error-shares-one", accepts("cputune 'shares' must be in range")),
          of(
              "cpu",
              "error-cpu-empty",
              acceptsOf("<cpu\\s*/>", "Only 1 thread per core is supported")),
          of(
              "cpu",
              "error-cpu-model",
              acceptsWarning("Only 1 thread per core is supported", "cpu")),
          of(
              "cpu",
              "error-cpu-feature",
              acceptsWarning("feature list specified without CPU model", "cpu")),
          of(
              "foreign-mac",
              "nic-mac-check-yes",
              refuses(
                  holding("<mac (?=[^>]*check='yes')(?!address='00:(0c:29|50:56))"),
                  "mac@address has to start with 00:0c:29 or 00:50:56 when it is to be checked")),
          of(
              "escapes",
              "nic-network-name-quote",
              rewrites("[|\"\\n\\r]|&quot;|&#", VmxEdits::escape)),
          of(
              "hwuuid",
              "uuid-hardware",
              leavesOut("<hwuuid>", vmx -> VmxEdits.without(vmx, "uuid\\.bios|vc\\.uuid"))),
          of(
              "no-uuid",
              "uuid-missing",
              rewrites(
                  "^(?![\\s\\S]*<uuid>)",
                  vmx -> vmx.replaceFirst("uuid.bios = .*", "uuid.action = \"create\""))),
          of(
              "no-uuid",
              "nic-mac-missing",
              rewrites(
                  "^(?![\\s\\S]*<mac )[\\s\\S]*<interface ",
                  vmx -> VmxEdits.without(vmx, "\\w+\\.generatedAddress(Offset)?"))),
          of(
              "zero-mac",
              "nic-mac-zero",
              rewrites(
                  "<mac address='00:00:00:00:00:00'",
                  vmx ->
                      vmx.replaceAll(
                          "(\\w+\\.addressType) = \"static\"\\n"
                              + ".*address = \"00:00:00:00:00:00\"\\n"
                              + ".*checkMACAddress.*\\n",
                          "$1 = \"generated\"\n"))),
          of("genid", "genid", leavesOut("<genid", vmx -> VmxEdits.without(vmx, "vm\\.genidX?"))),
          of(
              "bios",
              "firmware-bios",
              leavesOut("firmware='bios'", vmx -> VmxEdits.without(vmx, "firmware"))),
          of("new-devices", "error-disk-sata", accepts("Unsupported bus type 'sata'")),
          of("new-devices", "error-disk-nvme", accepts("nvme")),
          of("dropped-devices", "error-nvram", accepts("no loader path specified")),
          of(
              "dropped-devices",
              "firmware-efi-secure-boot",
              refuses(holding("name='secure-boot'"), "has to be 13 or newer for secure boot")),
          of(
              "dropped-devices",
              "firmware-efi-secure-boot",
              leavesOut(
                  "name='secure-boot'",
                  vmx -> VmxEdits.without(vmx, "uefi\\.secureBoot\\.enabled"))),
          of(
              "dropped-devices",
              "device-tpm",
              refuses(holding("<tpm "), "has to be (14 or newer|efi) for a TPM")),
          of(
              "dropped-devices",
              "device-tpm-with-efi",
              leavesOut("<tpm ", vmx -> VmxEdits.without(vmx, "vtpm\\.present"))),
          of(
              "unused-controller",
              "scsi-controller-unused",
              leavesOut("<controller type='scsi'", VmxEdits::withoutUnusedControllers)),
          of(
              "controller-slot",
              "scsi-controller-slot",
              leavesOut(
                  "<controller type='scsi'[^/]*>\\s*<address type='pci'",
                  vmx -> VmxEdits.without(vmx, "scsi\\d\\.pciSlotNumber"))),
          of(
              "ide-cache",
              "disk-ide-cache-writethrough",
              leavesOut(
                  "cache='writethrough'",
                  vmx -> VmxEdits.without(vmx, "ide\\d:\\d\\.writeThrough"))),
          of(
              "ide-cache",
              "disk-ide-cache-none",
              refuses(
                  holding("cache='\\w+'[\\s\\S]*bus='(ide|fdc)'"),
                  "driver@cache has to be default or writethrough")),
          of(
              "two-vnc",
              "vnc-two",
              refuses(
                  holding("<graphics [\\s\\S]*<graphics "),
                  "devices/graphics must not be there more than once")),
          of("ipv6", "serial-tcp-ipv6", rewrites("host='[^']*:", VmxEdits::bracketAddresses)),
          of("serial-host", "error-serial-tcp-no-host", accepts("Missing source host attribute")),
          of(
              "serial-service",
              "serial-tcp-service-name",
              refuses(holding("service='[a-z]"), "source@service has to be the number of a port")),
          of(
              "serial-null",
              "error-serial-null",
              acceptsWarning("Unsupported character device type 'null'", "devices/serial")),
          of(
              "null-nic",
              "nic-null",
              leavesOut(
                  "<interface type='null'",
                  vmx -> VmxEdits.without(vmx, "ethernet\\d\\.startConnected"))),
          of(
              "link",
              "nic-link-down",
              leavesOut(
                  "<link state='down'",
                  vmx -> VmxEdits.without(vmx, "ethernet\\d\\.startConnected"))),
          of(
              "nic-slot",
              "nic-pci-address",
              leavesOut(
                  "<interface [\\s\\S]*<address [^>]*type='pci'",
                  vmx -> VmxEdits.without(vmx, "ethernet\\d\\.pciSlotNumber"))),
          of("segment", "error-nic-internal-uuid", accepts("Unsupported net type 'internal'")),
          of("arm", "error-arch-aarch64", accepts("could not find capabilities for arch=aarch64")),
          of("vds-port", "error-nic-vds-no-portgroup", accepts("attribute 'portgroupid'")),
          of("vds-port", "error-nic-vds-no-port", accepts("Missing required attribute 'portid'")),
          of(
              "lun-empty",
              "error-cdrom-ide-lun-auto-detect",
              accepts("device='lun' is only valid for block type disk source")),
          of("pvscsi", "error-scsi-pvscsi", accepts("Unknown (model type|driver name) 'pvscsi'")),
          of(
              "silent",
              "error-device-usb-redirection",
              acceptsWarning("add redirected USB", ".*redirdev")),
          of("silent", "device-channel", warns("<channel ", "devices/channel")),
          of(
              "notes",
              "title-and-metadata",
              leavesOut("<title>|<metadata", vmx -> VmxEdits.without(vmx, "vireo\\.\\w+"))),
          of("silent", "clock-localtime", warns("<clock offset='localtime'", "clock@offset")),
          of("silent", "disk-iotune", warns("<iotune>", "devices/disk/iotune")),
          of("silent", "device-hostdev", warns("<hostdev ", "devices/hostdev")));

  private WritingDifferences() {}

  private static ListedDifference of(String id, String witness, Kind kind) {
    return new ListedDifference(id, Direction.XML_TO_VMX, witness, kind);
  }

  private static boolean hasOddMemory(String document) {
    Matcher memory = MEMORY.matcher(document);
    if (!memory.find()) {
      return false;
    }
    String unit = memory.group(1) == null ? "KiB" : memory.group(1);
    Long bytes = UNITS.get(unit);
    return bytes != null && Long.parseLong(memory.group(2)) * bytes % STEP != 0;
  }
}
