package dev.vireo.cli.credentials;

import dev.vireo.auth.AuthName;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.Passphrase;
import dev.vireo.cli.Output;
import dev.vireo.cli.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Answers for user name and password what {@code VIREO_USER} and {@code VIREO_PASSWORD} say, and
 * asks the user for the rest. The driver has looked at the URI and at {@code auth.conf} before.
 * Nothing is ever taken from the command line, where {@code ps} would show it.
 */
public final class PromptingAuth implements ConnectAuth {
  private final Streams streams;
  private final Output output;
  private final Map<String, String> environment;

  /**
   * @param streams where to ask when there is no terminal
   * @param output flushed before a question appears
   * @param environment looked into before asking
   */
  public PromptingAuth(Streams streams, Output output, Map<String, String> environment) {
    this.streams = streams;
    this.output = output;
    this.environment = environment;
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
    String user = environment.get("VIREO_USER");
    if (user == null) {
      user = prompt().line(name.prompt() + ": ");
    }
    if (user != null) {
      name.answer(user);
    }
  }

  private void answerPassphrase(Passphrase passphrase) {
    String fromEnvironment = environment.get("VIREO_PASSWORD");
    char[] secret =
        fromEnvironment != null
            ? fromEnvironment.toCharArray()
            : prompt().secret(passphrase.prompt() + ": ");
    if (secret != null) {
      passphrase.answer(secret);
      Arrays.fill(secret, '\0');
    }
  }

  private Prompt prompt() {
    output.flush();
    return Prompt.of(streams);
  }
}
