package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks, CD-ROM and floppy drives, and their controllers. */
class DisksTest {

  private static String drive(int controller, int bus, int unit) {
    return "<address type='drive' controller='%d' bus='%d' target='0' unit='%d'/>"
        .formatted(controller, bus, unit);
  }

  @ParameterizedTest
  @CsvSource({
    "10, scsi0:0, sda, 0, 0, 0", "10, scsi0:6, sdg, 0, 0, 6", "10, scsi0:8, sdh, 0, 0, 8",
    "10, scsi0:15, sdo, 0, 0, 15", "10, scsi1:0, sdp, 1, 0, 0", "10, scsi3:15, sdbh, 3, 0, 15",
    "13, scsi0:8, sdh, 0, 0, 8", "14, scsi0:64, sdbl, 0, 0, 64", "13, scsi1:0, sdbm, 1, 0, 0",
    "14, scsi3:64, sdiv, 3, 0, 64", "10, sata0:0, sda, 0, 0, 0", "10, sata0:29, sdad, 0, 0, 29",
    "10, sata3:29, sddp, 3, 0, 29", "10, ide0:1, hdb, 0, 0, 1", "10, ide1:0, hdc, 0, 1, 0",
    "13, nvme0:0, nvme0n1, 0, 0, 0", "13, nvme3:14, nvme3n15, 3, 0, 14"
  })
  void placesGoBothWays(
      int hardware, String prefix, String target, int controller, int bus, int unit) {
    String kind = prefix.replaceAll("[0-9:]", "");
    String xml =
        Vmx.xml(
            Vmx.fileOf(
                hardware,
                prefix.substring(0, prefix.indexOf(':')) + ".present=true",
                prefix + ".present=true",
                prefix + ".fileName=a.vmdk"));

    assertThat(xml)
        .contains(
            "<disk type='file' device='disk'><source file='[ds1] vm/a.vmdk'/><target dev='"
                + target
                + "' bus='"
                + kind
                + "'/>"
                + drive(controller, bus, unit)
                + "</disk>");
    String model = unit > 15 && kind.equals("scsi") ? "model='vmpvscsi'" : "";
    String disk =
        "<controller type='%s' index='%d' %s/>".formatted(kind, controller, model)
            + "<disk type='file' device='disk'><source file='[ds2] a.vmdk'/>"
            + "<target dev='%s' bus='%s'/>".formatted(target, kind);
    assertThat(Vmx.written(hardware, "", disk + "</disk>"))
        .containsEntry(prefix + ".fileName", "/vmfs/volumes/4a-2/a.vmdk");
    assertThat(Vmx.written(hardware, "", disk + drive(controller, bus, unit) + "</disk>"))
        .containsEntry(prefix + ".fileName", "/vmfs/volumes/4a-2/a.vmdk");
  }

  private static String scsiDisk(String target, String address) {
    return "<disk type='file' device='disk'><source file='[ds2] %s.vmdk'/>".formatted(target)
        + "<target dev='%s' bus='scsi'/>%s</disk>".formatted(target, address);
  }

  @ParameterizedTest
  @CsvSource({"8, sdp", "8, sdbm", "19, sdp", "19, sdbm"})
  void anAddressDecidesWhateverHardwareTheTargetWasNamedFor(int hardware, String target) {
    assertThat(Vmx.written(hardware, "", scsiDisk(target, drive(1, 0, 0))))
        .containsKey("scsi1:0.present");
  }

  @ParameterizedTest
  @CsvSource({
    "19, lsilogic, sdo, scsi0:15", "19, lsilogic, sdq, scsi1:1", "19, lsilogic, sdbm, scsi1:0",
    "19, vmpvscsi, sdq, scsi0:17", "14, vmpvscsi, sdq, scsi0:17", "13, vmpvscsi, sdq, scsi1:1",
    "8, vmpvscsi, sdq, scsi1:1"
  })
  void aTargetAloneStandsForAPlaceThatItsControllerHas(
      int hardware, String model, String target, String prefix) {
    String controller = "<controller type='scsi' index='0' model='%s'/>".formatted(model);

    assertThat(Vmx.written(hardware, "", scsiDisk(target, "") + controller))
        .containsKey(prefix + ".present");
  }

