package dev.vireo.nest.install;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The password hash with the prefix {@code $6$}, as Ulrich Drepper's "Unix crypt using SHA-256 and
 * SHA-512" (https://www.akkadia.org/drepper/SHA-crypt.txt) describes it. Step numbers are those of
 * that text.
 */
final class Sha512Crypt {

  /** Rounds of a hash that names none. */
  static final int DEFAULT_ROUNDS = 5000;

  private static final int DIGEST = 64;
  private static final int MAX_SALT = 16;
  private static final String PREFIX = "$6$";
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final MessageDigest sha512;
  private final byte[] key;
  private final byte[] salt;

  private Sha512Crypt(byte[] key, byte[] salt) {
    try {
      this.sha512 = MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-512", e);
    }
    this.key = key;
    this.salt = salt;
  }

  /**
   * Hashes a password.
   *
   * @param key the password's bytes; they stay as they are
   * @param salt of which up to 16 characters count
   * @param rounds 1000 to 999999999
   */
  static String hash(byte[] key, String salt, int rounds) {
    if (rounds < 1000 || rounds > 999_999_999) {
      throw new IllegalArgumentException("rounds: " + rounds);
    }
    String used = salt.substring(0, Math.min(MAX_SALT, salt.length()));
    Sha512Crypt crypt = new Sha512Crypt(key, used.getBytes(StandardCharsets.US_ASCII));
    String named = rounds == DEFAULT_ROUNDS ? "" : "rounds=%d$".formatted(rounds);
    return PREFIX + named + used + "$" + crypt.encoded(rounds);
  }

  private String encoded(int rounds) {
    byte[] a = first();
    byte[] p = sequence(keyDigest(), key.length);
    byte[] s = sequence(saltDigest(a), salt.length);
    // Step 21.
    byte[] c = a;
    for (int round = 0; round < rounds; round++) {
      boolean odd = (round & 1) == 1;
      sha512.update(odd ? p : c);
      if (round % 3 != 0) {
        sha512.update(s);
      }
      if (round % 7 != 0) {
        sha512.update(p);
      }
      sha512.update(odd ? c : p);
      c = sha512.digest();
    }
    Arrays.fill(p, (byte) 0);
    return encode(c);
  }

  /** Steps 1 to 12: digest A. */
  private byte[] first() {
    sha512.update(key);
    sha512.update(salt);
    sha512.update(key);
    byte[] b = sha512.digest();

    sha512.update(key);
    sha512.update(salt);
    sha512.update(sequence(b, key.length));
    for (int bits = key.length; bits > 0; bits >>= 1) {
      sha512.update((bits & 1) == 1 ? b : key);
    }
    return sha512.digest();
  }

  /** Steps 13 to 15: digest DP. */
  private byte[] keyDigest() {
    for (int i = 0; i < key.length; i++) {
      sha512.update(key);
    }
    return sha512.digest();
  }

  /** Steps 17 to 19: digest DS. */
  private byte[] saltDigest(byte[] a) {
    int times = 16 + (a[0] & 0xFF);
    for (int i = 0; i < times; i++) {
      sha512.update(salt);
    }
    return sha512.digest();
  }

  /** A digest again and again, and the beginning of one, until the length is reached. */
  private static byte[] sequence(byte[] digest, int length) {
    byte[] sequence = new byte[length];
    for (int at = 0; at < length; at += DIGEST) {
      System.arraycopy(digest, 0, sequence, at, Math.min(DIGEST, length - at));
    }
    return sequence;
  }

  /** Step 22: three bytes make four characters, the lowest bits first. */
  private static String encode(byte[] digest) {
    StringBuilder text = new StringBuilder();
    int a = 0;
    int b = 21;
    int c = 42;
    for (int group = 0; group < 21; group++) {
      append(text, digest[a], digest[b], digest[c], 4);
      int next = b + 1;
      b = c + 1;
      c = a + 1;
      a = next;
    }
    append(text, (byte) 0, (byte) 0, digest[DIGEST - 1], 2);
    return text.toString();
  }

  private static void append(StringBuilder text, byte high, byte middle, byte low, int characters) {
    int bits = ((high & 0xFF) << 16) | ((middle & 0xFF) << 8) | (low & 0xFF);
    for (int i = 0; i < characters; i++) {
      text.append(ALPHABET.charAt(bits & 0x3F));
      bits >>= 6;
    }
  }
}
