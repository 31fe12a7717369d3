package dev.vireo.interop.process;

import java.nio.file.Path;

/** The clients from elsewhere, set up to talk to one server. */
public final class Clients {
  private Clients() {}

  /**
   * Returns govc for a server over TLS, without certificate verification. Each run logs in and out.
   * Otherwise it is as it comes, and speaks its own newest version of the API whatever the server
   * has.
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

  /**
   * Returns C virsh for a server.
   *
   * @param uri the connection URI
   * @param authFile the auth.conf with user and password
   * @return the command
   */
  public static Command virsh(String uri, Path authFile) {
    return Command.of(ForeignProgram.VIRSH)
        .leading("-c", uri)
        .with("LIBVIRT_AUTH_FILE", authFile.toString());
  }

  /**
   * Returns a Python script that uses pyVmomi.
   *
   * @param script the file
   * @param password the password that the script finds in its environment
   * @return the command
   */
  public static Command pyvmomi(Path script, String password) {
    return Command.of(ForeignProgram.PYVMOMI).leading(script.toString()).with("PASSWORD", password);
  }

  /**
   * Returns a Python script that uses python3-libvirt.
   *
   * @param script the file
   * @param uri the connection URI, its first argument
   * @param password the password that the script finds in its environment
   * @return the command
   */
  public static Command pythonLibvirt(Path script, String uri, String password) {
    return Command.of(ForeignProgram.PYTHON_LIBVIRT)
        .leading(script.toString(), uri)
        .with("PASSWORD", password);
  }
}
