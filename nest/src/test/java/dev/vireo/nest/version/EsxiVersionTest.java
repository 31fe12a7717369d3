package dev.vireo.nest.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.internal.check.TableCheck;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsxiVersionTest {

  @ParameterizedTest
  @CsvSource({
    "5.5, V5_5",
    "6.0, V6_0",
    "6.5.0, V6_5",
    "6.7 U3, V6_7",
    "7, V7_0",
    "7.0u3c, V7_0",
    "7.0.3, V7_0",
    "7.0 Update 3, V7_0",
    "8.0U3e, V8_0",
    "ESXi 8.0.2, V8_0",
    "VMware ESXi 9.0.0, V9_0"
  })
  void aVersionIsReadAsPeopleWriteIt(String text, EsxiVersion version) {
    assertThat(EsxiVersion.parse(text)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4.1", "8.1", "6.7x", "eight", "8.0u", "-8"})
  void anUnknownVersionIsRefusedWithTheKnownOnes(String text) {
    assertThatThrownBy(() -> EsxiVersion.parse(text))
        .isInstanceOf(NestException.class)
        .hasMessage("'%s' is not an ESXi version that is known here", text)
        .extracting("hints")
        .isEqualTo(List.of("give one of 5.5, 6.0, 6.5, 6.7, 7.0, 8.0, 9.0"));
  }

  @ParameterizedTest
  @EnumSource
  void theDefaultsOfAVersionMeetNoObjection(EsxiVersion version) {
    assertThat(TableCheck.of(NestedHostSpec.builder("esxi-1", version).build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "V5_5, vmxnet3, bios, pc", "V6_0, e1000, bios, pc", "V6_5, vmxnet3, bios, pc",
    "V6_7, vmxnet3, bios, q35", "V7_0, vmxnet3, bios, pc", "V8_0, e1000e, uefi, q35",
    "V9_0, vmxnet3, uefi, q35"
  })
  void eachVersionHasItsCardFirmwareAndMachine(
      EsxiVersion version, String nic, String firmware, String machine) {
    assertThat(version.nic().preferred()).isEqualTo(nic);
    assertThat(version.firmware().preferred()).isEqualTo(firmware);
    assertThat(version.machine().preferred()).isEqualTo(machine);
  }
}
