package dev.vireo.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience(10);

  @Test
  void pausesGrowUpToALimitAndThenThereIsNoMore() {
    List<Long> pauses = new ArrayList<>();
    while (patience.spend()) {
      pauses.add(patience.pause().toMillis());
    }
    assertThat(pauses)
        .containsExactly(0L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L, 5_000L);
  }

  @Test
  void somethingNewGivesAllBack() {
    while (patience.spend()) {
      assertThat(patience.spent()).isPositive();
    }
    patience.gained();

    assertThat(patience.spent()).isZero();
    assertThat(patience.spend()).isTrue();
  }

  @Test
  void goodWorkGivesBackSlowly() {
    patience.spend();
    patience.spend();
    patience.worked(Duration.ofSeconds(59));
    assertThat(patience.spent()).isEqualTo(2);
    patience.worked(Duration.ofSeconds(1));
    assertThat(patience.spent()).isEqualTo(1);
    patience.worked(Duration.ofDays(1));
    patience.spend();
    assertThat(patience.spent()).as("is not saved up").isEqualTo(1);
  }

  @Test
  void noneAtAllIsAMistake() {
    assertThatThrownBy(() -> new Patience(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
