package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import dev.vireo.nest.version.EsxiVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KickstartTest {

  private static final String HASH =
      "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1";

  @Test
  void withoutWishesItInstallsOnTheFirstDiskWithDhcpAndNothingElse() {
    assertThat(kickstart(EsxiVersion.V8_0).build().text())
        .isEqualTo(
            """
            # Written by Vireo for ESXi 8.0
            vmaccepteula
            rootpw --iscrypted HASH
            install --firstdisk
            network --bootproto=dhcp --device=vmnic0
            reboot
            """
                .replace("HASH", HASH));
  }

  @Test
  void allWishesStandInIt() {
    Kickstart kickstart =
        kickstart(EsxiVersion.V7_0)
            .network(
                new ManagementNetwork.Static(
                    "52:54:00:12:34:56",
                    "192.0.2.10",
                    "255.255.255.0",
                    "192.0.2.1",
                    List.of("192.0.2.2", "198.51.100.3"),
                    "esxi-1.lab.example",
                    252))
            .disk(new InstallDisk("mpx.vmhba1:C0:T0:L0", true))
            .licenseKey("00000-AAAAA-11111-BBBBB-22222")
            .ssh(true)
            .shell(true)
            .ignorePrerequisites(true)
            .kernelSetting(KernelOption.parse("cpuUniformityHardCheckPanic=FALSE"))
            .firstBoot("esxcli system hostname set --fqdn=\"$(hostname).lab\"")
            .build();

    assertThat(kickstart.text())
        .isEqualTo(
            """
            # Written by Vireo for ESXi 7.0
            vmaccepteula
            rootpw --iscrypted HASH
            install --disk=mpx.vmhba1:C0:T0:L0 --overwritevmfs --ignoreprereqwarnings --ignoreprereqerrors --forceunsupportedinstall
            network --bootproto=static --device=52:54:00:12:34:56 --ip=192.0.2.10 --netmask=255.255.255.0 --gateway=192.0.2.1 --nameserver=192.0.2.2,198.51.100.3 --hostname=esxi-1.lab.example --vlanid=252
            serialnum --esx=00000-AAAAA-11111-BBBBB-22222
            reboot

            %firstboot --interpreter=busybox
            vim-cmd hostsvc/enable_ssh
            vim-cmd hostsvc/start_ssh
            vim-cmd hostsvc/enable_esx_shell
            vim-cmd hostsvc/start_esx_shell
            esxcli system settings advanced set -o /UserVars/SuppressShellWarning -i 1
            esxcli system settings kernel set -s cpuUniformityHardCheckPanic -v 'FALSE'
            esxcli system hostname set --fqdn="$(hostname).lab"
            /sbin/auto-backup.sh
            """
                .replace("HASH", HASH));
  }

  @Test
  void theMachineCanBeSwitchedOffInTheEnd() {
    assertThat(kickstart(EsxiVersion.V6_7).afterInstall(AfterInstall.HALT).build().text())
        .endsWith("--device=vmnic0\n\n%post --interpreter=busybox\nhalt\n")
        .doesNotContain("reboot");
  }

  @ParameterizedTest
  @EnumSource
  void oldVersionsAreToldThatMachinesMayRunInside(EsxiVersion esxi) {
    boolean old = esxi == EsxiVersion.V5_5 || esxi == EsxiVersion.V6_0;

    String text = kickstart(esxi).build().text();

    assertThat(text.contains("echo 'vmx.allowNested = \"TRUE\"' >> /etc/vmware/config\n"))
        .isEqualTo(old);
  }

  @Test
  void olderInstallersAreNotGivenAnOptionThatTheyLack() {
    assertThat(kickstart(EsxiVersion.V6_5).ignorePrerequisites(true).build().text())
        .contains("install --firstdisk --ignoreprereqwarnings --ignoreprereqerrors\n");
  }

  @Test
  void theLicenceAgreementIsNotAcceptedOnItsOwn() {
    assertThatThrownBy(
            () -> Kickstart.builder(EsxiVersion.V8_0, PasswordHash.ofCrypt(HASH)).build())
        .isInstanceOf(NestException.class)
        .hasMessageContaining("end user licence agreement for you")
        .extracting("hints")
        .isEqualTo(List.of("say that you accept it"));
  }

  @Test
  void secretsAreNotShown() {
    Kickstart kickstart =
        kickstart(EsxiVersion.V8_0).licenseKey("00000-AAAAA-11111-BBBBB-22222").build();

    assertThat(kickstart.toString()).doesNotContain("$6$").doesNotContain("AAAAA");
    assertThatThrownBy(() -> kickstart(EsxiVersion.V8_0).licenseKey("00000-AAAAA").build())
        .hasMessageStartingWith("the licence key is not one")
        .hasMessageNotContaining("AAAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nreboot", "a\rb", "%post", "  %post", "nul\0"})
  void aLineForTheFirstBootIsOneLineOfItsSection(String line) {
    assertThatThrownBy(() -> kickstart(EsxiVersion.V8_0).firstBoot(line).build())
        .isInstanceOf(NestException.class)
        .hasMessageContaining("for the first boot")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"esxi_1", "-esxi", "esxi-", "a..b", "esxi\nreboot", "esxi --vlanid=3", ""})
  void aHostNameIsOne(String name) {
    assertThatThrownBy(() -> new ManagementNetwork.Dhcp("vmnic0", name, null))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be a host name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "vmnic0 --x", "vmnic0\n", "vmnic", "52:54:00"})
  void aNetworkCardIsOneOfEsxi(String device) {
    assertThatThrownBy(() -> new ManagementNetwork.Dhcp(device, null, null))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("is not a network card of ESXi");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4095})
  void aVlanIsInItsRange(int vlan) {
    assertThatThrownBy(() -> new ManagementNetwork.Dhcp("vmnic0", null, vlan))
        .hasMessage("a VLAN is a number from 1 to 4094, not " + vlan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          192.0.2.0/24   |              | 192.0.2.0 cannot be the address of the host
          192.0.2.255/24 |              | 192.0.2.255 cannot be the address of the host
          192.0.2.256/24 |              | '192.0.2.256' cannot be the address of the host
          192.0.02.1/24  |              | '192.0.02.1' cannot be the address of the host
          2001:db8::1/24 |              | '2001:db8::1' cannot be the address of the host
          192.0.2.10     |              | '192.0.2.10' is not an address with a prefix length
          192.0.2.10/31  |              | '192.0.2.10/31' is not an address with a prefix length
          192.0.2.10/24  | 192.0.3.1    | the gateway 192.0.3.1 is not in the network of 192.0.2.10
          192.0.2.10/24  | 192.0.2.10   | the gateway cannot be the address of the host itself
          192.0.2.10/24  | 192.0.2.255  | 192.0.2.255 cannot be the gateway
          192.0.2.10/24  | router       | 'router' cannot be the gateway
          """)
  void anAddressFitsItsNetwork(String address, String gateway, String message) {
    assertThatThrownBy(() -> ManagementNetwork.Static.of(address, gateway, List.of()))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"255.0.255.0", "0.0.0.0", "255.255.255.255", "255.255.255.254", "/24"})
  void aNetmaskIsOne(String netmask) {
    assertThatThrownBy(() ->
            new ManagementNetwork.Static(
                "vmnic0", "192.0.2.10", netmask, null, List.of(), null, null))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be the netmask");
  }

  @Test
  void aPrefixLengthIsANetmask() {
    assertThat(ManagementNetwork.Static.of("10.1.2.3/9", null, List.of()).netmask())
        .isEqualTo("255.128.0.0");
    assertThat(ManagementNetwork.Static.of("10.1.2.1/30", "10.1.2.2", List.of()).netmask())
        .isEqualTo("255.255.255.252");
  }

  @Test
  void theInstallerTakesTwoNameServers() {
    assertThatThrownBy(() ->
            ManagementNetwork.Static.of(
                "192.0.2.10/24", null, List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")))
        .hasMessage("the installer takes two name servers at most, and there are 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mpx vmhba", "a\nb", "--firstdisk"})
  void aDiskIsOneWord(String device) {
    assertThatThrownBy(() -> new InstallDisk(device, false))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be a disk's name in ESXi");
  }

  private static KickstartBuilder kickstart(EsxiVersion esxi) {
    return Kickstart.builder(esxi, PasswordHash.ofCrypt(HASH)).acceptLicenseAgreement();
  }
}