  @Test
  void aTargetAloneStandsForThePlaceAtAControllerThatTheDomainHas() {
    String controllers =
        "<controller type='scsi' index='0' model='vmpvscsi'/>"
            + "<controller type='scsi' index='1' model='lsilogic'/>";

    assertThat(Vmx.written(19, "", scsiDisk("sdq", "") + controllers))
        .containsKey("scsi1:1.present");
  }

  @Test
  void moreThanFifteenDisksAreForParavirtualControllersAlone() {
    String disk = scsiDisk("sdq", drive(0, 0, 17));

    assertThat(Vmx.written(14, "", disk + "<controller type='scsi' index='0' model='vmpvscsi'/>"))
        .containsKey("scsi0:17.present");
    for (String model : new String[] {"lsilogic", "lsisas1068"}) {
      assertThatThrownBy(() ->
              Vmx.written(
                  19, "", disk + "<controller type='scsi' index='0' model='%s'/>".formatted(model)))
          .isInstanceOf(VmxException.class)
          .hasMessageContaining("devices/disk/address@unit has to be 0 to 15")
          .hasMessageContaining("vmpvscsi");
    }
  }

  @Test
  void aFileWithAnImpossibleUnitCanBeEditedAllTheSame() {
    VmxDocument file =
        Vmx.fileOf(
            19,
            "scsi0.present=TRUE",
            "scsi0.virtualDev=lsilogic",
            "scsi0:17.present=TRUE",
            "scsi0:17.fileName=a.vmdk");
    String xml = DomainXml.format(Vmx.read(file).domain()).replace("vm/a.vmdk", "vm/b.vmdk");

    VmxDocument updated = new VmxUpdate(Vmx.OPTIONS).apply(file, DomainXml.parse(xml)).document();

    assertThat(updated.get("scsi0:17.fileName")).isEqualTo("/vmfs/volumes/4a-1/vm/b.vmdk");
  }

  @ParameterizedTest
  @CsvSource({
    "scsi0:7, scsi0",
    "scsi0:16, scsi0",
    "scsi4:0, scsi4",
    "sata0:30, sata0",
    "nvme0:15, nvme0"
  })
  void disksAtNoPlaceAreLeftOut(String prefix, String controller) {
    assertThat(
            Vmx.warnings(
                controller + ".present=true",
                prefix + ".present=true",
                prefix + ".fileName=a.vmdk"))
        .contains(prefix + ".present is at no place of this hardware and was left out");
  }

  @Test
  void disksWithoutControllerAreLeftOut() {
    assertThat(Vmx.warnings("scsi0:0.present=true", "scsi0:0.fileName=a.vmdk"))
        .containsExactly("scsi0:0.present has no controller that is present and was left out");
  }

  @Test
  void absentDisksAndThoseOfClientsAreNotShown() {
    VmxDocument file =
        Vmx.file(
            "ide0:0.present=false",
            "ide0:0.fileName=a.vmdk",
            "ide0:1.fileName=b.vmdk",
            "ide1:0.present=true",
            "ide1:0.clientDevice=true",
            "ide1:0.deviceType=cdrom-raw");

    assertThat(Vmx.xml(Vmx.read(file).domain())).doesNotContain("<disk", "controller");
  }

  @ParameterizedTest
  @CsvSource({
    "scsi0:0, scsi-hardDisk", "scsi0:0, disk", "scsi0:0, SCSI-HARDDISK", "ide0:0, ata-hardDisk",
    "ide0:0, disk", "sata0:0, ata-hardDisk", "sata0:0, disk", "sata0:0, scsi-hardDisk",
    "nvme0:0, disk"
  })
  void typesOfDisksAreKnown(String prefix, String type) {
    assertThat(
            Vmx.xml(
                prefix.substring(0, prefix.indexOf(':')) + ".present=true",
                prefix + ".present=true",
                prefix + ".deviceType=" + type,
                prefix + ".fileName=a.vmdk"))
        .contains("device='disk'>");
  }

