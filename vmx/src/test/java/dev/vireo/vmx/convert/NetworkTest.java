package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Network interfaces. */
class NetworkTest {

  private static final String MAC = "<mac address='00:0c:29:11:22:33'/>";
  private static final String BRIDGE = "<source bridge='VM Network'/>";

  private static String nic(String type, String inner) {
    return "<interface type='" + type + "'>" + inner + "</interface>";
  }

  @ParameterizedTest
  @CsvSource({
    "vlance, vlance",
    "vmxnet, vmxnet",
    "vmxnet3, vmxnet3",
    "e1000, e1000",
    "e1000e, e1000e"
  })
  void modelsGoBothWays(String vmx, String domain) {
    assertThat(
            Vmx.xml(
                "ethernet0.present=true",
                "ethernet0.networkName=VM Network",
                "ethernet0.virtualDev=" + vmx.toUpperCase(java.util.Locale.ROOT)))
        .contains("<model type='" + domain + "'/>");
    assertThat(Vmx.written("", nic("bridge", MAC + BRIDGE + "<model type='" + domain + "'/>")))
        .containsEntry("ethernet0.virtualDev", vmx)
        .doesNotContainKey("ethernet0.features");
  }

  @Test
  void vmxnet2IsVmxnetWithFeatures() {
    assertThat(
            Vmx.xml(
                "ethernet0.present=true", "ethernet0.virtualDev=vmxnet", "ethernet0.features=15"))
        .contains("<model type='vmxnet2'/>");
    assertThat(Vmx.written("", nic("bridge", MAC + BRIDGE + "<model type='vmxnet2'/>")))
        .containsEntry("ethernet0.virtualDev", "vmxnet")
        .containsEntry("ethernet0.features", "15");
  }

  @Test
  void unknownModelsAreShownAsTheyStand() {
    assertThat(Vmx.warnings("ethernet0.present=true", "ethernet0.virtualDev=sriov"))
        .containsExactly(
            "ethernet0.virtualDev is not a model that libvirt knows and is shown as it stands");
    assertThat(
            Vmx.read("ethernet0.present=true", "ethernet0.virtualDev=sriov")
                .domain()
                .devices()
                .interfaces()
                .get(0)
                .model())
        .isEqualTo("sriov");
  }

