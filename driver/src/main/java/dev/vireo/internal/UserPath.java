package dev.vireo.internal;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files that users have written somewhere. */
public final class UserPath {

  private UserPath() {}

  /**
   * The path of a name.
   *
   * @param origin where the name stands, for the message
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when no file can be called so
   */
  public static Path of(String name, String origin) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG, origin + " names a file that cannot be: " + e.getReason())
          .domain(ErrorDomain.CONF)
          .cause(e)
          .build();
    }
  }

  /** The directory of a user's configuration: {@code XDG_CONFIG_HOME}, else below the home. */
  public static Path configuration(String xdgConfigHome, Path home) {
    return xdgConfigHome.isEmpty()
        ? home.resolve(".config")
        : of(xdgConfigHome, "the variable XDG_CONFIG_HOME");
  }
}
