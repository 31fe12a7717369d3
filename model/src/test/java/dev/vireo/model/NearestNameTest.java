package dev.vireo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({
    "list, list, 0",
    "LIST, list, 0",
    "list, LIST, 0",
    "lst, list, 1",
    "lisst, list, 1",
    "lost, list, 1",
    "lsit, list, 1",
    "slit, list, 2",
    "'', list, 4",
    "list, '', 4",
    "abcd, badc, 2",
    "ca, abc, 3",
  })
  void countsSlips(String typed, String meant, int slips) {
    assertThat(NearestName.slips(typed, meant)).isEqualTo(slips);
    assertThat(NearestName.slips(meant, typed)).isEqualTo(slips);
  }

  @Test
  void theFirstOfTheNamesWithTheFewestSlipsIsMeant() {
    assertThat(NearestName.of("dat", List.of("start", "cat", "dot")))
        .contains(new NearestName("cat", 1));
    assertThat(NearestName.of("dot", List.of("cat", "dots", "Dot")))
        .contains(new NearestName("Dot", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ab, b, 1",
    "ab, c, -1",
    "abcde, abcxy, -1",
    "abcdef, abcdxy, 2",
    "abcdef, abcxyz, -1"
  })
  void oneLetterInThreeMayBeWrong(String word, String name, int slips) {
    assertThat(NearestName.of(word, List.of(name)).map(NearestName::slips).orElse(-1))
        .isEqualTo(slips);
  }

  @Test
  void noNameIsMeantByAWordThatIsFarTooLong() {
    String name = "x".repeat(100);

    assertThat(NearestName.of(name, List.of(name))).isPresent();
    assertThat(NearestName.of(name + "x", List.of(name))).isEmpty();
    assertThat(NearestName.of("x".repeat(10_000_000), List.of(name, "list"))).isEmpty();
  }

  @Test
  void thereMayBeNoNames() {
    assertThat(NearestName.of("list", List.of())).isEmpty();
  }
}
