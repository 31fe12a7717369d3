package dev.vireo.auth;

/** One question about who the user is; {@link ConnectAuth#answer} answers it. */
public sealed interface Credential permits AuthName, Passphrase {

  /** What kind of answer is asked for. */
  CredentialType type();

  /** The question, ready to be shown, without a colon at its end. */
  String prompt();

  /** Name of the host that asks: it tells a host and its vCenter apart. */
  String challenge();
}
