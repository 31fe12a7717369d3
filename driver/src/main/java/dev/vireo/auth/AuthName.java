package dev.vireo.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for the user name. */
public final class AuthName implements Credential {

  private final String prompt;
  private final String challenge;
  private final String defaultResult;
  private @Nullable String result;

  /**
   * @param prompt the question
   * @param challenge name of the host that asks
   * @param defaultResult the name to take when the user just presses return
   */
  public AuthName(String prompt, String challenge, String defaultResult) {
    this.prompt = prompt;
    this.challenge = challenge;
    this.defaultResult = defaultResult;
  }

  @Override
  public CredentialType type() {
    return CredentialType.AUTHNAME;
  }

  @Override
  public String prompt() {
    return prompt;
  }

  @Override
  public String challenge() {
    return challenge;
  }

  /** The name to take when the user just presses return. */
  public String defaultResult() {
    return defaultResult;
  }

  /** Answers; the empty name stands for {@link #defaultResult()}. */
  public void answer(String userName) {
    result = Objects.requireNonNull(userName).isEmpty() ? defaultResult : userName;
  }

  /** The answer, or null when there is none yet. */
  public @Nullable String result() {
    return result;
  }
}
