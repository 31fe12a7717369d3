package dev.vireo.auth;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.internal.BoundedFile;
import dev.vireo.internal.UserPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's file of credentials, {@code auth.conf}. A section {@code [auth-SERVICE-HOST]}, or
 * {@code [auth-SERVICE-default]} for hosts without their own, names a section {@code
 * [credentials-NAME]}, which holds {@code username} and {@code password}.
 *
 * <pre>
 * [credentials-lab]
 * username=root
 * password=secret
 *
 * [auth-esx-esx1.example.com]
 * credentials=lab
 * </pre>
 *
 * <p>An instance holds secrets until it is closed.
 */
public final class AuthFile implements AutoCloseable {

  private final Path path;
  private final Map<String, Map<String, char[]>> groups;
  private final List<String> warnings;

  private AuthFile(Path path, Map<String, Map<String, char[]>> groups, List<String> warnings) {
    this.path = path;
    this.groups = groups;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The file that libvirt would use: {@code LIBVIRT_AUTH_FILE}, else {@code authfile} of the URI,
   * else {@code libvirt/auth.conf} below the user's configuration directory, else {@code
   * /etc/libvirt/auth.conf}. The first two are taken as they are, the others only when readable.
   *
   * @param environment where {@code LIBVIRT_AUTH_FILE} and {@code XDG_CONFIG_HOME} are looked up
   * @param home home directory of the user
   * @param fromUri value of the URI parameter {@code authfile}, or null
   */
  public static Optional<Path> locate(
      Map<String, String> environment, Path home, @Nullable String fromUri) {
    String fromEnvironment = environment.get("LIBVIRT_AUTH_FILE");
    if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
      return Optional.of(UserPath.of(fromEnvironment, "the variable LIBVIRT_AUTH_FILE"));
    }
    if (fromUri != null) {
      return Optional.of(UserPath.of(fromUri, "the URI parameter authfile"));
    }
    Path userConfig = UserPath.configuration(environment.getOrDefault("XDG_CONFIG_HOME", ""), home);
    return List.of(userConfig.resolve("libvirt/auth.conf"), Path.of("/etc/libvirt/auth.conf"))
        .stream()
        .filter(Files::isReadable)
        .findFirst();
  }

  /**
   * Reads a file, which may be a pipe, of at most 1 MiB.
   *
   * @throws LibvirtException {@link ErrorCode#SYSTEM_ERROR} when it cannot be read, {@link
   *     ErrorCode#CONF_SYNTAX} when it is not well-formed; neither shows any of its text
   */
  public static AuthFile read(Path path) {
    byte[] bytes;
    try {
      bytes = BoundedFile.read(path);
    } catch (IOException e) {
      throw LibvirtException.builder(
              ErrorCode.SYSTEM_ERROR,
              "Failed to read the credentials file '" + path + "': " + BoundedFile.reason(path, e))
          .domain(ErrorDomain.CONF)
          .cause(e)
          .build();
    }
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    Map<String, Map<String, char[]>> groups = noGroups();
    try {
      AuthFileReader reader = new AuthFileReader(path, text, groups);
      reader.read();
      return new AuthFile(path, groups, AuthFileReview.of(path, groups, reader.lines()));
    } catch (RuntimeException e) {
      forget(groups);
      throw e;
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(text.array(), '\0');
    }
  }

  /**
   * What is doubtful about the file and yet no error, in one sentence each: others may read it; a
   * section or key that nobody looks at, with the one that was probably meant. Shows no value.
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The user name for a host, or nothing when the file has none.
   *
   * @throws LibvirtException {@link ErrorCode#CONF_SYNTAX} when the host's section is incomplete
   */
  public Optional<String> userName(String service, String host) {
    return lookup(service, host, "username").map(String::new);
  }

  /**
   * A copy of the password for a host, or nothing when the file has none; the caller clears it.
   *
   * @throws LibvirtException {@link ErrorCode#CONF_SYNTAX} when the host's section is incomplete
   */
  public Optional<char[]> password(String service, String host) {
    return lookup(service, host, "password").map(char[]::clone);
  }

  private Optional<char[]> lookup(String service, String host, String item) {
    String authGroup = "auth-" + service + "-" + host;
    Map<String, char[]> auth = groups.get(authGroup);
    if (auth == null) {
      authGroup = "auth-" + service + "-default";
      auth = groups.get(authGroup);
    }
    if (auth == null) {
      return Optional.empty();
    }
    char[] name = auth.get("credentials");
    if (name == null) {
      throw syntaxError("Missing item 'credentials' in group '" + authGroup + "'");
    }
    String credentialsGroup = "credentials-" + new String(name);
    Map<String, char[]> credentials = groups.get(credentialsGroup);
    if (credentials == null) {
      throw syntaxError(
          "Missing group '" + credentialsGroup + "' referenced from group '" + authGroup + "'");
    }
    return Optional.ofNullable(credentials.get(item));
  }

  private LibvirtException syntaxError(String what) {
    return LibvirtException.builder(ErrorCode.CONF_SYNTAX, what + " in '" + path + "'")
        .domain(ErrorDomain.AUTH)
        .build();
  }

  /** Overwrites and forgets everything that was read. */
  @Override
  public void close() {
    forget(groups);
  }

  private static void forget(Map<String, Map<String, char[]>> groups) {
    for (Map<String, char[]> group : groups.values()) {
      group.values().forEach(value -> Arrays.fill(value, '\0'));
    }
    groups.clear();
  }

  /** The sections of an empty file. */
  private static Map<String, Map<String, char[]>> noGroups() {
    return new LinkedHashMap<>();
  }
}
