package dev.vireo.auth;

import java.util.List;

/**
 * Gives user name and password when a host asks for them ({@code virConnectAuth}). It is asked only
 * for what neither the URI nor {@code auth.conf} holds.
 */
public interface ConnectAuth {

  /** Whether {@link #answer} can answer credentials of this type; all by default. */
  default boolean supports(CredentialType type) {
    return true;
  }

  /**
   * Answers the credentials, which all have types that are supported. Leaving one without an answer
   * means that the user refused, and the connection fails.
   */
  void answer(List<Credential> credentials);

  /**
   * Whether {@link #answer} is to be asked once more for a password that the host refused. Asked
   * only when the password came from there. False by default: the same answer would be refused
   * again, and hosts lock users out who fail too often.
   *
   * @param refusals how many passwords the host has refused so far, from 1
   */
  default boolean asksAgain(int refusals) {
    return false;
  }

  /**
   * Always answers with this user and password.
   *
   * @param password copied; the copy lives as long as the result
   */
  static ConnectAuth of(String userName, char[] password) {
    char[] copy = password.clone();
    return credentials -> {
      for (Credential credential : credentials) {
        switch (credential) {
          case AuthName name -> name.answer(userName);
          case Passphrase passphrase -> passphrase.answer(copy);
        }
      }
    };
  }

  /** Never answers: only what URI and {@code auth.conf} hold is used. */
  static ConnectAuth unattended() {
    return credentials -> {};
  }
}
