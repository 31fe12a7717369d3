package dev.vireo.vim;

import java.time.Duration;

/**
 * The bound of a loop that goes on because of what the server answers. Every such loop of this
 * library has one: a round that was in vain spends some of it, and the pause before the next round
 * grows. Something new gives all of it back; time in which the server does its work, without
 * anything new, gives it back slowly, so that a task may take days and survive the end of its
 * session every half hour. For one thread.
 */
public final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** After so much time of good work a round in vain is forgiven. */
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

  private final int rounds;
  private int spent;
  private Duration good = Duration.ZERO;

  /**
   * @param rounds how many rounds in a row may be in vain; at least 1
   */
  public Patience(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("Not a number of rounds: " + rounds);
    }
    this.rounds = rounds;
  }

  /** Notes that the server gave something new. */
  public void gained() {
    spent = 0;
  }

  /**
   * Notes that the server did what was asked, though with nothing new.
   *
   * @param time how long it did
   */
  public void worked(Duration time) {
    good = good.plus(time);
    while (spent > 0 && good.compareTo(FORGIVEN_AFTER) >= 0) {
      good = good.minus(FORGIVEN_AFTER);
      spent--;
    }
    if (spent == 0) {
      good = Duration.ZERO;
    }
  }

  /**
   * Notes a round in vain.
   *
   * @return whether there may be another one, after the {@link #pause}
   */
  public boolean spend() {
    if (spent == rounds) {
      return false;
    }
    spent++;
    return true;
  }

  /** How many rounds were in vain. */
  public int spent() {
    return spent;
  }

  /** How long to pause now: not at all after the first round in vain, then longer each time. */
  public Duration pause() {
    if (spent <= 1) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(spent - 2, 16));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
