package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.ListedDifferences.accepts;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsWarning;
import static dev.vireo.interop.vmx.ListedDifferences.holding;
import static dev.vireo.interop.vmx.ListedDifferences.leavesOut;
import static dev.vireo.interop.vmx.ListedDifferences.rewrites;
import static dev.vireo.interop.vmx.ListedDifferences.warns;
import static dev.vireo.interop.vmx.ReadingDifferences.listed;

import java.util.List;

/** Deliberate differences from libvirt in reading disks and controllers of VMX files. */
final class DiskReadingDifferences {
  /** All of them. */
  static final List<ListedDifference> ALL =
      List.of(
          listed(
              "scsi-model",
              "error-scsi-model-empty",
              accepts("'scsi\\d.virtualDev' to be .* but found ''")),
          listed(
              "scsi-model",
              "error-scsi-model-unknown",
              acceptsWarning("Expecting VMX entry '(scsi\\d.virtualDev)'", "$1")),
          listed(
              "super-wide",
              "disk-scsi-super-wide-second-controller",
              leavesOut(
                  "virtualHW.version\\s*=\\s*\"(1[3-9]|[2-9]\\d)\"[\\s\\S]*(scsi[1-3]|:64)",
                  xml ->
                      XmlEdits.without(
                          XmlEdits.without(xml, "disk", "bus='scsi'"), "controller", "'scsi'"))),
          listed(
              "nvme",
              "disk-nvme",
              leavesOut(
                  "nvme\\d.present\\s*=\\s*\"true",
                  xml ->
                      XmlEdits.without(
                          XmlEdits.without(xml, "disk", "bus='nvme'"),
                          "controller",
                          "type='nvme'"))),
          listed(
              "sata-address",
              "disk-sata-no-device-type",
              rewrites("sata\\d:\\d", XmlEdits::addressSataByTarget)),
          listed(
              "controllers",
              "scsi-controller-slot",
              leavesOut(
                  "(scsi|sata)\\d.pciSlotNumber\\s*=\\s*\"\\d",
                  XmlEdits::withoutControllerAddresses)),
          listed(
              "controllers",
              "scsi-controller-without-disks",
              leavesOut(
                  "(scsi|sata)\\d.present\\s*=\\s*\"true", XmlEdits::withoutUnusedControllers)),
          listed(
              "no-such-place",
              "disk-scsi-unit-7-ignored",
              warns("scsi\\d:7.present\\s*=\\s*\"true", "scsi\\d:7.present")),
          listed(
              "no-such-place",
              "disk-sata-unit-30-ignored",
              warns("sata\\d:30.present\\s*=\\s*\"true", "sata\\d:30.present")),
          listed(
              "disk-type",
              "error-disk-wrong-device-type",
              acceptsWarning(
                  "Expecting VMX entry '(\\w+:\\d+.deviceType)' to be"
                      + " '(?:scsi-hardDisk|ata-hardDisk|cdrom-image)'",
                  "$1")),
          listed(
              "passthru",
              "error-scsi-passthru-disk",
              acceptsWarning(
                  "value '.*' for VMX entry '(.*fileName)' for device type '(?i:scsi-passthru)'",
                  "\\w+:\\d+\\.(fileName|deviceType)")),
          listed(
              "cdrom-details",
              "cdrom-image-write-through",
              rewrites(
                  holding("writeThrough\\s*=\\s*\"true|independent-nonpersistent"),
                  XmlEdits::withDetailsOfDrives)),
          listed(
              "empty-drive",
              "error-cdrom-image-empty-name",
              accepts("value '' for VMX entry '.*fileName' for device type '(?i:cdrom-image)'")),
          listed(
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
          listed(
              "floppy-type",
              "error-floppy-default-type",
              acceptsWarning(
                  "VMX entry '(floppy\\d).fileName' for device type 'unknown'", "$1\\.fileType")),
          listed(
              "disk-file",
              "error-disk-file-name-missing",
              acceptsWarning("value '(?:<null>)?' for VMX entry '(.*fileName)'", "$1")),
          listed(
              "disk-suffix",
              "error-disk-suffix",
              acceptsWarning("value '[^<].*' for VMX entry '(.*fileName)' for device type", "$1")),
          listed(
              "cdrom-datastore",
              "cdrom-lost-datastore",
              warns("/vmfs/volumes/gone/.*\\.iso", "ide\\d:\\d\\.fileName")),
          listed(
              "disk-datastore",
              "error-disk-lost-datastore",
              acceptsWarning("refers to non-existing datastore", ".*fileName")),
          listed(
              "empty-name",
              "floppy-file-empty-name",
              rewrites(
                  "fileName\\s*=\\s*\"\"",
                  xml ->
                      XmlEdits.inside(
                          DeviceReadingDifferences.inPorts(xml),
                          "disk",
                          "device='floppy'",
                          floppy -> floppy.replaceAll(ReadingDifferences.EMPTY_SOURCE, "")))),
          listed(
              "datastore-prefix",
              "disk-longer-mount-path",
              rewrites(
                  "0050569a0001b/",
                  xml ->
                      xml.replace(
                          "'[datastore1] b/",
                          "'/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001b/"))),
          listed(
              "windows-path",
              "error-disk-windows-name",
              accepts("Could not handle file name '(?:\\w:)?\\\\")),
          listed(
              "sub-directory",
              "error-disk-relative-name-in-folder",
              accepts("Could not handle file name '[^/\\\\:']*/")));

  private DiskReadingDifferences() {}
}
