package dev.vireo.auth;

/**
 * What kind of answer a {@link Credential} asks for, with libvirt's numbers ({@code
 * virConnectCredentialType}).
 */
public enum CredentialType {
  /** A user name; may be shown while it is typed. */
  AUTHNAME(2),
  /** A secret that must not be shown. */
  PASSPHRASE(5),
  /** Any answer that must not be shown; asked for where passphrases are not supported. */
  NOECHOPROMPT(7);

  private final int number;

  CredentialType(int number) {
    this.number = number;
  }

  /** libvirt's number of this type. */
  public int number() {
    return number;
  }
}
