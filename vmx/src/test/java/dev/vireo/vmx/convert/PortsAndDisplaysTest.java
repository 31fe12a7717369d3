package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial and parallel ports, shared folders, VNC and the graphics card. */
class PortsAndDisplaysTest {

  private static String[] prefixed(String prefix, String keys) {
    String[] entries = keys.split(", ");
    for (int i = 0; i < entries.length; i++) {
      entries[i] = prefix + entries[i];
    }
    return entries;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fileType=device, fileName=/dev/ttyS0; dev; <source path='/dev/ttyS0'/>",
        "fileType=file, fileName=/vmfs/volumes/4a-2/a.log; file; <source path='[ds2] a.log'/>",
        "fileType=pipe, pipe.endPoint=client, tryNoRxLoss=false, fileName=\\\\.\\pipe\\a; pipe;"
            + " <source path='\\\\.\\pipe\\a'/>",
        "fileType=network, fileName=tcp://host:4501, network.endPoint=server; tcp;"
            + " <source mode='bind' host='host' service='4501'/><protocol type='raw'/>",
        "fileType=network, fileName=telnet://host:4501, network.endPoint=client; tcp;"
            + " <source mode='connect' host='host' service='4501'/><protocol type='telnet'/>",
        "fileType=network, fileName=telnets://host:4501, network.endPoint=client; tcp;"
            + " <source mode='connect' host='host' service='4501'/><protocol type='telnets'/>",
        "fileType=network, fileName=ssl://[2001:db8::9]:4501, network.endPoint=client; tcp;"
            + " <source mode='connect' host='2001:db8::9' service='4501'/><protocol type='tls'/>"
      })
  void serialPortsGoBothWays(String keys, String type, String inner) {
    String[] entries = prefixed("serial1.", "present=true, " + keys + ", yieldOnMsrRead=true");
    String port = "<serial type='" + type + "'>" + inner + "<target port='1'/></serial>";

    assertThat(Vmx.xml(entries))
        .contains(port)
        .contains(
            "<console type='" + type + "'>" + inner + "<target type='serial' port='1'/></console>");
    assertThat(Vmx.under("serial", Vmx.written("", port))).containsExactly(entries);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp4://h:1, raw",
    "tcp6://h:1, raw",
    "//h:1, raw",
    "h:1, raw",
    "tcp+ssl://h:1, tls",
    "tcp4+ssl://h:1, tls",
    "TCP6+SSL://h:1/, tls"
  })
  void otherSpellingsOfNetworkPortsAreRead(String uri, String protocol) {
    assertThat(
            Vmx.xml("serial0.present=true", "serial0.fileType=network", "serial0.fileName=" + uri))
        .contains("<source mode='bind' host='h' service='1'/><protocol type='" + protocol + "'/>");
  }

  @ParameterizedTest
  @CsvSource({
    "fileType=thinprint, fileType",
    "fileType=network, fileName",
    "fileType=network;fileName=udp://h:1, fileName",
    "fileType=network;fileName=tcp://h, fileName",
    "fileType=network;fileName=tcp://h:0, fileName",
    "fileType=network;fileName=service-uri, fileName"
  })
  void serialPortsToElsewhereAreShownUnconnected(String keys, String key) {
    String[] entries = prefixed("serial0.", "present=true, " + keys.replace(";", ", "));

    assertThat(Vmx.warnings(entries)).singleElement().asString().startsWith("serial0." + key + " ");
    assertThat(Vmx.xml(Vmx.read(entries).domain()))
        .contains("<serial type='null'><target port='0'/></serial>");
  }

  @Test
  void portsThatAreConnectedToNothingAreLeftOutOfNewFiles() {
    String ports = "<serial type='null'/><serial type='pipe'><source path='a'/></serial>";
    WrittenVmx written =
        new DomainToVmx(VmxTarget.ofHardwareVersion(8), Vmx.FILES).convert(Vmx.domain("", ports));

    assertThat(Vmx.under("serial", Vmx.values(written.document())))
        .contains("serial1.present=true", "serial1.fileType=pipe")
        .noneMatch(entry -> entry.startsWith("serial0."));
    assertThat(written.warnings())
        .extracting(ConversionWarning::key)
        .containsExactly("devices/serial");
  }

  @Test
  void theProxyOfASerialPortIsReported() {
    assertThat(
            Vmx.warnings(
                "serial0.present=true",
                "serial0.fileType=network",
                "serial0.fileName=telnet://h:1",
                "serial0.network.endPoint=peer",
                "serial0.vspc=telnets://proxy:13370"))
        .containsExactly(
            "serial0.vspc is a proxy that a domain does not show",
            "serial0.network.endPoint has to be server or client and counts as server");
  }

  @Test
  void portsWithoutTypeAreDevices() {
    assertThat(Vmx.xml("serial0.present=true", "serial0.fileName=/dev/a"))
        .contains("<serial type='dev'><source path='/dev/a'/>");
    assertThat(Vmx.xml("parallel0.present=true", "parallel0.fileName=/dev/a"))
        .contains("<parallel type='dev'><source path='/dev/a'/>");
  }

  @Test
  void aFileThatIsNowhereIsShownAsItStands() {
    assertThat(
            Vmx.warnings(
                "serial0.present=true",
                "serial0.fileType=file",
                "serial0.fileName=/vmfs/volumes/gone/a"))
        .containsExactly(
            "serial0.fileName is in no datastore that is known and is shown as it stands");
    assertThat(Vmx.xml("serial0.present=true", "serial0.fileType=file")).contains("type='file'>");
  }

  @ParameterizedTest
  @CsvSource({"serial4, 4", "parallel3, 3"})
  void portsBeyondTheLastAreLeftOut(String prefix, int limit) {
    assertThat(Vmx.warnings(prefix + ".present=true"))
        .containsExactly(prefix + ".present is more than the " + limit + " ports and was left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<serial type='pty'/>; UNSUPPORTED",
        "<serial type='tcp'><source mode='bind' host='h' service='1'/><protocol type='ssh'/>"
            + "</serial>; UNSUPPORTED",
        "<serial type='tcp'><source mode='bind' host='h'/></serial>; INVALID",
        "<serial type='tcp'><source mode='bind' host='h' service='telnet'/></serial>; INVALID",
        "<serial type='dev'><source path='/dev/a'/><target port='4'/></serial>; INVALID",
        "<parallel type='pipe'><source path='a'/></parallel>; UNSUPPORTED",
        "<parallel type='dev'><source path='a'/><target port='3'/></parallel>; INVALID",
        "<serial type='dev'><target port='1'/></serial><serial type='dev'><target port='1'/>"
            + "</serial>; INVALID"
      })
  void otherPortsAreRefused(String devices, VmxException.Kind kind) {
    assertThatThrownBy(() -> Vmx.written("", devices))
        .isInstanceOfSatisfying(VmxException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fileType=device, fileName=/dev/parport0; dev; /dev/parport0",
        "fileType=file, fileName=/vmfs/volumes/4a-1/a.out; file; [ds1] a.out"
      })
  void parallelPortsGoBothWays(String keys, String type, String path) {
    String[] entries = prefixed("parallel2.", "present=true, " + keys);
    String port =
        "<parallel type='%s'><source path='%s'/><target port='2'/></parallel>"
            .formatted(type, path);

    assertThat(Vmx.xml(entries)).contains(port);
    assertThat(Vmx.under("parallel", Vmx.written("", port))).containsExactly(entries);
  }

  @Test
  void otherParallelPortsAreShownUnconnected() {
    assertThat(Vmx.warnings("parallel0.present=true", "parallel0.fileType=pipe"))
        .containsExactly(
            "parallel0.fileType has to be device or file; the port is shown unconnected");
  }

  @Test
  void aConsoleAloneIsASerialPort() {
    assertThat(Vmx.written("", "<console type='dev'><source path='/dev/a'/></console>"))
        .containsEntry("serial0.fileName", "/dev/a");
  }

  @Test
  void portsWithoutNumberTakeTheNextFreeOne() {
    assertThat(
            Vmx.written("", "<serial type='dev'><target port='0'/></serial><serial type='dev'/>"))
        .containsKeys("serial0.present", "serial1.present");
  }

  @Test
  void sharedFoldersGoBothWays() {
    String[] entries = {
      "isolation.tools.hgfs.disable=false",
      "sharedFolder.maxNum=2",
      "sharedFolder0.present=true",
      "sharedFolder0.enabled=true",
      "sharedFolder0.readAccess=true",
      "sharedFolder0.writeAccess=false",
      "sharedFolder0.hostPath=/srv/a",
      "sharedFolder0.guestName=a",
      "sharedFolder1.present=true",
      "sharedFolder1.enabled=true",
      "sharedFolder1.readAccess=true",
      "sharedFolder1.writeAccess=true",
      "sharedFolder1.hostPath=/srv/b",
      "sharedFolder1.guestName=b"
    };
    String xml =
        "<filesystem type='mount' accessmode='passthrough'><source dir='/srv/a'/>"
            + "<target dir='a'/><readonly/></filesystem>"
            + "<filesystem type='mount' accessmode='passthrough'><source dir='/srv/b'/>"
            + "<target dir='b'/></filesystem>";

    assertThat(Vmx.xml(entries)).contains(xml);
    assertThat(Vmx.under("", Vmx.written("", xml))).contains(entries);
  }

  @Test
  void sharedFoldersThatAreOffAreNotShown() {
    String folder = "sharedFolder0.present=true,sharedFolder0.enabled=%s,sharedFolder0.hostPath=/a";
    String[] off = (folder.formatted("false") + ",sharedFolder0.guestName=a").split(",");
    String[] on = (folder.formatted("true") + ",sharedFolder0.guestName=a").split(",");

    assertThat(Vmx.xml(on)).doesNotContain("filesystem");
    assertThat(Vmx.warnings(with(on, "isolation.tools.hgfs.disable=false")))
        .containsExactly(
            "sharedFolder0.present is not below sharedFolder.maxNum, and the folder was left out");
    assertThat(Vmx.xml(with(off, "isolation.tools.hgfs.disable=false", "sharedFolder.maxNum=1")))
        .doesNotContain("filesystem");
    assertThat(Vmx.xml(with(on, "isolation.tools.hgfs.disable=false", "sharedFolder.maxNum=1")))
        .contains("filesystem");
  }

  private static String[] with(String[] entries, String... more) {
    String[] all = java.util.Arrays.copyOf(entries, entries.length + more.length);
    System.arraycopy(more, 0, all, entries.length, more.length);
    return all;
  }

  @Test
  void incompleteFoldersAreLeftOut() {
    assertThat(
            Vmx.warnings(
                "isolation.tools.hgfs.disable=false",
                "sharedFolder.maxNum=1",
                "sharedFolder0.present=true",
                "sharedFolder0.enabled=true",
                "sharedFolder0.hostPath=/a"))
        .containsExactly("sharedFolder0.guestName is missing; the folder was left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<filesystem type='template'><source name='a'/><target dir='a'/></filesystem>",
        "<filesystem type='mount'><source dir='a'/></filesystem>"
      })
  void otherFoldersAreRefused(String devices) {
    assertThatThrownBy(() -> Vmx.written("", devices)).isInstanceOf(VmxException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "enabled=true, port=5901, ip=192.0.2.1, keymap=de, password=s|7ct;"
            + " port='5901' autoport='no' listen='192.0.2.1' keymap='de' passwd='s|t'",
        "enabled=true; port='-1' autoport='yes'",
        "enabled=true, port=0; autoport='no'"
      })
  void vncGoesBothWays(String keys, String attributes) {
    String graphics = "<graphics type='vnc' " + attributes + ">";
    String[] entries = prefixed("RemoteDisplay.vnc.", keys);

    assertThat(Vmx.xml(Vmx.read(entries).domain()))
        .contains(graphics)
        .contains(
            attributes.contains("listen")
                ? "<listen type='address' address='192.0.2.1'/>"
                : "<listen type='address'/>");
    if (!keys.endsWith("port=0")) {
      assertThat(Vmx.under("RemoteDisplay", Vmx.written("", graphics + "</graphics>")))
          .containsExactly(entries);
    }
  }

  @Test
  void theAddressOfVncMayStandInItsListenElement() {
    assertThat(
            Vmx.written(
                "",
                "<graphics type='vnc' port='5900'><listen type='address' address='192.0.2.1'/>"
                    + "</graphics>"))
        .containsEntry("RemoteDisplay.vnc.ip", "192.0.2.1")
        .containsEntry("svga.vramSize", "4194304");
  }

  @Test
  void unusualPortsOfVncAreReported() {
    assertThat(Vmx.warnings("RemoteDisplay.vnc.enabled=true", "RemoteDisplay.vnc.port=6000"))
        .containsExactly("RemoteDisplay.vnc.port should be from 5900 to 5964");
    assertThat(Vmx.xml("RemoteDisplay.vnc.port=5900")).doesNotContain("graphics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<graphics type='spice'/>",
        "<graphics type='vnc' port='5900'/><graphics type='vnc' port='5901'/>",
        "<video><model type='qxl'/></video>",
        "<video><model type='vmvga' heads='2'/></video>",
        "<video><model type='vmvga'/></video><video><model type='vmvga'/></video>"
      })
  void otherDisplaysAreRefused(String devices) {
    assertThatThrownBy(() -> Vmx.written("", devices))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED));
  }

  @ParameterizedTest
  @CsvSource({
    "4194304, 4096",
    "4194305, 8192",
    "0, 4096",
    "unlimited, 4096",
    "65536, 64",
    "134217728, 131072"
  })
  void theMemoryOfTheCardIsRead(String bytes, long kib) {
    assertThat(Vmx.xml("svga.vramSize=" + bytes))
        .contains("<model type='vmvga' vram='" + kib + "' primary='yes'/>");
  }

  @ParameterizedTest
  @CsvSource({"4096, 4194304", "4097, 8388608", "1, 65536"})
  void theMemoryOfTheCardIsWritten(long kib, String bytes) {
    assertThat(Vmx.written("", "<video><model type='vmvga' vram='" + kib + "'/></video>"))
        .containsEntry("svga.vramSize", bytes);
  }

  @Test
  void flagsOfFoldersAreReportedWhetherTheFolderIsThereOrNot() {
    assertThat(
            Vmx.warnings(
                "isolation.tools.hgfs.disable=false",
                "sharedFolder.maxNum=1",
                "sharedFolder0.enabled=yes"))
        .containsExactly("sharedFolder0.enabled has to be true or false and counts as false");
  }
}
