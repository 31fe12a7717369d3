package dev.vireo.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of several names was meant by one that is none of them. */
public final class NearestName {

  /** One slip in so many letters still makes a likely guess. */
  private static final int LETTERS_PER_SLIP = 3;

  /** No name is nearly as long, and the work grows with the length. */
  private static final int MAX_LENGTH = 100;

  private NearestName() {}

  /**
   * The name that takes the fewest slips: letters that are missing, too many, wrong, or swapped
   * with their neighbour.
   *
   * @return nothing when no name is likely
   */
  public static Optional<String> of(String word, List<String> names) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String typed = word.toLowerCase(Locale.ROOT);
    int fewest = 1 + Math.max(1, typed.length() / LETTERS_PER_SLIP);
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      int slips = slips(typed, name);
      if (slips < fewest) {
        fewest = slips;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  private static int slips(String typed, String meant) {
    int[][] least = new int[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : least(least, typed, i, meant, j);
      }
    }
    return least[typed.length()][meant.length()];
  }

  private static int least(int[][] least, String typed, int i, String meant, int j) {
    int wrong = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
    int slips =
        Math.min(least[i - 1][j - 1] + wrong, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == meant.charAt(j - 2)
            && typed.charAt(i - 2) == meant.charAt(j - 1);
    return swapped ? Math.min(slips, least[i - 2][j - 2] + 1) : slips;
  }
}
