package dev.vireo.interop.process;

/** The clients from elsewhere, set up to talk to one server. */
public final class Clients {
  private Clients() {}

  /**
   * Returns govc for a server over TLS, without certificate verification. Each run logs in and out.
   *
   * @param authority the server's host and port
   * @param user the user name
   * @param password its password
   * @return the command
   */
  public static Command govc(String authority, String user, String password) {
    return Command.of(ForeignProgram.GOVC)
        .with("GOVC_URL", "https://" + authority + "/sdk")
        .with("GOVC_USERNAME", user)
        .with("GOVC_PASSWORD", password)
        .with("GOVC_INSECURE", "true")
        .with("GOVC_PERSIST_SESSION", "false");
  }
}
