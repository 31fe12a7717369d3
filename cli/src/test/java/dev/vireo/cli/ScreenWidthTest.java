package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal says of its size. */
class ScreenWidthTest {

  @ParameterizedTest
  @CsvSource({"24 132, 132", "'50 40\n', 40", "0 0, 80", "'', 80", "stty: no, 80", "24 -1, 80"})
  void aWidthThatIsNotSaidIsTheUsualOne(String size, int columns) {
    assertThat(ScreenWidth.columns(size)).isEqualTo(columns);
  }
}
