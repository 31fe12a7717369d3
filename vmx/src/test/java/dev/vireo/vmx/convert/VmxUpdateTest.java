package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxUpdate;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxUpdateTest {

  private static final VmxUpdate UPDATE = new VmxUpdate(Vmx.OPTIONS);

  private static final VmxDocument FILE =
      VmxDocument.parse(
          """
          #!/usr/bin/vmware
          .encoding = "UTF-8"
          config.version = "8"
          virtualHW.version = "13"
          displayName = "web"   # the name
          guestOS = "rhel5"
          memsize = "1023"
          numvcpus = "2"
          uuid.bios = "50 11 5e 16 9b dc 49 d7-f1 71 53 c4 d7 f9 17 10"
          vc.uuid = "52 90 1f c4 ab 38 6d 72-e5 07 4c 83 f9 ba 20 6e"
          scsi0.present = "TRUE"
          scsi0.virtualDev = "ncr"
          scsi0.sharedBus = "none"
          scsi0:0.present = "TRUE"
          scsi0:0.fileName = "web.vmdk"
          scsi0:0.ctkEnabled = "TRUE"
          scsi0:1.present = "TRUE"
          scsi0:1.fileName = "data.raw"
          scsi0:1.deviceType = "plainDisk"
          scsi0:1.redo = ""
          ide1:0.present = "TRUE"
          ide1:0.clientDevice = "TRUE"
          ide1:0.deviceType = "atapi-cdrom"
          ethernet0.present = "FALSE"
          ethernet1.present = "TRUE"
          ethernet1.virtualDev = "sriov"
          ethernet1.networkName = "VM Network"
          ethernet1.addressType = "vpx"
          ethernet1.generatedAddress = "00:50:56:91:48:c7"
          ethernet1.pciSlotNumber = "160"
          ethernet4.present = "TRUE"
          ethernet4.networkName = "Lab"
          ethernet4.addressType = "generated"
          ethernet4.generatedAddress = "00:0c:29:91:48:c7"
          RemoteDisplay.vnc.enabled = "TRUE"
          RemoteDisplay.vnc.port = "5901"
          RemoteDisplay.vnc.webSocket.port = "-1"
          serial0.present = "TRUE"
          serial0.fileType = "thinprint"
          sched.swap.derivedName = "/vmfs/volumes/4a-1/web/web.vswp"
          """);

  /** What an edit of the domain's XML changes in the file, by key; null for a removed one. */
  private static Map<String, String> changes(UnaryOperator<String> edit) {
    return changes(FILE, edit);
  }

  private static Map<String, String> changes(VmxDocument file, UnaryOperator<String> edit) {
    String xml = DomainXml.format(Vmx.read(file).domain());
    String edited = edit.apply(xml);
    assertThat(edited).as("the edit").isNotEqualTo(xml);
    VmxDocument updated = UPDATE.apply(file, DomainXml.parse(edited)).document();
    Map<String, String> before = Vmx.values(file);
    Map<String, String> after = Vmx.values(updated);
    Map<String, String> changes = new TreeMap<>();
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      if (!after.getOrDefault(key, "-").equals(before.getOrDefault(key, "-"))) {
        changes.put(key, after.getOrDefault(key, "-"));
      }
    }
    return changes;
  }

  private static UnaryOperator<String> replace(String from, String to) {
    return xml -> {
      assertThat(xml).contains(from);
      return xml.replace(from, to);
    };
  }

  /** Leaves out the element of a kind that has a text in it. */
  private static UnaryOperator<String> without(String element, String text) {
    return xml -> {
      int at = xml.indexOf(text);
      assertThat(at).as(text).isPositive();
      int start = xml.lastIndexOf("<" + element, at);
      String close = "</" + element + ">";
      int end = xml.indexOf(close, at);
      return xml.substring(0, start) + xml.substring(end + close.length());
    };
  }

  @Test
  void withoutAnEditTheFileStaysAsItIs() {
    DomainDefinition domain = Vmx.read(FILE).domain();

    assertThat(UPDATE.apply(FILE, domain).document()).isEqualTo(FILE);
    assertThat(UPDATE.apply(FILE, DomainXml.parse(DomainXml.format(domain))).document())
        .isEqualTo(FILE);
  }

  @Test
  void editedValuesAreChangedInPlace() {
    assertThat(changes(replace("<name>web</name>", "<name>web 2</name>")))
        .isEqualTo(Map.of("displayName", "web 2"));
    assertThat(changes(replace("<vcpu placement='static'>2<", "<vcpu placement='static'>3<")))
        .isEqualTo(Map.of("numvcpus", "3"));
    assertThat(changes(replace("1047552", "2097152"))).isEqualTo(Map.of("memsize", "2048"));
    VmxDocument renamed =
        UPDATE
            .apply(
                FILE,
                DomainXml.parse(
                    DomainXml.format(Vmx.read(FILE).domain()).replace(">web<", ">web 2<")))
            .document();
    assertThat(renamed.text())
        .isEqualTo(FILE.text().replace("displayName = \"web\" ", "displayName = \"web 2\" "));
  }

  @Test
  void whatIsWrongButThereBreaksNoRule() {
    assertThat(
            changes(
                replace("<currentMemory unit='KiB'>1047552", "<currentMemory unit='KiB'>524288")))
        .isEqualTo(Map.of("sched.mem.max", "512"));
    assertThat(changes(replace("bridge='VM Network'", "bridge='DMZ'")))
        .isEqualTo(Map.of("ethernet1.networkName", "DMZ"));
  }

  @Test
  void aNewValueThatBreaksARuleIsRefused() {
    for (String odd : List.of("1047553", "1047551")) {
      assertThatThrownBy(() -> changes(replace("1047552", odd)))
          .isInstanceOf(VmxException.class)
          .hasMessageContaining("multiple of 4096");
    }
    assertThatThrownBy(() -> changes(replace("model type='sriov'", "model type='virtio'")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("virtio");
  }

  @Test
  void theWordSizeOfTheGuestKeepsTheRestOfItsId() {
    assertThat(changes(replace("arch='i686'", "arch='x86_64'")))
        .isEqualTo(Map.of("guestOS", "rhel5-64"));
    assertThat(changes(Vmx.file("guestOS=windows9-64"), replace("arch='x86_64'", "arch='i686'")))
        .isEqualTo(Map.of("guestOS", "windows9"));
  }

  @Test
  void uuidsStayWhereTheyAre() {
    assertThat(changes(replace("<hwuuid>50115e16", "<hwuuid>51115e16")))
        .containsOnlyKeys("uuid.bios");
    assertThat(changes(replace("<uuid>52901fc4", "<uuid>53901fc4"))).containsOnlyKeys("vc.uuid");
  }

  @Test
  void aRemovedDiskTakesAllItsKeys() {
    assertThat(changes(without("disk", "data.raw")))
        .isEqualTo(
            Map.of(
                "scsi0:1.present", "-",
                "scsi0:1.fileName", "-",
                "scsi0:1.deviceType", "-",
                "scsi0:1.redo", "-"));
  }

  @Test
  void aRemovedInterfaceTakesAllItsKeysAndNoOther() {
    assertThat(changes(without("interface", "VM Network")))
        .containsOnlyKeys(
            "ethernet1.present",
            "ethernet1.virtualDev",
            "ethernet1.networkName",
            "ethernet1.addressType",
            "ethernet1.generatedAddress",
            "ethernet1.pciSlotNumber")
        .allSatisfy((key, value) -> assertThat(value).isEqualTo("-"));
  }

  @Test
  void interfacesAreFoundAgainInAnotherOrder() {
    String xml = DomainXml.format(Vmx.read(FILE).domain());
    int first = xml.indexOf("<interface");
    int second = xml.indexOf("<interface", first + 1);
    int end = xml.lastIndexOf("</interface>") + "</interface>".length();
    String swapped =
        xml.substring(0, first)
            + xml.substring(second, end)
            + xml.substring(first, second)
            + xml.substring(end);

    assertThat(UPDATE.apply(FILE, DomainXml.parse(swapped)).document()).isEqualTo(FILE);
  }

  @Test
  void aNewInterfaceGetsAFreeNumber() {
    assertThat(
            changes(
                replace(
                    "<interface type='bridge'>\n      <mac address='00:50:56:91:48:c7'",
                    "<interface type='user'><mac address='00:0c:29:01:02:03'/></interface>\n"
                        + "<interface type='bridge'>\n      <mac address='00:50:56:91:48:c7'")))
        .containsEntry("ethernet0.present", "true")
        .containsEntry("ethernet0.connectionType", "nat")
        .containsEntry("ethernet0.generatedAddress", "00:0c:29:01:02:03")
        .allSatisfy((key, value) -> assertThat(key).startsWith("ethernet0."));
  }

  @Test
  void aMacThatIsChangedStaysAtItsInterface() {
    assertThat(
            changes(
                replace("00:0c:29:91:48:c7' type='generated'", "00:50:56:01:02:03' type='static'")))
        .isEqualTo(
            Map.of(
                "ethernet4.addressType", "static",
                "ethernet4.address", "00:50:56:01:02:03",
                "ethernet4.generatedAddress", "-"));
  }

  @Test
  void aNewDeviceReplacesWhatNoDomainShows() {
    Map<String, String> changes =
        changes(
            replace(
                "<controller",
                "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk>\n<controller"));

    assertThat(changes)
        .isEqualTo(
            Map.of(
                "ide1:0.present", "true",
                "ide1:0.clientDevice", "-",
                "ide1:0.deviceType", "cdrom-image",
                "ide1:0.fileName", "emptyBackingString"));
  }

  @Test
  void anUnknownPortStaysUntilItIsReplaced() {
    assertThat(
            changes(replace("<serial type='null'>", "<serial type='dev'><source path='/dev/a'/>")))
        .isEqualTo(
            Map.of(
                "serial0.fileType", "device",
                "serial0.fileName", "/dev/a",
                "serial0.yieldOnMsrRead", "true"));
  }

  @Test
  void removedVncTakesAllItsKeys() {
    assertThat(changes(without("graphics", "<graphics")))
        .isEqualTo(
            Map.of(
                "RemoteDisplay.vnc.enabled", "-",
                "RemoteDisplay.vnc.port", "-",
                "RemoteDisplay.vnc.webSocket.port", "-"));
  }

  @Test
  void theLastDiskLeavesItsControllerThere() {
    VmxDocument file =
        Vmx.file(
            "scsi0.present=TRUE",
            "scsi0:0.present=TRUE",
            "scsi0:0.fileName=a.vmdk",
            "pciBridge0.present=TRUE");

    assertThat(changes(file, without("disk", "a.vmdk")))
        .isEqualTo(Map.of("scsi0:0.present", "-", "scsi0:0.fileName", "-"));
  }

  @Test
  void aRemovedControllerTakesAllItsKeys() {
    VmxDocument file =
        Vmx.file("scsi0.present=TRUE", "scsi0.sharedBus=none", "scsi0:7.present=FALSE");

    assertThat(changes(file, replace("<controller type='scsi' index='0'/>", "")))
        .isEqualTo(Map.of("scsi0.present", "-", "scsi0.sharedBus", "-"));
  }

  @ParameterizedTest
  @CsvSource({"FALSE, floppy0.present", "TRUE, floppy0.present"})
  void aRemovedFloppyIsMarkedAbsent(String client, String key) {
    VmxDocument file =
        Vmx.file(
            "floppy0.present=TRUE",
            "floppy0.fileType=file",
            "floppy0.fileName=a.flp",
            "floppy1.present=TRUE",
            "floppy1.clientDevice=" + client);

    assertThat(changes(file, without("disk", "a.flp")))
        .containsEntry(key, "false")
        .doesNotContainKey("floppy1.clientDevice");
  }

  private static final String FLOPPY =
      "<disk type='file' device='floppy'>%s<target dev='fda' bus='fdc'/></disk>\n<video";

  /** Whatever hides a drive goes when a new one takes its place. */
  @Test
  void aNewFloppyReplacesADriveOfTheClientWithAWord() {
    VmxDocument file =
        Vmx.file(
            "floppy0.present=TRUE",
            "floppy0.fileType=device",
            "floppy0.fileName=A:",
            "floppy0.clientDevice=TRUE");
    UnaryOperator<String> add = replace("<video", FLOPPY.formatted("<source file='[ds2] a.flp'/>"));

    assertThat(changes(file, add))
        .isEqualTo(
            Map.of(
                "floppy0.clientDevice", "-",
                "floppy0.fileType", "file",
                "floppy0.fileName", "/vmfs/volumes/4a-2/a.flp"));
    assertThat(changes(file, replace("<video", FLOPPY.formatted(""))))
        .isEqualTo(
            Map.of(
                "floppy0.clientDevice", "-",
                "floppy0.fileType", "file",
                "floppy0.fileName", "-"));
    assertThat(
            UPDATE
                .apply(file, DomainXml.parse(add.apply(DomainXml.format(Vmx.read(file).domain()))))
                .warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.key()).isEqualTo("floppy0.clientDevice");
          assertThat(warning.line()).isEqualTo(7);
        });
  }

  @Test
  void aNewFloppyInAnAbsentDriveNeedsNoWord() {
    VmxDocument file = Vmx.file("floppy0.present=FALSE", "floppy0.clientDevice=TRUE");
    String xml =
        replace("<video", FLOPPY.formatted("")).apply(DomainXml.format(Vmx.read(file).domain()));

    assertThat(UPDATE.apply(file, DomainXml.parse(xml)).warnings()).isEmpty();
    assertThat(changes(file, replace("<video", FLOPPY.formatted(""))))
        .containsEntry("floppy0.clientDevice", "-")
        .containsEntry("floppy0.present", "true");
  }

  private static final String SEGMENT = "52 6b 79 1b 2c 64 21 12-a5 91 7c 8f 0e 4a 9b 11";

  private static VmxDocument segment(String... more) {
    List<String> entries =
        new ArrayList<>(
            List.of(
                "ethernet0.present=TRUE",
                "ethernet0.virtualDev=e1000",
                "ethernet0.generatedAddress=00:0c:29:10:35:15",
                "ethernet0.connectionType=pvn"));
    entries.addAll(List.of(more));
    return Vmx.file(entries.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethernet0.pvnID=" + SEGMENT, "a=b", "ethernet0.networkName=Lab"})
  void editsOfAnInterfaceLeaveItsLanSegmentAlone(String more) {
    VmxDocument file = segment(more);

    assertThat(changes(file, replace("e1000", "vmxnet3")))
        .isEqualTo(Map.of("ethernet0.virtualDev", "vmxnet3"));
    assertThat(changes(file, replace(":35:15", ":35:16")))
        .isEqualTo(Map.of("ethernet0.generatedAddress", "00:0c:29:10:35:16"));
  }

  @Test
  void anInterfaceLeavesItsLanSegment() {
    VmxDocument file = segment("ethernet0.pvnID=" + SEGMENT);
    String source = "<source name='526b791b-2c64-2112-a591-7c8f0e4a9b11'/>";
    UnaryOperator<String> unplug = xml -> xml.replace("'internal'", "'null'").replace(source, "");

    assertThat(changes(file, replace("526b791b", "526b791c")))
        .isEqualTo(Map.of("ethernet0.pvnID", SEGMENT.replace("1b", "1c")));
    assertThat(
            changes(
                file,
                xml ->
                    xml.replace("'internal'", "'bridge'").replace(source, "<source bridge='n'/>")))
        .isEqualTo(
            Map.of(
                "ethernet0.connectionType", "bridged",
                "ethernet0.networkName", "n",
                "ethernet0.pvnID", "-"));
    assertThat(changes(file, unplug))
        .isEqualTo(
            Map.of(
                "ethernet0.connectionType", "-",
                "ethernet0.pvnID", "-",
                "ethernet0.startConnected", "false"));
  }

  /** A name that the old connection did not use must not become the new one. */
  @ParameterizedTest
  @ValueSource(strings = {"nat", "custom", "pvn", "bridged"})
  void anInterfaceThatIsUnpluggedIsOnNoNetwork(String type) {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE",
            "ethernet0.connectionType=" + type,
            "ethernet0.networkName=VM Network",
            "ethernet0.vnet=vmnet3",
            "ethernet0.pvnID=" + SEGMENT);
    String nic = "<interface type='null'><mac address='00:00:00:00:00:00'/></interface>";
    String xml =
        DomainXml.format(Vmx.read(file).domain()).replaceFirst("(?s)<interface.*</interface>", nic);

    Map<String, String> updated = Vmx.values(UPDATE.apply(file, DomainXml.parse(xml)).document());

    assertThat(Vmx.under("ethernet0.", updated))
        .containsExactly("ethernet0.present=TRUE", "ethernet0.startConnected=false");
  }

  /** A host takes the name of such a network whatever else is said. */
  @Test
  void anInterfaceLeavesAnOpaqueNetwork() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE",
            "ethernet0.opaqueNetwork.id=9a-1",
            "ethernet0.opaqueNetwork.type=nsx.LogicalSwitch");
    String bridge = "<interface type='bridge'><source bridge='n'/>";

    assertThat(changes(file, replace("<interface type='null'>", bridge)))
        .isEqualTo(
            Map.of(
                "ethernet0.opaqueNetwork.id", "-",
                "ethernet0.opaqueNetwork.type", "-",
                "ethernet0.connectionType", "bridged",
                "ethernet0.networkName", "n"));
  }

  @Test
  void anInterfaceInALanSegmentHasNoOtherNetwork() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE",
            "ethernet0.connectionType=nat",
            "ethernet0.networkName=VM Network");
    String internal =
        "<interface type='internal'><source name='526b791b-2c64-2112-a591-7c8f0e4a9b11'/>";

    assertThat(changes(file, replace("<interface type='user'>", internal)))
        .isEqualTo(
            Map.of(
                "ethernet0.connectionType", "pvn",
                "ethernet0.pvnID", SEGMENT,
                "ethernet0.networkName", "-"));
  }

  @Test
  void interfacesThatDifferInTheirSlotsAloneAreToldApart() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE",
            "ethernet0.networkName=n",
            "ethernet0.pciSlotNumber=33",
            "ethernet1.present=TRUE",
            "ethernet1.networkName=n",
            "ethernet1.pciSlotNumber=34",
            "ethernet1.wakeOnPcktRcv=FALSE");

    assertThat(changes(file, without("interface", "slot='0x01'")))
        .isEqualTo(
            Map.of(
                "ethernet0.present", "-",
                "ethernet0.networkName", "-",
                "ethernet0.pciSlotNumber", "-"));
  }

  @Test
  void aCableIsPluggedInAndOut() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE", "ethernet0.networkName=n", "ethernet0.startConnected=FALSE");
    String link = "<link state='down'/>";

    assertThat(changes(file, replace(link, ""))).isEqualTo(Map.of("ethernet0.startConnected", "-"));
    assertThat(changes(file, replace("'n'", "'m'")))
        .isEqualTo(Map.of("ethernet0.networkName", "m"));
    assertThat(
            changes(
                Vmx.file("ethernet0.present=TRUE", "ethernet0.networkName=n"),
                replace("</interface>", link + "</interface>")))
        .isEqualTo(Map.of("ethernet0.startConnected", "false"));
  }

  @Test
  void interfacesMoveToOtherSlots() {
    UnaryOperator<String> move =
        replace("bus='0x05' slot='0x00' function='0x0'", "bus='0x06' slot='0x00' function='0x1'");

    assertThat(changes(move)).isEqualTo(Map.of("ethernet1.pciSlotNumber", "1216"));
  }

  @Test
  void theFileOfVariablesIsEditedByItsPath() {
    VmxDocument file = Vmx.file("nvram=vm.nvram", "firmware=bios");

    assertThat(changes(file, replace("[ds1] vm/vm.nvram", "[ds2] b.nvram")))
        .isEqualTo(Map.of("nvram", "/vmfs/volumes/4a-2/b.nvram"));
    assertThat(changes(file, replace("'bios'", "'efi'"))).isEqualTo(Map.of("firmware", "efi"));
    assertThat(changes(file, xml -> xml.replaceFirst("<nvram>.*</nvram>", "")))
        .isEqualTo(Map.of("nvram", "-"));
  }

  @Test
  void theGuestOfAnArmMachineStays() {
    VmxDocument file = Vmx.file("guestOS=arm-ubuntu-64", "firmware=efi");

    assertThat(changes(file, replace("<name>vm<", "<name>b<")))
        .isEqualTo(Map.of("displayName", "b"));
    assertThat(changes(file, replace("aarch64", "x86_64")))
        .isEqualTo(Map.of("guestOS", "other-64"));
    assertThat(changes(Vmx.file("guestOS=rhel9-64"), replace("x86_64", "aarch64")))
        .isEqualTo(Map.of("guestOS", "arm-other-64", "firmware", "efi"));
    assertThat(
            changes(
                Vmx.file("guestOS=arm-other", "firmware=bios"),
                replace("</type>", "</type><nvram>[ds1] a.nvram</nvram>")))
        .isEqualTo(Map.of("nvram", "/vmfs/volumes/4a-1/a.nvram"));
  }

  @Test
  void foldersAreFoundAgainByTheirNames() {
    VmxDocument file =
        Vmx.file(
            "isolation.tools.hgfs.disable=FALSE",
            "sharedFolder.maxNum=3",
            "sharedFolder0.present=TRUE",
            "sharedFolder0.enabled=TRUE",
            "sharedFolder0.hostPath=/a",
            "sharedFolder0.guestName=a",
            "sharedFolder2.present=TRUE",
            "sharedFolder2.enabled=TRUE",
            "sharedFolder2.hostPath=/b",
            "sharedFolder2.guestName=b");

    assertThat(changes(file, replace("'/b'", "'/c'")))
        .isEqualTo(Map.of("sharedFolder2.hostPath", "/c"));
    assertThat(changes(file, without("filesystem", "dir='/a'")))
        .containsOnlyKeys(
            "sharedFolder0.present",
            "sharedFolder0.enabled",
            "sharedFolder0.hostPath",
            "sharedFolder0.guestName");
  }

  @Test
  void aPathThatStaysIsNotWrittenAnew() {
    assertThat(
            changes(
                replace(
                    "<source file='[ds1] vm/web.vmdk'/>",
                    "<driver cache='writethrough'/><source file='[ds1] vm/web.vmdk'/>")))
        .isEqualTo(Map.of("scsi0:0.writeThrough", "true"));
    assertThat(changes(replace("[ds1] vm/web.vmdk", "[ds2] web.vmdk")))
        .isEqualTo(Map.of("scsi0:0.fileName", "/vmfs/volumes/4a-2/web.vmdk"));
  }

  @Test
  void valuesThatGetQuotesAreEscaped() {
    assertThat(changes(replace("<memory", "<description>a \"b\"\nc</description>\n<memory")))
        .isEqualTo(Map.of("annotation", "a |22b|22|0Ac"));
  }

  @Test
  void limitsAboveTheOldMemoryDoNotLimitTheNewOne() {
    VmxDocument file = Vmx.file("memsize=1024", "sched.mem.max=2048", "sched.mem.minsize=1536");

    assertThat(changes(file, replace(">1048576</", ">8388608</")))
        .containsExactly(
            Map.entry("memsize", "8192"),
            Map.entry("sched.mem.max", "-"),
            Map.entry("sched.mem.minsize", "8192"));
    assertThat(
            changes(file, replace("<memory unit='KiB'>1048576</", "<memory unit='KiB'>8388608</")))
        .containsExactly(
            Map.entry("memsize", "8192"),
            Map.entry("sched.mem.max", "1024"),
            Map.entry("sched.mem.minsize", "1024"));
  }

  @Test
  void coresThatDidNotDivideDoNotComeBack() {
    VmxDocument file = Vmx.file("numvcpus=8", "cpuid.coresPerSocket=3");

    assertThat(changes(file, replace(">8</vcpu>", ">6</vcpu>")))
        .containsExactly(Map.entry("cpuid.coresPerSocket", "-"), Map.entry("numvcpus", "6"));
  }

  @Test
  void anAddressTypeThatNobodyKnowsIsReplacedByTheChosenOne() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=true",
            "ethernet0.addressType=manual",
            "ethernet0.address=00:50:56:11:22:33");

    assertThat(changes(file, replace("22:33'/>", "22:44' type='static'/>")))
        .containsExactly(
            Map.entry("ethernet0.address", "00:50:56:11:22:44"),
            Map.entry("ethernet0.addressType", "static"));
    assertThat(changes(file, replace("type='null'", "type='user'")))
        .doesNotContainKey("ethernet0.addressType");
  }

  @Test
  void aNewAddressIsCheckedAsTheDomainSays() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=true",
            "ethernet0.generatedAddress=",
            "ethernet0.checkMACAddress=true");

    assertThat(changes(file, replace("00:00:00:00:00:00' check='yes'", "00:50:56:11:22:44'")))
        .containsExactly(
            Map.entry("ethernet0.address", "00:50:56:11:22:44"),
            Map.entry("ethernet0.addressType", "static"),
            Map.entry("ethernet0.checkMACAddress", "-"));
  }

  @ParameterizedTest
  @CsvSource({"hostonly, vmnet1, vmnet2", "hostonly, <source bridge=''/>, <source bridge='Lab'/>"})
  void aConnectionThatIsShownAsAnotherBecomesTheEditedOne(String type, String from, String to) {
    VmxDocument file = Vmx.file("ethernet0.present=TRUE", "ethernet0.connectionType=" + type);
    String edited = DomainXml.format(Vmx.read(file).domain()).replace(from, to);

    VmxDocument updated = UPDATE.apply(file, DomainXml.parse(edited)).document();

    assertThat(updated.get("ethernet0.connectionType")).isIn("bridged", "custom");
    assertThat(Vmx.xml(Vmx.read(updated).domain())).contains(to);
    assertThat(Vmx.read(updated).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pvn", "monitor_dev", "none", "custom"})
  void aConnectionThatIsNotShownBecomesTheEditedOne(String type) {
    VmxDocument file = Vmx.file("ethernet0.present=TRUE", "ethernet0.connectionType=" + type);
    UnaryOperator<String> plug =
        replace("<interface type='null'>", "<interface type='bridge'><source bridge='Lab'/>");

    assertThat(changes(file, plug))
        .isEqualTo(Map.of("ethernet0.connectionType", "bridged", "ethernet0.networkName", "Lab"));
  }

  @Test
  void anotherEditLeavesAnOddConnectionAlone() {
    VmxDocument file =
        Vmx.file(
            "ethernet0.present=TRUE",
            "ethernet0.connectionType=hostonly",
            "ethernet0.addressType=generated",
            "ethernet0.generatedAddress=00:0c:29:01:02:03");

    assertThat(changes(file, replace("00:0c:29:01:02:03", "00:0c:29:01:02:04")))
        .isEqualTo(Map.of("ethernet0.generatedAddress", "00:0c:29:01:02:04"));
  }

  @ParameterizedTest
  @CsvSource({"normal, 8", "high, 8", "6000, 8"})
  void sharesStayAsTheyAreWhenTheNumberOfCpusChanges(String shares, int count) {
    VmxDocument file = Vmx.file("numvcpus=" + count, "sched.cpu.shares=" + shares);

    assertThat(changes(file, replace(">8</vcpu>", ">4</vcpu>"))).isEqualTo(Map.of("numvcpus", "4"));
  }

  @Test
  void editedSharesAreWrittenForTheNewNumberOfCpus() {
    VmxDocument file = Vmx.file("numvcpus=8", "sched.cpu.shares=normal");

    assertThat(
            changes(
                file,
                xml ->
                    replace(">8</vcpu>", ">4</vcpu>")
                        .apply(replace("<shares>8000<", "<shares>2000<").apply(xml))))
        .isEqualTo(Map.of("numvcpus", "4", "sched.cpu.shares", "low"));
  }

  @Test
  void aValueThatTheEncodingOfTheFileCannotHoldIsRefused() {
    VmxDocument file = Vmx.file(".encoding=ISO-8859-1");

    assertThatThrownBy(() -> changes(file, replace("<name>vm<", "<name>\u20ac<")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("line 3: displayName")
        .hasMessageContaining("ISO-8859-1")
        .hasMessageContaining("'\u20ac'")
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-949-2000, x-windows-949, 똠방각하",
    "EUC-KR, x-windows-949, 똠방",
    "Shift_JIS, windows-31j, ①髙～",
    "Big5, x-windows-950, 碁銹",
    "GBK, x-mswin-936, 镕€"
  })
  void namesOfTheCodePagesOfWindowsAreEditedInPlace(String encoding, String java, String name) {
    Charset charset = Charset.forName(java);
    String text =
        """
        .encoding = "%s"
        config.version = "8"
        virtualHW.version = "8"
        displayName = "%s"
        annotation = "%s"
        """;
    VmxDocument file = VmxDocument.parse(text.formatted(encoding, name, name).getBytes(charset));

    String xml = DomainXml.format(Vmx.read(file).domain());
    assertThat(xml).contains("<name>" + name + "<", "<description>" + name + "<");

    String renamed = xml.replace("<name>" + name + "<", "<name>" + name + "2<");
    VmxDocument edited = UPDATE.apply(file, DomainXml.parse(renamed)).document();

    assertThat(edited.toBytes())
        .isEqualTo(text.formatted(encoding, name + "2", name).getBytes(charset));
  }

  @Test
  void thePasswordThatTheEncodingCannotHoldIsNotSaid() {
    VmxDocument file =
        Vmx.file(
            ".encoding=US-ASCII",
            "RemoteDisplay.vnc.enabled=TRUE",
            "RemoteDisplay.vnc.password=old");

    assertThatThrownBy(() -> changes(file, replace("passwd='old'", "passwd='s\u20accret'")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("RemoteDisplay.vnc.password")
        .hasMessageNotContaining("cret");
  }

  @Test
  void anEditThatWouldChangeTheEncodingOfAFileWithoutOneIsRefused() {
    VmxDocument file =
        VmxDocument.parse(
            "config.version = \"8\"\nvirtualHW.version = \"8\"\ndisplayName = \"\u00e4\"\n"
                .getBytes(Charset.forName("windows-1252")));

    assertThatThrownBy(() -> changes(file, replace("<name>\u00e4<", "<name>\u00c3\u00a4<")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining(".encoding");
  }

  private static final VmxDocument DISKS =
      Vmx.file(
          "scsi0.present=TRUE",
          "scsi0:1.present=TRUE",
          "scsi0:1.fileName=a.vmdk",
          "scsi0:1.deviceType=scsi-hardDisk",
          "scsi0:1.mode=independent-persistent",
          "scsi0:1.ctkEnabled=TRUE",
          "sched.scsi0:1.shares=high",
          "scsi0:2.present=TRUE",
          "scsi0:2.fileName=b.vmdk",
          "scsi0:2.redo=");

  private static UnaryOperator<String> move(String target, String unit, String to, String toUnit) {
    return xml ->
        xml.replace("'" + target + "' bus='scsi'", "'" + to + "' bus='scsi'")
            .replace("target='0' unit='" + unit + "'", "target='0' unit='" + toUnit + "'");
  }

  @Test
  void aMovedDiskTakesAllItsKeysAlong() {
    assertThat(changes(DISKS, move("sdb", "1", "sdd", "3")))
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("scsi0:1.present", "-"),
                    Map.entry("scsi0:1.fileName", "-"),
                    Map.entry("scsi0:1.deviceType", "-"),
                    Map.entry("scsi0:1.mode", "-"),
                    Map.entry("scsi0:1.ctkEnabled", "-"),
                    Map.entry("sched.scsi0:1.shares", "-"),
                    Map.entry("scsi0:3.present", "TRUE"),
                    Map.entry("scsi0:3.fileName", "a.vmdk"),
                    Map.entry("scsi0:3.deviceType", "scsi-hardDisk"),
                    Map.entry("scsi0:3.mode", "independent-persistent"),
                    Map.entry("scsi0:3.ctkEnabled", "TRUE"),
                    Map.entry("sched.scsi0:3.shares", "high"))));
  }

  @Test
  void disksThatChangePlacesKeepTheirKeys() {
    UnaryOperator<String> swap =
        xml -> xml.replace("a.vmdk", "x").replace("b.vmdk", "a.vmdk").replace("x'", "b.vmdk'");

    assertThat(changes(DISKS, swap))
        .containsEntry("scsi0:1.fileName", "b.vmdk")
        .containsEntry("scsi0:1.redo", "")
        .containsEntry("scsi0:1.mode", "-")
        .containsEntry("scsi0:2.fileName", "a.vmdk")
        .containsEntry("scsi0:2.mode", "independent-persistent")
        .containsEntry("sched.scsi0:2.shares", "high");
  }

  @Test
  void aDiskThatMovesToANewControllerOfAnotherBusKeepsItsKeys() {
    UnaryOperator<String> toSata =
        xml ->
            replace("<target dev='sdb' bus='scsi'/>", "<target dev='sdb' bus='sata'/>").apply(xml);

    assertThat(changes(DISKS, toSata))
        .containsEntry("sata0.present", "true")
        .containsEntry("sata0:1.present", "TRUE")
        .containsEntry("sata0:1.fileName", "a.vmdk")
        .containsEntry("sata0:1.deviceType", "ata-hardDisk")
        .containsEntry("sata0:1.mode", "independent-persistent")
        .containsEntry("scsi0:1.mode", "-");
  }

  @Test
  void aMovedDiskCanBeEditedToo() {
    assertThat(
            changes(
                DISKS,
                xml ->
                    move("sdb", "1", "sdd", "3")
                        .apply(xml)
                        .replace(
                            "<source file='[ds1] vm/a.vmdk'/>",
                            "<driver cache='writethrough'/><source file='[ds1] vm/a.vmdk'/>")))
        .containsEntry("scsi0:3.writeThrough", "true")
        .containsEntry("scsi0:3.ctkEnabled", "TRUE");
  }

  @Test
  void aRemovedDiskTakesItsSharesOfTheHost() {
    assertThat(changes(DISKS, without("disk", "a.vmdk")))
        .containsEntry("sched.scsi0:1.shares", "-")
        .doesNotContainKey("scsi0:2.redo");
  }

  @Test
  void aDeviceThatNoDomainShowsIsNotReplacedWithoutAWord() {
    VmxDocument file =
        Vmx.file("sata0.present=TRUE", "sata0:0.present=TRUE", "sata0:0.clientDevice=TRUE");
    String xml =
        replace(
                "<controller",
                "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>\n<controller")
            .apply(DomainXml.format(Vmx.read(file).domain()));

    assertThat(UPDATE.apply(file, DomainXml.parse(xml)).warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.key()).isEqualTo("sata0:0.present");
          assertThat(warning.line()).isEqualTo(5);
        });
  }
}
