package dev.vireo.vmx.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {
  @ParameterizedTest
  @CsvSource({
    "scsi0, scsi, 0, -1, SCSI",
    "SCSI3:15, scsi, 3, 15, SCSI",
    "ide1:0, ide, 1, 0, IDE",
    "ide1, ide, 1, -1, IDE",
    "Ethernet10, ethernet, 10, -1, ETHERNET",
    "sharedFolder2, sharedfolder, 2, -1, SHARED_FOLDER",
    "serial999999999, serial, 999999999, -1, SERIAL",
    "ethernet0:1, ethernet, 0, 1,",
    "pciPassthru0, pcipassthru, 0, -1,"
  })
  void readsFamilyNumberAndUnit(
      String text, String family, int number, int unit, @Nullable DeviceKind kind) {
    DeviceName name = DeviceName.of(text, DeviceName.MOST_DIGITS);

    assertThat(name).isNotNull();
    assertThat(name).isEqualTo(new DeviceName(text, family, number, unit));
    assertThat(name.kind()).isEqualTo(kind);
    assertThat(DeviceName.ofKey(text + ".present")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scsi",
        "0",
        ":0",
        "scsi:0",
        "scsi0:",
        "scsi0:1:2",
        "scsi0x",
        "scsi-1",
        "scsi0:x",
        "sched.scsi0",
        "scsi1234567890",
        "scsi0:1234567890",
        "scsi0 ",
        "scsi\u0660"
      })
  void otherTextIsNoName(String text) {
    assertThat(DeviceName.of(text, DeviceName.MOST_DIGITS)).isNull();
  }

  @Test
  void boundsTheDigitsOfNumberAndUnit() {
    assertThat(DeviceName.of("scsi1234:1234", 4)).isNotNull();
    assertThat(DeviceName.of("scsi12345:0", 4)).isNull();
    assertThat(DeviceName.of("scsi0:12345", 4)).isNull();
  }

  @Test
  void aKeyWithoutADotIsOfNoDevice() {
    assertThat(DeviceName.ofKey("scsi0")).isNull();
    assertThat(DeviceName.ofKey(".encoding")).isNull();
  }
}
