package dev.vireo.cli.credentials;

import dev.vireo.auth.AuthName;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.Passphrase;
import dev.vireo.cli.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers for user name and password what {@code VIREO_USER} and {@code VIREO_PASSWORD} say, and
 * asks the user for the rest. The driver has looked at the URI and at {@code auth.conf} before.
 * Nothing is ever taken from the command line, where {@code ps} would show it.
 */
public final class PromptingAuth implements ConnectAuth {
  private static final String USER = "VIREO_USER";
  private static final String PASSWORD = "VIREO_PASSWORD";
  private static final int MAX_REPEATS = 2;

  private final Streams streams;
  private final Map<String, String> environment;
  private @Nullable String unanswered;
  private boolean promptedForPassword;

  private PromptingAuth(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
  }

  /**
   * Asks on the terminal, or else on these streams.
   *
   * @param environment looked into before asking
   */
  public static PromptingAuth on(Streams streams, Map<String, String> environment) {
    return new PromptingAuth(streams, environment);
  }

  @Override
  public void answer(List<Credential> credentials) {
    for (Credential credential : credentials) {
      if (credential instanceof AuthName name) {
        answerName(name);
      } else if (credential instanceof Passphrase passphrase) {
        answerPassphrase(passphrase);
      }
    }
  }

  private void answerName(AuthName name) {
    String user = environment.get(USER);
    if (user == null) {
      user = prompt().line(name.prompt() + ": ");
    }
    if (user == null) {
      unanswered = USER;
      return;
    }
    name.answer(user);
  }

  private void answerPassphrase(Passphrase passphrase) {
    String fromEnvironment = environment.get(PASSWORD);
    promptedForPassword = fromEnvironment == null;
    char[] secret =
        fromEnvironment != null
            ? fromEnvironment.toCharArray()
            : prompt().secret(passphrase.prompt() + ": ");
    if (secret == null) {
      unanswered = PASSWORD;
      return;
    }
    passphrase.answer(secret);
    Arrays.fill(secret, '\0');
  }

  /** Somebody who mistypes a password gets two more chances; a script gets none. */
  @Override
  public boolean asksAgain(int refusals) {
    Prompt terminal = promptedForPassword ? Prompt.onTerminal(streams) : null;
    if (terminal == null || refusals > MAX_REPEATS) {
      return false;
    }
    terminal.show("The host does not accept this user name and password.\n");
    return true;
  }

  /** Which variable would have answered what nobody did; empty when all has been answered. */
  public String hint() {
    return unanswered == null ? "" : "the variable " + unanswered + " answers this, too";
  }

  private Prompt prompt() {
    streams.out().flush();
    return Prompt.of(streams);
  }
}
