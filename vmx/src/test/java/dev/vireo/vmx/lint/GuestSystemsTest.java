package dev.vireo.vmx.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vmx.internal.lint.GuestSystems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestSystemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other",
        "other-64",
        "winxppro",
        "winXPPro-64",
        "winnetenterprise-64",
        "longhorn",
        "WINVISTA",
        "windows7srv-64",
        "windows9",
        "windows9srv-64",
        "windows2019srvnext-64",
        "windows2022srvNext-64",
        "windows11-64",
        "windows12-64",
        "winServer2008Standard-64",
        "winVistaUltimate-32",
        "rhel10-64",
        "centos9-64",
        "rockylinux-64",
        "almalinux-64",
        "debian13-64",
        "ubuntu",
        "sles16-64",
        "oraclelinux10-64",
        "other7xlinux-64",
        "vmware-photon-64",
        "amazonlinux3-64",
        "freebsd15-64",
        "darwin23-64",
        "vmkernel65",
        "vmkernel9",
        "crxpod1-64",
        "dos",
        "os2",
        "solaris11-64",
        "netware6",
        "arm-ubuntu-64",
        "arm-windows11-64",
        "arm-rhel9-64",
        "arm-other6xlinux-64",
        "ARM-debian12-64",
        "arm-other-64"
      })
  void knowsWhatVmwareWrites(String name) {
    assertThat(GuestSystems.isKnown(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "windows10-64, windows9-64",
    "windows2022srv-64, windows2019srvNext-64",
    "windows2025srv-64, windows2022srvNext-64",
    "ubuntu64, ubuntu-64",
    "ubuntu64Guest, ubuntu-64",
    "rhel9_64Guest, rhel9-64",
    "otherGuest64, other-64",
    "windows9Server64Guest, windows9srv-64",
    "windows2019srvNext_64Guest, windows2019srvNext-64",
    "vmkernel8Guest, vmkernel8",
    "debain12-64, debian12-64",
    "rhel11-64, rhel10-64",
    "arm-ubuntu, arm-ubuntu-64",
    "arm-debian12, arm-debian12-64",
    "plan9-from-outer-space, other-64",
    "'', other-64"
  })
  void namesTheNearestOfOthers(String name, String nearest) {
    assertThat(GuestSystems.isKnown(name)).isFalse();
    assertThat(GuestSystems.nearest(name)).isEqualTo(nearest);
  }
}
