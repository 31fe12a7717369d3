package dev.vireo.internal.esx;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Numeric addresses of servers. */
public final class ServerAddress {

  private ServerAddress() {}

  /**
   * The first address of a name.
   *
   * @throws UnknownHostException when it has none
   */
  public static String of(String name) throws UnknownHostException {
    return InetAddress.getByName(name).getHostAddress();
  }

  /** The first address of a name, or the name where nobody here knows one, as behind a proxy. */
  public static String orName(String name) {
    try {
      return of(name);
    } catch (UnknownHostException e) {
      return name;
    }
  }
}
