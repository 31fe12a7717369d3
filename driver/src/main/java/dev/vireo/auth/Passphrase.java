package dev.vireo.auth;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks for the password. Its answer is held until {@link #clear()}. */
public final class Passphrase implements Credential {

  private final CredentialType type;
  private final String prompt;
  private final String challenge;
  private char @Nullable [] result;

  /**
   * @param type {@link CredentialType#PASSPHRASE} or {@link CredentialType#NOECHOPROMPT}
   * @param prompt the question
   * @param challenge name of the host that asks
   */
  public Passphrase(CredentialType type, String prompt, String challenge) {
    if (type == CredentialType.AUTHNAME) {
      throw new IllegalArgumentException("a user name is not a passphrase");
    }
    this.type = type;
    this.prompt = prompt;
    this.challenge = challenge;
  }

  @Override
  public CredentialType type() {
    return type;
  }

  @Override
  public String prompt() {
    return prompt;
  }

  @Override
  public String challenge() {
    return challenge;
  }

  /** Answers with a copy of the password; the caller may clear its own array. */
  public void answer(char[] passphrase) {
    clear();
    result = passphrase.clone();
  }

  /** A copy of the answer, or null when there is none yet; the caller clears the copy. */
  public char @Nullable [] result() {
    return result == null ? null : result.clone();
  }

  /** Overwrites and forgets the answer. */
  public void clear() {
    if (result != null) {
      Arrays.fill(result, '\0');
      result = null;
    }
  }
}
