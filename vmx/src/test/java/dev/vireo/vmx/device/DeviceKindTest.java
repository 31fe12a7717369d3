package dev.vireo.vmx.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceKindTest {
  /** Sources: VMware's configuration maximums; libvirt's vmx.c for what is read and the units. */
  @ParameterizedTest
  @CsvSource({
    // kind, since, most before 7, most, read, units before 13, units
    "SCSI, 0, 4, 4, 4, 16, 65",
    "SATA, 10, 4, 4, 4, 30, 30",
    "NVME, 13, 4, 4, 4, 15, 15",
    "IDE, 0, 2, 2, 2, 2, 2",
    "FLOPPY, 0, 2, 2, 2, 0, 0",
    "ETHERNET, 0, 4, 10, 10, 0, 0",
    "SERIAL, 0, 32, 32, 4, 0, 0",
    "PARALLEL, 0, 3, 3, 3, 0, 0"
  })
  void knowsWhatEachVersionOfTheHardwareHas(
      DeviceKind kind, int since, int old, int most, int read, int units, int wideUnits) {
    assertThat(kind.since()).isEqualTo(since);
    assertThat(kind.most(6)).isEqualTo(old);
    assertThat(kind.most(7)).isEqualTo(most);
    assertThat(kind.mostRead()).isEqualTo(read);
    assertThat(kind.unitsEnd(12)).isEqualTo(units);
    assertThat(kind.unitsEnd(13)).isEqualTo(wideUnits);
  }

  @ParameterizedTest
  @EnumSource
  void findsAKindByWhatItsKeysStartWith(DeviceKind kind) {
    String text = kind.hasUnits() ? kind.name(1, 2) : kind.name(1);
    DeviceName name = DeviceName.ofKey(text + ".present");

    assertThat(name).isNotNull();
    assertThat(name.kind()).isEqualTo(kind);
    assertThat(DeviceKind.ofFamily(kind.family())).isEqualTo(kind);
    assertThat(Pattern.matches(kind.pattern(), text.toLowerCase(Locale.ROOT))).isTrue();
  }

  @Test
  void aFolderIsNoHardwareAndAChannelIsAlwaysThere() {
    assertThat(DeviceKind.values())
        .filteredOn(kind -> !kind.isHardware())
        .containsExactly(DeviceKind.SHARED_FOLDER);
    assertThat(DeviceKind.values())
        .filteredOn(DeviceKind::isAlwaysThere)
        .containsExactly(DeviceKind.IDE);
  }
}
