package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a kickstart file says of root's password: its crypt hash, with which a password can be tried
 * but not read. It is still a secret, since short passwords are found by trying, and is not shown
 * by {@link #toString}.
 */
public final class PasswordHash {

  private static final Pattern CRYPT =
      Pattern.compile("\\$6\\$(rounds=[0-9]{4,9}\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{86}");
  private static final int SALT_CHARACTERS = 16;
  private static final String SALT_ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final String crypt;

  private PasswordHash(String crypt) {
    this.crypt = crypt;
  }

  /**
   * Hashes a password by SHA-512 crypt with a random salt. Whether ESXi finds the password good
   * enough shows only there: its default wants seven characters or more of three or four kinds.
   *
   * @param password the password; it is overwritten, also when this fails
   * @throws NestException if it is empty or has a character that cannot be typed, such as a line
   *     break
   */
  public static PasswordHash of(char[] password) {
    // UTF-8 takes three bytes at most for a char of Java.
    byte[] room = new byte[3 * password.length];
    byte[] bytes = new byte[0];
    try {
      requireTypeable(password);
      ByteBuffer encoded = ByteBuffer.wrap(room);
      CoderResult result =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), encoded, true);
      if (result.isError()) {
        throw new NestException("root's password has half a character: nobody could type it");
      }
      bytes = Arrays.copyOf(room, encoded.position());
      return new PasswordHash(Sha512Crypt.hash(bytes, salt(), Sha512Crypt.DEFAULT_ROUNDS));
    } finally {
      Arrays.fill(room, (byte) 0);
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(password, '\0');
    }
  }

  /**
   * Takes a hash that was made elsewhere, such as by {@code openssl passwd -6}.
   *
   * @param crypt a hash of SHA-512 crypt, {@code $6$salt$...}
   * @throws NestException if it is not one; the message does not repeat it
   */
  public static PasswordHash ofCrypt(String crypt) {
    if (!CRYPT.matcher(crypt).matches()) {
      throw new NestException(
              "the hash of root's password is not one of SHA-512 crypt ($6$SALT$HASH)")
          .withHint("make one with `openssl passwd -6`, or give the password");
    }
    return new PasswordHash(crypt);
  }

  /** The hash as {@code crypt(3)} writes it. For a kickstart file, and nothing else. */
  public String crypt() {
    return crypt;
  }

  private static void requireTypeable(char[] password) {
    if (password.length == 0) {
      throw new NestException("root's password is empty: ESXi wants one");
    }
    for (char character : password) {
      if (Character.isISOControl(character)) {
        throw new NestException(
            "root's password has a control character, such as a line break at its end: nobody could type it");
      }
    }
  }

  private static String salt() {
    SecureRandom random = new SecureRandom();
    StringBuilder salt = new StringBuilder();
    for (int i = 0; i < SALT_CHARACTERS; i++) {
      salt.append(SALT_ALPHABET.charAt(random.nextInt(SALT_ALPHABET.length())));
    }
    return salt.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PasswordHash hash && hash.crypt.equals(crypt);
  }

  @Override
  public int hashCode() {
    return crypt.hashCode();
  }

  /** Says that there is a hash, without it. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
