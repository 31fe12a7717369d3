package dev.vireo.cli.grammar;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which word was meant by one that does not exist. */
final class Nearest {
  /** One slip in so many letters still makes a likely guess. */
  private static final int LETTERS_PER_SLIP = 3;

  private Nearest() {}

  /**
   * A word that may have been meant.
   *
   * @param slips how many lie between it and what was typed
   */
  record Guess(String word, int slips) {}

  /**
   * The candidate that takes the fewest slips: letters that are missing, too many, wrong, or
   * swapped with their neighbour.
   *
   * @return null when no candidate is likely
   */
  static @Nullable Guess guess(String word, List<String> candidates) {
    String typed = word.toLowerCase(Locale.ROOT);
    Guess nearest = null;
    int fewest = 1 + Math.max(1, typed.length() / LETTERS_PER_SLIP);
    for (String candidate : candidates) {
      int slips = slips(typed, candidate);
      if (slips < fewest) {
        fewest = slips;
        nearest = new Guess(candidate, slips);
      }
    }
    return nearest;
  }

  private static int slips(String typed, String meant) {
    int[][] least = new int[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int wrong = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
        least[i][j] =
            Math.min(least[i - 1][j - 1] + wrong, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == meant.charAt(j - 2)
            && typed.charAt(i - 2) == meant.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[typed.length()][meant.length()];
  }
}