  @ParameterizedTest
  @CsvSource({"virtio, vmxnet3", "rtl8139, e1000", "pcnet, vlance", "sriov, e1000"})
  void otherModelsAreRefusedWithTheNearest(String model, String nearest) {
    assertThatThrownBy(
            () -> Vmx.written("", nic("bridge", MAC + BRIDGE + "<model type='" + model + "'/>")))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED);
              assertThat(e.value()).isEqualTo(model);
              assertThat(e.nearest()).isEqualTo(nearest);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "networkName=VM Network, connectionType=bridged; bridge; <source bridge='VM Network'/>",
        "networkName=x, connectionType=custom, vnet=vmnet7; bridge;"
            + " <source bridge='x'/><target dev='vmnet7'/>",
        "connectionType=nat; user; ''",
        "startConnected=true; null; ''",
        "connectionType=bridged, startConnected=false; bridge;"
            + " <source bridge=''/><link state='down'/>",
        "dvs.switchId=5c 9b 1b 50 e6 1b 4e 1e-b9 f4 d8 6f f1 0f 5d 3d, dvs.portId=5,"
            + " dvs.portgroupId=dvportgroup-1, dvs.connectionId=99; vds;"
            + " <source switchid='5c9b1b50-e61b-4e1e-b9f4-d86ff10f5d3d' portid='5'"
            + " portgroupid='dvportgroup-1' connectionid='99'/>"
      })
  void connectionsGoBothWays(String keys, String type, String source) {
    String[] entries = ("present=true, generatedAddress=00:0c:29:11:22:33, " + keys).split(", ");
    String[] full = new String[entries.length];
    for (int i = 0; i < entries.length; i++) {
      full[i] = "ethernet0." + entries[i];
    }

    String inner = source == null || source.equals("''") ? "" : source;
    assertThat(Vmx.xml(full)).contains(nic(type, MAC + inner));
    for (int i = 2; i < full.length; i++) {
      if (!full[i].contains("startConnected=true")) {
        assertThat(Vmx.under("ethernet0.", Vmx.written("", nic(type, MAC + inner))))
            .contains(full[i]);
      }
    }
  }

  @Test
  void aNameWithoutTypeIsABridge() {
    assertThat(Vmx.xml("ethernet0.present=true", "ethernet0.networkName=a"))
        .contains("<interface type='bridge'>")
        .contains("<source bridge='a'/>");
  }

  @ParameterizedTest
  @CsvSource({
    "connectionType=custom, vnet is missing; the interface is shown unconnected",
    "connectionType=hostonly, 'connectionType is shown as the custom network vmnet1, the same'",
    "connectionType=pvn, connectionType is a LAN segment without pvnID; the interface is shown"
        + " unconnected",
    "connectionType=monitor_dev, connectionType is not known; the interface is shown unconnected",
    "opaqueNetwork.id=9a-1, opaqueNetwork.id is a network that a domain does not show; the"
        + " interface is shown unconnected",
    "dvs.switchId=here, dvs.switchId is not a uuid and is shown as it stands",
    "addressType=manual, 'addressType has to be generated, static or vpx and was left out'",
    "generatedAddress=00:11, generatedAddress is not a MAC address and was left out"
  })
  void unusualConnectionsAreShownWithAWarning(String entry, String warning) {
    assertThat(Vmx.warnings("ethernet0.present=true", "ethernet0." + entry))
        .containsExactly("ethernet0." + warning);
    assertThat(
            Vmx.read("ethernet0.present=true", "ethernet0." + entry)
                .domain()
                .devices()
                .interfaces())
        .hasSize(1);
  }

  @Test
  void featuresThatAreNoNumberAreReportedForAllModels() {
    assertThat(
            Vmx.warnings(
                "ethernet0.present=true", "ethernet0.virtualDev=e1000", "ethernet0.features=many"))
        .containsExactly("ethernet0.features has to be a whole number and was left out");
  }

  @Test
  void portsOfDistributedSwitchesAreNumbers() {
    String[] entries = {
      "ethernet0.present=true",
      "ethernet0.generatedAddress=00:0c:29:11:22:33",
      "ethernet0.dvs.switchId=5c 9b 1b 50 e6 1b 4e 1e-b9 f4 d8 6f f1 0f 5d 3d",
      "ethernet0.dvs.portgroupId=dvportgroup-1",
      "ethernet0.dvs.portId=+5",
      "ethernet0.dvs.connectionId=soon"
    };

    assertThat(Vmx.xml(Vmx.read(entries).domain()))
        .contains(" portid='5' portgroupid='dvportgroup-1'/>");
    assertThat(Vmx.warnings(entries))
        .containsExactly("ethernet0.dvs.connectionId has to be a whole number and was left out");
  }

  @Test
  void hostOnlyNetworksAreTheSameAsTheirCustomOnes() {
    assertThat(
            Vmx.xml(
                Vmx.read("ethernet0.present=true", "ethernet0.connectionType=hostonly").domain()))
        .contains("<target dev='vmnet1'/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "generatedAddress=00:0C:29:11:22:AA; <mac address='00:0c:29:11:22:aa'/>",
        "addressType=generated, generatedAddress=00:0c:29:11:22:33;"
            + " <mac address='00:0c:29:11:22:33' type='generated'/>",
        "addressType=vpx, generatedAddress=00:50:56:91:48:c7;"
            + " <mac address='00:50:56:91:48:c7' type='generated'/>",
        "addressType=vpx, address=00:50:56:91:48:c7;"
            + " <mac address='00:50:56:91:48:c7' type='generated'/>",
        "addressType=static, address=00:50:56:11:22:33;"
            + " <mac address='00:50:56:11:22:33' type='static'/>",
        "addressType=Static, address=0:50:56:1:2:3, checkMACAddress=FALSE;"
            + " <mac address='00:50:56:01:02:03' type='static' check='no'/>",
        "checkMACAddress=true; <mac address='00:00:00:00:00:00' check='yes'/>",
        "addressType=static; <mac address='00:00:00:00:00:00' type='static'/>"
      })
  void addressesAreRead(String keys, String mac) {
    String[] entries = ("present=true, " + keys).split(", ");
    for (int i = 0; i < entries.length; i++) {
      entries[i] = "ethernet0." + entries[i];
    }
    assertThat(Vmx.xml(entries)).contains("<interface type='null'>" + mac);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "address='00:0c:29:91:48:c7'; addressType=generated, generatedAddress=00:0c:29:91:48:c7,"
            + " generatedAddressOffset=0",
        "address='00:50:56:3f:ff:ff'; addressType=static, address=00:50:56:3f:ff:ff",
        "address='00:50:56:80:00:00'; addressType=vpx, generatedAddress=00:50:56:80:00:00",
        "address='00:50:56:bf:ff:ff'; addressType=vpx, generatedAddress=00:50:56:bf:ff:ff",
        "address='00:50:56:40:00:00'; addressType=static, address=00:50:56:40:00:00,"
            + " checkMACAddress=false",
        "address='00:50:56:c0:00:00'; addressType=static, address=00:50:56:c0:00:00,"
            + " checkMACAddress=false",
        "address='52:54:00:11:22:33'; addressType=static, address=52:54:00:11:22:33,"
            + " checkMACAddress=false",
        "address='00:50:56:91:48:c7' type='static' check='yes'; addressType=static,"
            + " address=00:50:56:91:48:c7, checkMACAddress=true",
        "address='00:0c:29:91:48:c7' type='static'; addressType=static,"
            + " address=00:0c:29:91:48:c7",
        "address='52:54:00:11:22:33' type='generated'; addressType=generated,"
            + " generatedAddress=52:54:00:11:22:33, generatedAddressOffset=0",
        "address='00:50:56:91:48:c7' type='generated' check='no'; addressType=vpx,"
            + " generatedAddress=00:50:56:91:48:c7, checkMACAddress=false",
        "address='00:00:00:00:00:00'; addressType=generated"
      })
  void addressesAreWritten(String attributes, String keys) {
    assertThat(Vmx.under("ethernet0.", Vmx.written("", nic("null", "<mac " + attributes + "/>"))))
        .containsExactly(
            ("present=true, startConnected=false, " + keys)
                .replaceAll("(^|, )", "$1ethernet0.")
                .split(", "));
  }

  @Test
  void aMissingAddressIsLeftToVmware() {
    assertThat(Vmx.under("ethernet0.", Vmx.written("", nic("null", ""))))
        .containsExactly(
            "ethernet0.present=true",
            "ethernet0.startConnected=false",
            "ethernet0.addressType=generated");
  }

  @Test
  void anAddressThatIsToBeCheckedNeedsAPrefixOfVmware() {
    assertThatThrownBy(
            () -> Vmx.written("", nic("null", "<mac address='52:54:00:11:22:33' check='yes'/>")))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.rule()).contains("00:0c:29 or 00:50:56");
              assertThat(e.value()).isEqualTo("52:54:00:11:22:33");
              assertThat(e.nearest()).isEqualTo("00:50:56:11:22:33");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address='01:54:00:11:22:33'",
        "address='52:54:00:11:22:33' type='vpx'",
        "address='52:54:00:11:22:33' check='maybe'"
      })
  void otherAddressesAreRefused(String attributes) {
    assertThatThrownBy(() -> Vmx.written("", nic("null", "<mac " + attributes + "/>")))
        .isInstanceOf(VmxException.class);
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "7, 10", "20, 10"})
  void thereIsALimitOfInterfaces(int hardware, int limit) {
    String one = nic("null", "");

    assertThat(Vmx.written(hardware, "", one.repeat(limit)))
        .containsKey("ethernet" + (limit - 1) + ".present");
    assertThatThrownBy(() -> Vmx.written(hardware, "", one.repeat(limit + 1)))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining(limit + " times");
  }

  @Test
  void allInterfacesThatArePresentAreRead() {
    assertThat(
            Vmx.read("ethernet3.present=true", "ethernet11.present=true", "ethernet1.present=false")
                .domain()
                .devices()
                .interfaces())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "direct", "hostdev", "server"})
  void otherConnectionsAreRefused(String type) {
    assertThatThrownBy(
            () -> Vmx.written("", nic(type, MAC + "<source network='a' dev='a' name='a'/>")))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED);
              assertThat(e.nearest()).isEqualTo("bridge");
            });
  }

  private static final String SEGMENT = "52 6b 79 1b 2c 64 21 12-a5 91 7c 8f 0e 4a 9b 11";
  private static final String SEGMENT_UUID = "526b791b-2c64-2112-a591-7c8f0e4a9b11";

  @Test
  void lanSegmentsAreInternalNetworks() {
    String[] segment = {
      "ethernet0.present=true",
      "ethernet0.generatedAddress=00:0c:29:11:22:33",
      "ethernet0.connectionType=pvn",
      "ethernet0.networkName=VM Network",
      "ethernet0.pvnID=" + SEGMENT
    };
    String inner = MAC + "<source name='" + SEGMENT_UUID + "'/>";

    assertThat(Vmx.xml(Vmx.read(segment).domain())).contains(nic("internal", inner));
    assertThat(Vmx.warnings(segment))
        .containsExactly(
            "ethernet0.connectionType is a LAN segment, which is shown as an internal network");
    assertThat(Vmx.written("", nic("internal", inner)))
        .containsEntry("ethernet0.connectionType", "pvn")
        .containsEntry("ethernet0.pvnID", SEGMENT)
        .doesNotContainKeys("ethernet0.networkName", "ethernet0.startConnected");
  }

  @Test
  void aSegmentWithAnOddIdIsShownAsItStands() {
    assertThat(
            Vmx.xml(
                Vmx.read(
                        "ethernet0.present=true",
                        "ethernet0.connectionType=pvn",
                        "ethernet0.pvnID=lab")
                    .domain()))
        .contains("<interface type='internal'>", "<source name='lab'/>");
    assertThatThrownBy(() -> Vmx.written("", nic("internal", MAC + "<source name='lab'/>")))
        .isInstanceOf(VmxException.class)
        .hasMessage("devices/interface/source@name has to be a uuid, but is 'lab'");
  }

  /** Whatever is not understood never becomes a bridge, in neither direction. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "connectionType=pvn",
        "connectionType=pvn, networkName=VM Network",
        "connectionType=pvn, pvnID=" + SEGMENT,
        "connectionType=none",
        "connectionType=monitor_dev, networkName=VM Network, vnet=vmnet0",
        "connectionType=custom",
        "connectionType=custom, networkName=VM Network",
        "connectionType=hostonly",
        "opaqueNetwork.id=9a-1",
        "startConnected=false, connectionType=pvn"
      })
  void noNetworkIsWiderThanTheFileSays(String keys) {
    String[] entries =
        ("ethernet0.present=true, " + keys.replaceAll("(^|, )", "$1ethernet0.")).split(", ");
    DomainDefinition domain = Vmx.read(entries).domain();

    Map<String, String> written = Vmx.written(VmxTarget.ofHardwareVersion(8), domain);

    assertThat(written.get("ethernet0.connectionType")).isNotEqualTo("bridged");
    assertThat(
            written.containsKey("ethernet0.connectionType")
                || "false".equals(written.get("ethernet0.startConnected")))
        .as("VMware takes a missing type for bridged: %s", written)
        .isTrue();
  }

  @Test
  void aCableThatIsUnpluggedGoesBothWays() {
    String down = "<interface type='user'>" + MAC + "<link state='down'/></interface>";

    assertThat(
            Vmx.xml(
                "ethernet0.present=true",
                "ethernet0.generatedAddress=00:0c:29:11:22:33",
                "ethernet0.connectionType=nat",
                "ethernet0.startConnected=FALSE"))
        .contains(down);
    assertThat(Vmx.xml("ethernet0.present=true", "ethernet0.startConnected=FALSE"))
        .contains("<interface type='null'>")
        .doesNotContain("<link");
    assertThat(Vmx.written("", down)).containsEntry("ethernet0.startConnected", "false");
    assertThat(Vmx.written("", down.replace("down", "up")))
        .doesNotContainKey("ethernet0.startConnected");
  }

  @Test
  void aDistributedPortNeedsNoPortGroup() {
    String[] entries = {
      "ethernet0.present=true",
      "ethernet0.generatedAddress=00:0c:29:11:22:33",
      "ethernet0.dvs.switchId=5c 9b 1b 50 e6 1b 4e 1e-b9 f4 d8 6f f1 0f 5d 3d"
    };
    String inner = MAC + "<source switchid='5c9b1b50-e61b-4e1e-b9f4-d86ff10f5d3d'/>";

    assertThat(Vmx.xml(entries)).contains(nic("vds", inner));
    assertThat(Vmx.under("ethernet0.dvs.", Vmx.written("", nic("vds", inner))))
        .containsExactly(entries[2]);
  }

  @ParameterizedTest
  @CsvSource({
    "33, 0x01, 0x01, 0x0",
    "16, 0x00, 0x10, 0x0",
    "160, 0x05, 0x00, 0x0",
    "1184, 0x05, 0x00, 0x1",
    "2208, 0x05, 0x00, 0x2",
    "8191, 0x1f, 0x1f, 0x7"
  })
  void pciAddressesGoBothWays(String number, String bus, String slot, String function) {
    String address =
        "<address type='pci' domain='0x0000' bus='%s' slot='%s' function='%s'/>"
            .formatted(bus, slot, function);

    assertThat(
            Vmx.xml(
                "ethernet0.present=true",
                "ethernet0.generatedAddress=00:0c:29:11:22:33",
                "ethernet0.pciSlotNumber=" + number))
        .contains(nic("null", MAC + address));
    assertThat(Vmx.written("", nic("null", MAC + address)))
        .containsEntry("ethernet0.pciSlotNumber", number);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, false", "unlimited, false", "8192, true", "-2, true", "x, true"})
  void slotsThatAreNoneAreLeftOut(String number, boolean told) {
    for (String device : List.of("ethernet0", "scsi0", "sata0", "nvme0")) {
      String[] entries = {
        device + ".present=true",
        (device.equals("scsi0") ? "scsi0.virtualDev=lsilogic" : "a=b"),
        device + ".pciSlotNumber=" + number
      };
      assertThat(Vmx.xml(Vmx.read(entries).domain())).doesNotContain("type='pci'");
      assertThat(Vmx.warnings(entries)).hasSize(told ? 1 : 0);
    }
  }

  @Test
  void otherPciAddressesAreLeftToVmwareOrRefused() {
    for (String address : List.of("", " domain='0' bus='0' slot='0' function='0'")) {
      assertThat(Vmx.written("", nic("null", "<address type='pci'" + address + "/>")))
          .doesNotContainKey("ethernet0.pciSlotNumber");
    }
    assertThatThrownBy(() ->
            Vmx.written("", nic("null", "<address type='pci' domain='0' bus='0x20' slot='1'/>")))
        .isInstanceOf(VmxException.class)
        .hasMessage(
            "devices/interface/address@bus has to be from 0x00 to 0x1f, but is '0x20'; the nearest"
                + " that is allowed is '0x1f'");
    assertThatThrownBy(
            () -> Vmx.written("", nic("null", "<address type='pci' domain='1' bus='1' slot='1'/>")))
        .isInstanceOf(VmxException.class)
        .hasMessageStartingWith("devices/interface/address@domain has to be 0x0000");
  }

  @Test
  void namesOfNetworksAreEscaped() {
    assertThat(Vmx.written("", nic("bridge", MAC + "<source bridge='a\"b|c'/>")))
        .containsEntry("ethernet0.networkName", "a|22b|7cc");
    assertThat(Vmx.xml("ethernet0.present=true", "ethernet0.networkName=a|22b|7cc"))
        .contains("<source bridge='a&quot;b|c'/>");
  }
}