  @Test
  void aDiskWithAnEmptyNameIsReportedAtTheLineOfTheName() {
    assertThat(
            Vmx.read("ide1:0.present=true", "ide1:0.deviceType=disk", "ide1:0.fileName=")
                .warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.key()).isEqualTo("ide1:0.fileName");
          assertThat(warning.line()).isEqualTo(6);
        });
  }

  @Test
  void passthroughIsForScsiAlone() {
    assertThat(
            Vmx.warnings(
                "ide1:0.present=true",
                "ide1:0.deviceType=scsi-passthru",
                "ide1:0.fileName=/vmfs/devices/cdrom/a"))
        .containsExactly("ide1:0.deviceType should be at a SCSI controller and is shown as a lun");
  }

  @ParameterizedTest
  @CsvSource({
    "scsi-hardDisk, /dev/sg0, does not end in .vmdk, disk",
    "plainDisk, a.raw, does not end in .vmdk, disk",
    "ata-hardDisk, a.vmdk, is not the type of a disk at this bus; it is shown as a disk, disk",
    "scsi-hardDisk, /vmfs/volumes/gone/a.vmdk, is in no datastore that is known and is shown as it"
        + " stands, disk",
    "atapi-cdrom, a.iso, should be cdrom-image for an image and is shown as such, cdrom",
    "cdrom-image, a.img, does not end in .iso, cdrom",
    "cdrom-image, /vmfs/volumes/gone/a.iso, is in no datastore that is known; the drive is shown"
        + " as empty, cdrom",
    "scsi-passthru, /dev/sg1, is not below /vmfs/devices/cdrom/, lun"
  })
  void unusualBackingsAreShownWithAWarning(
      String type, String name, String warning, String device) {
    String[] entries = {
      "scsi0.present=true",
      "scsi0:0.present=true",
      "scsi0:0.deviceType=" + type,
      "scsi0:0.fileName=" + name
    };

    assertThat(Vmx.warnings(entries)).anyMatch(text -> text.endsWith(" " + warning));
    assertThat(Vmx.read(entries).domain().devices().disks())
        .singleElement()
        .satisfies(disk -> assertThat(disk.device()).isEqualTo(device));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scsi-hardDisk", "disk", "scsi-passthru", "martian"})
  void disksWithoutFileAreLeftOut(String type) {
    String[] entries = {"scsi0.present=true", "scsi0:0.present=true", "scsi0:0.deviceType=" + type};

    assertThat(Vmx.read(entries).domain().devices().disks()).isEmpty();
    assertThat(Vmx.read(entries).warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.key()).isEqualTo("scsi0:0.fileName");
          assertThat(warning.line()).isEqualTo(5);
        });
  }

  @Test
  void writeThroughAndTransientGoBothWays() {
    assertThat(
            Vmx.xml(
                "scsi0.present=true",
                "scsi0:0.present=true",
                "scsi0:0.fileName=a.vmdk",
                "scsi0:0.writeThrough=true",
                "scsi0:0.mode=Independent-NonPersistent"))
        .contains(
            "<disk type='file' device='disk'><driver cache='writethrough'/>"
                + "<source file='[ds1] vm/a.vmdk'/><target dev='sda' bus='scsi'/><transient/>");
    VmxDocument independent =
        Vmx.file(
            "scsi0.present=true",
            "scsi0:0.present=true",
            "scsi0:0.fileName=a.vmdk",
            "scsi0:0.mode=independent-persistent");
    assertThat(Vmx.xml(Vmx.read(independent).domain())).doesNotContain("transient");
    assertThat(
            Vmx.under(
                "scsi0:0.",
                Vmx.written(
                    "",
                    "<disk type='file' device='disk'><driver cache='writethrough'/>"
                        + "<source file='[ds1] a.vmdk'/><target dev='sda' bus='scsi'/><transient/>"
                        + "</disk>")))
        .containsExactly(
            "scsi0:0.present=true",
            "scsi0:0.deviceType=scsi-hardDisk",
            "scsi0:0.fileName=/vmfs/volumes/4a-1/a.vmdk",
            "scsi0:0.writeThrough=true",
            "scsi0:0.mode=independent-nonpersistent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cdrom-image; /vmfs/volumes/4a-2/a.iso;"
            + " <disk type='file' device='cdrom'><source file='[ds2] a.iso'/>",
        "cdrom-image; emptyBackingString; <disk type='file' device='cdrom'>",
        "atapi-cdrom; /dev/sr0; <disk type='block' device='cdrom'><source dev='/dev/sr0'/>",
        "atapi-cdrom; auto detect;"
            + " <disk type='block' device='cdrom'><source startupPolicy='optional'/>",
        "cdrom-raw; /dev/sr0; <disk type='block' device='lun'><source dev='/dev/sr0'/>",
        "cdrom-raw; auto detect;"
            + " <disk type='block' device='lun'><source startupPolicy='optional'/>",
        "scsi-passthru; /vmfs/devices/cdrom/a;"
            + " <disk type='block' device='lun'><source dev='/vmfs/devices/cdrom/a'/>"
      })
  void drivesGoBothWays(String type, String name, String start) {
    String xml = start + "<target dev='sda' bus='scsi'/><readonly/>" + drive(0, 0, 0) + "</disk>";

    assertThat(
            Vmx.xml(
                "scsi0.present=true",
                "scsi0:0.present=true",
                "scsi0:0.deviceType=" + type,
                "scsi0:0.fileName=" + name))
        .contains(xml);
    List<String> expected = new ArrayList<>();
    expected.add("scsi0:0.present=true");
    expected.add("scsi0:0.deviceType=" + type);
    if (name.equals("auto detect")) {
      expected.add("scsi0:0.autodetect=true");
    }
    expected.add("scsi0:0.fileName=" + name);
    assertThat(Vmx.under("scsi0:0.", Vmx.written("", xml))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "cdrom-image, '', cdrom, file", "atapi-cdrom, '', cdrom, block",
    "atapi-cdrom, emptyBackingString, cdrom, block", "cdrom-raw, emptyBackingString, lun, block",
    "cdrom-raw, '', lun, block"
  })
  void emptyDrivesHaveNoSource(String type, String name, String device, String kind) {
    assertThat(
            Vmx.xml("ide1:0.present=true", "ide1:0.deviceType=" + type, "ide1:0.fileName=" + name))
        .contains(
            "<disk type='"
                + kind
                + "' device='"
                + device
                + "'><target dev='hdc' bus='ide'/><readonly/>");
  }

  @Test
  void aDriveOfAnUnknownTypeThatIsEmptyIsForImages() {
    assertThat(Vmx.xml("ide1:0.present=true", "ide1:0.fileName=emptyBackingString"))
        .contains("<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/>");
  }

  @Test
  void anEmptyDriveOfTheHostIsWrittenAsOneForImages() {
    assertThat(
            Vmx.written(
                "", "<disk type='block' device='cdrom'><target dev='hdc' bus='ide'/></disk>"))
        .containsEntry("ide1:0.deviceType", "cdrom-image")
        .containsEntry("ide1:0.fileName", "emptyBackingString");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<disk type='file' device='disk'><source file='[ds1] a.img'/><target dev='sda'"
            + " bus='scsi'/></disk>; UNSUPPORTED; devices/disk/source@file",
        "<disk type='file' device='cdrom'><source file='[ds1] a.img'/><target dev='sda'"
            + " bus='scsi'/></disk>; UNSUPPORTED; devices/disk/source@file",
        "<disk type='file' device='disk'><target dev='sda' bus='scsi'/></disk>; INVALID;"
            + " devices/disk/source@file",
        "<disk type='block' device='disk'><source dev='/dev/sda'/><target dev='sda' bus='scsi'/>"
            + "</disk>; UNSUPPORTED; devices/disk@type",
        "<disk type='network' device='cdrom'><source protocol='http' name='a'/><target dev='sda'"
            + " bus='scsi'/></disk>; UNSUPPORTED; devices/disk@type",
        "<disk type='file' device='lun'><source file='[ds1] a.iso'/><target dev='sda' bus='scsi'/>"
            + "</disk>; UNSUPPORTED; devices/disk@type",
        "<disk type='file' device='floppy'><target dev='sda' bus='scsi'/></disk>; UNSUPPORTED;"
            + " devices/disk@device",
        "<disk type='file' device='disk'><driver cache='none'/><source file='[ds1] a.vmdk'/>"
            + "<target dev='sda' bus='scsi'/></disk>; UNSUPPORTED; devices/disk/driver@cache",
        "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/><target dev='vda'"
            + " bus='virtio'/></disk>; UNSUPPORTED; devices/disk/target@bus",
        "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/><target dev='hde'"
            + " bus='ide'/></disk>; INVALID; devices/disk/target@dev",
        "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/><target dev='sdc'"
            + " bus='scsi'/><address type='drive' controller='0' bus='0' target='0' unit='0'/>"
            + "</disk>; INVALID; devices/disk/target@dev",
        "<disk type='file' device='disk'><source file='[gone] a.vmdk'/><target dev='sda'"
            + " bus='scsi'/></disk>; INVALID; devices/disk/source@file",
        "<disk type='file' device='disk'><source file='a.vmdk'/><target dev='sda'"
            + " bus='scsi'/></disk>; INVALID; devices/disk/source@file",
        "<disk type='block' device='disk'><source dev='/dev/fd0'/><target dev='fda' bus='fdc'/>"
            + "</disk>; UNSUPPORTED; devices/disk@device"
      })
  void disksThatVmxCannotExpressAreRefused(String disk, VmxException.Kind kind, String key) {
    assertThatThrownBy(() -> Vmx.written("", disk))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.key()).isEqualTo(key);
            });
  }

  @Test
  void twoDisksAtOnePlaceAreRefused() {
    String disk = disk("sda", "");

    assertThatThrownBy(() -> Vmx.written("", disk + disk))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("'sda'");
  }

  private static String disk(String target, String driver) {
    return "<disk type='file' device='disk'>"
        + driver
        + "<source file='[ds1] "
        + target
        + ".vmdk'/><target dev='"
        + target
        + "' bus='scsi'/></disk>";
  }

  @Test
  void disksAreWrittenByTheirPlace() {
    assertThat(
            Vmx.written(
                    "",
                    disk("sdb", "")
                        + "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>"
                        + disk("sda", ""))
                .keySet())
        .filteredOn(key -> key.endsWith(".fileName"))
        .containsExactly("scsi0:0.fileName", "scsi0:1.fileName", "ide0:0.fileName");
  }

  @Test
  void theBusFollowsFromTheTarget() {
    assertThat(
            Vmx.written(
                "",
                "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/><target dev='hdd'/>"
                    + "</disk>"))
        .containsKey("ide1:1.fileName");
  }

  @Test
  void floppiesGoBothWays() {
    String xml =
        "<disk type='file' device='floppy'><source file='[ds2] a.flp'/>"
            + "<target dev='fda' bus='fdc'/>"
            + drive(0, 0, 0)
            + "</disk><disk type='block' device='floppy'><source dev='/dev/fd0'/>"
            + "<target dev='fdb' bus='fdc'/>"
            + drive(0, 0, 1)
            + "</disk>";
    String[] entries = {
      "floppy0.present=true",
      "floppy0.fileType=file",
      "floppy0.fileName=/vmfs/volumes/4a-2/a.flp",
      "floppy1.present=true",
      "floppy1.fileType=device",
      "floppy1.fileName=/dev/fd0"
    };

    assertThat(Vmx.xml(entries)).contains(xml + "<controller type='fdc' index='0'/>");
    assertThat(Vmx.under("floppy", Vmx.written("", xml))).containsExactly(entries);
  }

  @Test
  void absentFloppiesAreWrittenAsAbsent() {
    assertThat(Vmx.under("floppy", Vmx.written("", "")))
        .containsExactly("floppy0.present=false", "floppy1.present=false");
  }

  @Test
  void floppiesOfUnknownTypeAreFiles() {
    assertThat(Vmx.warnings("floppy0.present=true", "floppy0.fileName=a.flp"))
        .containsExactly("floppy0.fileType should be file or device and counts as file");
    assertThat(Vmx.warnings("floppy2.present=true"))
        .containsExactly("floppy2.present is more than the 2 drives and was left out");
    assertThat(Vmx.warnings("floppy0.present=true", "floppy0.clientDevice=true"))
        .containsExactly("floppy0.clientDevice is a drive of the client, which is not shown");
  }

  @Test
  void anEmptyFloppyIsWrittenWithoutName() {
    assertThat(
            Vmx.under(
                "floppy0",
                Vmx.written(
                    "", "<disk type='file' device='floppy'><target dev='fda' bus='fdc'/></disk>")))
        .containsExactly("floppy0.present=true", "floppy0.fileType=file");
  }

  @ParameterizedTest
  @CsvSource({
    "buslogic, buslogic",
    "lsilogic, lsilogic",
    "lsisas1068, lsisas1068",
    "pvscsi, vmpvscsi"
  })
  void modelsOfScsiControllersGoBothWays(String vmx, String domain) {
    String controller = "<controller type='scsi' index='0' model='" + domain + "'/>";

    assertThat(Vmx.xml("scsi0.present=true", "scsi0.virtualDev=" + vmx)).contains(controller);
    assertThat(Vmx.under("scsi0.", Vmx.written("", disk("sda", "") + controller)))
        .containsExactly("scsi0.present=true", "scsi0.virtualDev=" + vmx);
    assertThat(Vmx.under("scsi0.", Vmx.written("", disk("sda", "<driver name='" + domain + "'/>"))))
        .containsExactly("scsi0.present=true", "scsi0.virtualDev=" + vmx);
  }

  @Test
  void controllersAreShownWithGapsFilledAndTheirSlots() {
    assertThat(
            Vmx.xml(
                "scsi2.present=true",
                "scsi2.pciSlotNumber=1184",
                "sata0.present=true",
                "nvme0.present=true",
                "scsi3.present=false",
                "ide0:0.present=true",
                "ide0:0.fileName=a.vmdk"))
        .contains(
            "<controller type='scsi' index='0'/><controller type='scsi' index='1'/>"
                + "<controller type='scsi' index='2'>"
                + "<address type='pci' domain='0x0000' bus='0x05' slot='0x00' function='0x1'/>"
                + "</controller><controller type='sata' index='0'/>"
                + "<controller type='nvme' index='0'/><controller type='ide' index='0'/>");
  }

  @Test
  void slotsOfControllersAreWritten() {
    assertThat(
            Vmx.written(
                "",
                "<controller type='scsi' index='1' model='lsilogic'>"
                    + "<address type='pci' domain='0' bus='5' slot='0' function='1'/></controller>"))
        .containsEntry("scsi1.pciSlotNumber", "1184");
  }

  @Test
  void unknownModelsAreShownAsTheyStand() {
    assertThat(Vmx.warnings("scsi0.present=true", "scsi0.virtualDev=ncr"))
        .containsExactly(
            "scsi0.virtualDev is not a model that libvirt knows and is shown as it stands");
    assertThat(Vmx.xml(Vmx.read("scsi0.present=true", "scsi0.virtualDev=ncr").domain()))
        .contains("model='ncr'");
  }

  @Test
  void controllersWithoutDisksAreWrittenWhenTheySayTheirModel() {
    assertThat(
            Vmx.written(
                "",
                "<controller type='scsi' index='0'/>"
                    + "<controller type='scsi' index='1' model='lsilogic'/>"))
        .doesNotContainKey("scsi0.present")
        .containsEntry("scsi1.virtualDev", "lsilogic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<controller type='scsi' index='0' model='virtio-scsi'/>; UNSUPPORTED; vmpvscsi",
        "<controller type='scsi' index='0' model='am53c974'/>; UNSUPPORTED; lsilogic",
        "<controller type='scsi' index='4' model='lsilogic'/>; INVALID; 3",
        "<controller type='scsi' index='0' model='auto'/>; INVALID; lsilogic"
      })
  void otherControllersAreRefused(String controller, VmxException.Kind kind, String nearest) {
    assertThatThrownBy(() -> Vmx.written("", controller))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.nearest()).isEqualTo(nearest);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"pvscsi2", "qemu"})
  void otherDriversAreRefused(String name) {
    assertThatThrownBy(() -> Vmx.written("", disk("sda", "<driver name='" + name + "'/>")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void contradictingDriversAreRefused() {
    assertThatThrownBy(() ->
            Vmx.written(
                "",
                disk("sda", "<driver name='lsilogic'/>")
                    + disk("sdb", "<driver name='buslogic'/>")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("'buslogic'")
        .hasMessageContaining("'lsilogic'");
  }

  @Test
  void theModelAutoIsTheOneOfTheDisks() {
    DatastoreResolver files =
        new DatastoreResolver(
            List.of(new DatastoreResolver.Datastore("ds1", "/d")),
            new DatastorePath("ds1", "vm/vm.vmx"),
            path -> path.contains("sdb") ? "vmpvscsi" : path.contains("sdc") ? "buslogic" : null);
    String auto = "<controller type='scsi' index='0' model='auto'/>";
    DomainToVmx converter = new DomainToVmx(VmxTarget.ofHardwareVersion(8), files);

    assertThat(
            converter
                .convert(Vmx.domain("", disk("sda", "") + disk("sdb", "") + auto))
                .document()
                .get("scsi0.virtualDev"))
        .isEqualTo("pvscsi");
    assertThatThrownBy(
            () -> converter.convert(Vmx.domain("", disk("sdb", "") + disk("sdc", "") + auto)))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("different");
  }

  @ParameterizedTest
  @CsvSource({"sata, sda, 9, 10", "nvme, nvme0n1, 12, 13"})
  void newerBusesNeedNewerHardware(String bus, String target, int hardware, int needed) {
    String disk =
        "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/><target dev='%s' bus='%s'/>"
                .formatted(target, bus)
            + "</disk>";

    assertThat(Vmx.written(needed, "", disk)).containsEntry(bus + "0.present", "true");
    assertThatThrownBy(() -> Vmx.written(hardware, "", disk))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.nearest()).isEqualTo(Integer.toString(needed)));
  }

  @Test
  void sataDisksAndDrivesAreWritten() {
    assertThat(
            Vmx.under(
                "sata0",
                Vmx.written(
                    10,
                    "",
                    "<disk type='file' device='disk'><source file='[ds1] a.vmdk'/>"
                        + "<target dev='sda' bus='sata'/></disk><disk type='file' device='cdrom'>"
                        + "<target dev='sdb' bus='sata'/></disk>")))
        .containsExactly(
            "sata0.present=true",
            "sata0:0.present=true",
            "sata0:0.deviceType=ata-hardDisk",
            "sata0:0.fileName=/vmfs/volumes/4a-1/a.vmdk",
            "sata0:1.present=true",
            "sata0:1.deviceType=cdrom-image",
            "sata0:1.fileName=emptyBackingString");
  }

  @Test
  void bridgesAndVmciComeWithHardwareVersion7() {
    assertThat(Vmx.under("pciBridge", Vmx.written(7, "", disk("sda", ""))))
        .hasSize(13)
        .startsWith("pciBridge0.present=true", "pciBridge4.present=true")
        .endsWith("pciBridge7.virtualDev=pcieRootPort", "pciBridge7.functions=8");
    assertThat(Vmx.written(7, "", "")).containsEntry("vmci0.present", "true");
    assertThat(Vmx.written(7, "", "").keySet()).noneMatch(key -> key.startsWith("pciBridge"));
    assertThat(Vmx.written(4, "", disk("sda", "")).keySet())
        .noneMatch(key -> key.startsWith("pciBridge") || key.startsWith("vmci"));
  }
}
