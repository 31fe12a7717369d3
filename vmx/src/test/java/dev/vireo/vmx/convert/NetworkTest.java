package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.VmxException;
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
      if (!full[i].contains("startConnected")) {
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
    "connectionType=custom, vnet is missing; the network is shown without its device",
    "connectionType=hostonly, 'connectionType is shown as the custom network vmnet1, the same'",
    "connectionType=pvn, connectionType is not known and is shown as bridged",
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
            ("present=true, " + keys).replaceAll("(^|, )", "$1ethernet0.").split(", "));
  }

  @Test
  void aMissingAddressIsLeftToVmware() {
    assertThat(Vmx.under("ethernet0.", Vmx.written("", nic("null", ""))))
        .containsExactly("ethernet0.present=true", "ethernet0.addressType=generated");
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
  @ValueSource(strings = {"network", "direct", "hostdev", "internal"})
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

  @Test
  void namesOfNetworksAreEscaped() {
    assertThat(Vmx.written("", nic("bridge", MAC + "<source bridge='a\"b|c'/>")))
        .containsEntry("ethernet0.networkName", "a|22b|7cc");
    assertThat(Vmx.xml("ethernet0.present=true", "ethernet0.networkName=a|22b|7cc"))
        .contains("<source bridge='a&quot;b|c'/>");
  }
}
