package dev.vireo.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses which of several names was meant by a word that is none of them, whatever their case.
 *
 * @param name the name
 * @param slips how many slips lie between it and the word
 */
public record NearestName(String name, int slips) {

  /** One slip in so many letters still makes a likely guess. */
  private static final int LETTERS_PER_SLIP = 3;

  /** No name is nearly as long, and the work grows with the length. */
  private static final int MAX_LENGTH = 100;

  /**
   * The name that takes the fewest slips; of several the first.
   *
   * @return nothing when no name is likely
   */
  public static Optional<NearestName> of(String word, Collection<String> names) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    NearestName nearest = null;
    int fewest = 1 + Math.max(1, word.length() / LETTERS_PER_SLIP);
    for (String name : names) {
      int slips = slips(word, name);
      if (slips < fewest) {
        fewest = slips;
        nearest = new NearestName(name, slips);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * How many slips make one word of another: letters that are missing, too many, wrong, or swapped
   * with their neighbour.
   */
  public static int slips(String typed, String meant) {
    String from = typed.toLowerCase(Locale.ROOT);
    String to = meant.toLowerCase(Locale.ROOT);
    int[][] least = new int[3][to.length() + 1]; // rows of the last two letters and of this one
    for (int i = 0; i <= from.length(); i++) {
      int[] row = least[i % 3];
      int[] above = least[(i + 2) % 3];
      int[] twoAbove = least[(i + 1) % 3];
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          row[j] = i + j;
          continue;
        }
        int wrong = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + wrong, 1 + Math.min(above[j], row[j - 1]));
        if (isSwapped(from, i, to, j)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
    }
    return least[from.length() % 3][to.length()];
  }

  private static boolean isSwapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
