package dev.vireo.vmx.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.VmxTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareVersionsTest {

  @ParameterizedTest
  @CsvSource({
    "ESX, 3.5.0, 4",
    "ESX, 4.0, 7",
    "ESX, 4.1.0, 7",
    "ESX, 5.0, 8",
    "ESX, 5.1.0, 9",
    "ESX, 5.5.0, 10",
    "ESX, 6.0, 11",
    "ESX, 6.5.0, 13",
    "ESX, 6.7.0, 14",
    "ESX, 6.7.3, 15",
    "ESX, 7.0.0, 17",
    "ESX, 7.0.1, 18",
    "ESX, 7.0.3, 19",
    "ESX, 8.0.1, 20",
    "ESX, 8.0.3, 21",
    "ESX, 9.0.0.0, 22",
    "ESX, 10.0, 22",
    "VCENTER, 8.0.2, 21",
    "GSX, 2.0.1, 7",
    "WORKSTATION, 6.5, 7",
    "WORKSTATION, 16.2.4, 19",
    "WORKSTATION, 17.5.1, 21",
    "FUSION, 5.0, 9",
    "FUSION, 13.5, 21"
  })
  void theNewestOfAProductIsKnown(VmwareProduct product, String version, int expected) {
    assertThat(HardwareVersions.newestOf(product, version)).isEqualTo(expected);
    assertThat(expected).isBetween(HardwareVersions.OLDEST, HardwareVersions.NEWEST);
    assertThat(VmxTarget.of(product, version).hardwareVersion()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GSX, 2.0.0, 7", "ESX, 3.5.0, 4", "VCENTER, 2.5.0, 4", "ESX, 4.1.0, 7", "ESX, 5.0.0, 9",
    "ESX, 5.1.0, 9", "ESX, 5.5.0, 10", "ESX, 6.7.0, 10", "ESX, 7.0.3, 8", "ESX, 8.0.2, 8"
  })
  void theVersionThatLibvirtChoosesIsKnown(VmwareProduct product, String version, int expected) {
    assertThat(HardwareVersions.asLibvirt(product, version)).isEqualTo(expected);
  }

  @Test
  void whatIsNoVersionIsRefused() {
    assertThatThrownBy(() -> HardwareVersions.newestOf(VmwareProduct.ESX, "latest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latest");
  }

  @Test
  void aTargetBelowTheOldestHardwareIsRefused() {
    assertThatThrownBy(() -> VmxTarget.ofHardwareVersion(3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
