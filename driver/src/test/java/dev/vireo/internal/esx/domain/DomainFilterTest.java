package dev.vireo.internal.esx.domain;

import static dev.vireo.DomainState.NOSTATE;
import static dev.vireo.flag.DomainListFlag.ACTIVE;
import static dev.vireo.flag.DomainListFlag.AUTOSTART;
import static dev.vireo.flag.DomainListFlag.HAS_CHECKPOINT;
import static dev.vireo.flag.DomainListFlag.HAS_SNAPSHOT;
import static dev.vireo.flag.DomainListFlag.INACTIVE;
import static dev.vireo.flag.DomainListFlag.MANAGEDSAVE;
import static dev.vireo.flag.DomainListFlag.NO_AUTOSTART;
import static dev.vireo.flag.DomainListFlag.NO_CHECKPOINT;
import static dev.vireo.flag.DomainListFlag.NO_MANAGEDSAVE;
import static dev.vireo.flag.DomainListFlag.NO_SNAPSHOT;
import static dev.vireo.flag.DomainListFlag.OTHER;
import static dev.vireo.flag.DomainListFlag.PAUSED;
import static dev.vireo.flag.DomainListFlag.PERSISTENT;
import static dev.vireo.flag.DomainListFlag.RUNNING;
import static dev.vireo.flag.DomainListFlag.SHUTOFF;
import static dev.vireo.flag.DomainListFlag.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.DomainState;
import dev.vireo.flag.DomainListFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainFilterTest {

  private static final List<DomainState> STATES =
      List.of(DomainState.RUNNING, DomainState.PAUSED, DomainState.SHUTOFF, NOSTATE);

  @Test
  void statesPassByActivityAndByState() {
    assertThat(passing()).isEqualTo(STATES);
    assertThat(passing(ACTIVE)).containsExactly(DomainState.RUNNING, DomainState.PAUSED, NOSTATE);
    assertThat(passing(INACTIVE)).containsExactly(DomainState.SHUTOFF);
    assertThat(passing(ACTIVE, INACTIVE)).isEqualTo(STATES);
    assertThat(passing(RUNNING)).containsExactly(DomainState.RUNNING);
    assertThat(passing(PAUSED)).containsExactly(DomainState.PAUSED);
    assertThat(passing(SHUTOFF)).containsExactly(DomainState.SHUTOFF);
    assertThat(passing(OTHER)).containsExactly(NOSTATE);
    assertThat(passing(RUNNING, SHUTOFF)).containsExactly(DomainState.RUNNING, DomainState.SHUTOFF);
    assertThat(passing(ACTIVE, PAUSED, SHUTOFF)).containsExactly(DomainState.PAUSED);
    assertThat(passing(INACTIVE, RUNNING)).isEmpty();
  }

  @Test
  void whatVmwareHostsNeverHaveExcludesAll() {
    assertThat(filter(TRANSIENT).excludesAll()).isTrue();
    assertThat(filter(MANAGEDSAVE).excludesAll()).isTrue();
    assertThat(filter(HAS_CHECKPOINT).excludesAll()).isTrue();
    assertThat(filter(TRANSIENT, PERSISTENT).excludesAll()).isFalse();
    assertThat(filter(MANAGEDSAVE, NO_MANAGEDSAVE).excludesAll()).isFalse();
    assertThat(filter(HAS_CHECKPOINT, NO_CHECKPOINT).excludesAll()).isFalse();
    assertThat(filter(PERSISTENT, NO_MANAGEDSAVE, NO_CHECKPOINT).excludesAll()).isFalse();
    assertThat(filter().excludesAll()).isFalse();
  }

  @Test
  void snapshotsAndAutomaticStartsAreAskedForOnlyWhenTheyMatter() {
    assertThat(filter(ACTIVE).asksForSnapshots()).isFalse();
    assertThat(filter(ACTIVE).asksForAutostart()).isFalse();
    assertThat(filter(NO_SNAPSHOT).asksForSnapshots()).isTrue();
    assertThat(filter(NO_AUTOSTART).asksForAutostart()).isTrue();
  }

  @Test
  void snapshotsAndAutomaticStartsDecide() {
    assertThat(admits(filter(HAS_SNAPSHOT), true, false)).isTrue();
    assertThat(admits(filter(HAS_SNAPSHOT), false, false)).isFalse();
    assertThat(admits(filter(NO_SNAPSHOT), true, false)).isFalse();
    assertThat(admits(filter(HAS_SNAPSHOT, NO_SNAPSHOT), false, false)).isTrue();
    assertThat(admits(filter(AUTOSTART), false, true)).isTrue();
    assertThat(admits(filter(AUTOSTART), false, false)).isFalse();
    assertThat(admits(filter(NO_AUTOSTART), false, false)).isTrue();
    assertThat(admits(filter(AUTOSTART, HAS_SNAPSHOT), true, false)).isFalse();
  }

  private static boolean admits(DomainFilter filter, boolean snapshot, boolean autostart) {
    return filter.admits(DomainState.RUNNING, () -> snapshot, () -> autostart);
  }

  private static List<DomainState> passing(DomainListFlag... flags) {
    DomainFilter filter = filter(flags);
    return STATES.stream().filter(state -> filter.admits(state, () -> false, () -> false)).toList();
  }

  private static DomainFilter filter(DomainListFlag... flags) {
    return new DomainFilter(Set.copyOf(Arrays.asList(flags)));
  }
}
