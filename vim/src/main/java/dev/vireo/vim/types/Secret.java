package dev.vireo.vim.types;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * A password on its way to the server. Its text never shows in {@link #toString()}, so that a
 * record that holds it can be logged, and it can be wiped.
 */
public final class Secret {

  private final char[] chars;

  /**
   * @param chars the secret; copied
   */
  public Secret(char[] chars) {
    this.chars = chars.clone();
  }

  /**
   * A secret that is read from a message (server side).
   *
   * @param text the secret
   */
  public static Secret of(String text) {
    return new Secret(text.toCharArray());
  }

  /** A view of the secret, which changes when it is wiped. */
  public CharSequence text() {
    return CharBuffer.wrap(chars).asReadOnlyBuffer();
  }

  /** A copy of the secret; the caller wipes it. */
  public char[] copy() {
    return chars.clone();
  }

  /** Overwrites the secret with zeros. */
  public void wipe() {
    Arrays.fill(chars, '\0');
  }

  /** Compares in time that depends on the lengths only. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Secret secret) || secret.chars.length != chars.length) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < chars.length; i++) {
      difference |= chars[i] ^ secret.chars[i];
    }
    return difference == 0;
  }

  @Override
  public int hashCode() {
    return chars.length;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
