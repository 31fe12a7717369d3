package dev.vireo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeUnitTest {

  @ParameterizedTest
  @CsvSource({
    "b, 1",
    "byte, 1",
    "bytes, 1",
    "KB, 1000",
    "k, 1024",
    "K, 1024",
    "KiB, 1024",
    "kib, 1024",
    "MB, 1000000",
    "mB, 1000000",
    "M, 1048576",
    "MiB, 1048576",
    "GB, 1000000000",
    "g, 1073741824",
    "GiB, 1073741824",
    "TB, 1000000000000",
    "T, 1099511627776",
    "TiB, 1099511627776",
    "PB, 1000000000000000",
    "P, 1125899906842624",
    "PiB, 1125899906842624",
    "EB, 1000000000000000000",
    "E, 1152921504606846976",
    "eIb, 1152921504606846976",
  })
  void unitsHaveLibvirtsNames(String name, long bytes) {
    SizeUnit unit = SizeUnit.of(name);
    assertThat(unit).isNotNull();
    assertThat(unit.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ki", "kibi", "x", "KIBB", "byt", "m b", "z", "ZB"})
  void otherNamesAreNoUnits(String name) {
    assertThat(SizeUnit.of(name)).isNull();
  }

  @Test
  void whatDoesNotFitIsAnError() {
    assertThat(SizeUnit.EIB.toBytes(7)).isEqualTo(7L << 60);
    assertThatThrownBy(() -> SizeUnit.EIB.toBytes(8)).isInstanceOf(ArithmeticException.class);
  }
}
