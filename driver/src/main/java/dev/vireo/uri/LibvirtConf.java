package dev.vireo.uri;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.internal.BoundedFile;
import dev.vireo.internal.UserPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's configuration of its clients, {@code libvirt.conf}: short names for connection URIs,
 * and the URI that counts where none is given.
 *
 * <pre>
 * uri_aliases = [
 *   "lab=esx://root@esx1.example.com/",
 * ]
 * uri_default = "lab"
 * </pre>
 *
 * <p>The whole file has to be well-formed, as libvirt demands; settings other than these two are
 * not looked at.
 */
public final class LibvirtConf {

  private static final Path SYSTEM_FILE = Path.of("/etc/libvirt/libvirt.conf");
  private static final String ALIASES = "uri_aliases";
  private static final String DEFAULT = "uri_default";

  private final Path path;
  private final Map<String, ConfValue> settings;

  private LibvirtConf(Path path, Map<String, ConfValue> settings) {
    this.path = path;
    this.settings = settings;
  }

  /**
   * The file that libvirt's clients read: {@code /etc/libvirt/libvirt.conf} for root, and for other
   * users {@code libvirt/libvirt.conf} below their configuration directory. {@code
   * VIREO_LIBVIRT_CONF} names another one, whoever the user is.
   *
   * @param environment where {@code VIREO_LIBVIRT_CONF} and {@code XDG_CONFIG_HOME} are looked up
   * @param home home directory of the user
   * @return the file, whether it is there or not
   */
  public static Path locate(Map<String, String> environment, Path home) {
    return locate(environment, home, "root".equals(System.getProperty("user.name")));
  }

  static Path locate(Map<String, String> environment, Path home, boolean root) {
    String named = environment.getOrDefault("VIREO_LIBVIRT_CONF", "");
    if (!named.isEmpty()) {
      return UserPath.of(named, "the variable VIREO_LIBVIRT_CONF");
    }
    if (root) {
      return SYSTEM_FILE;
    }
    Path userConfig = UserPath.configuration(environment.getOrDefault("XDG_CONFIG_HOME", ""), home);
    return userConfig.resolve("libvirt/libvirt.conf");
  }

  /**
   * Reads a file. One that is not there has no settings.
   *
   * @throws LibvirtException {@link ErrorCode#SYSTEM_ERROR} when it cannot be read, {@link
   *     ErrorCode#CONF_SYNTAX} when it is not well-formed
   */
  public static LibvirtConf read(Path file) {
    if (Files.notExists(file)) {
      return new LibvirtConf(file, Map.of());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(file, "it is no file", null);
    }
    try {
      String text = new String(BoundedFile.read(file), StandardCharsets.UTF_8);
      return new LibvirtConf(file, new LibvirtConfReader(file, text).read());
    } catch (IOException e) {
      throw unreadable(file, BoundedFile.reason(file, e), e);
    }
  }

  private static LibvirtException unreadable(
      Path file, String reason, @Nullable IOException cause) {
    return LibvirtException.builder(
            ErrorCode.SYSTEM_ERROR, "Failed to read the configuration '" + file + "': " + reason)
        .domain(ErrorDomain.CONF)
        .cause(cause)
        .build();
  }

  /** Where this was read. */
  public Path path() {
    return path;
  }

  /** Whether a text may be an alias: letters, digits, {@code _} and {@code -} only. */
  public static boolean isAliasName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '_' && c != '-') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * The URI that an alias stands for; the first one counts.
   *
   * @return nothing when there is no such alias
   * @throws LibvirtException {@link ErrorCode#CONF_SYNTAX} or {@link ErrorCode#INTERNAL_ERROR} when
   *     an entry before it is no alias, or the setting is no list of texts
   */
  public Optional<String> resolve(String alias) {
    for (ConfValue.Text entry : aliasEntries()) {
      int equals = equalsSign(entry);
      if (entry.text().substring(0, equals).equals(alias)) {
        return Optional.of(entry.text().substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * All aliases in their order, each with the URI that it stands for.
   *
   * @throws LibvirtException as {@link #resolve}
   */
  public Map<String, String> aliases() {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (ConfValue.Text entry : aliasEntries()) {
      int equals = equalsSign(entry);
      aliases.putIfAbsent(entry.text().substring(0, equals), entry.text().substring(equals + 1));
    }
    return aliases;
  }

  /**
   * The URI, or alias, that counts where none is given.
   *
   * @return nothing when the file names none
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when the setting is no text
   */
  public Optional<String> defaultUri() {
    ConfValue value = settings.get(DEFAULT);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof ConfValue.Text text) {
      return text.text().isEmpty() ? Optional.empty() : Optional.of(text.text());
    }
    throw wrongType(value, "a string", DEFAULT);
  }

  private List<ConfValue.Text> aliasEntries() {
    ConfValue value = settings.get(ALIASES);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ConfValue.Items list)) {
      throw wrongType(value, "a string list", ALIASES);
    }
    return list.items().stream()
        .map(item -> {
          if (item instanceof ConfValue.Text text) {
            return text;
          }
          throw wrongType(item, "a string list", ALIASES);
        })
        .toList();
  }

  private int equalsSign(ConfValue.Text entry) {
    int equals = entry.text().indexOf('=');
    if (equals < 0) {
      throw malformed(entry, "expected 'alias=uri://host/path'");
    }
    String alias = entry.text().substring(0, equals);
    if (!alias.isEmpty() && !isAliasName(alias)) {
      throw malformed(entry, "aliases may only contain 'a-Z, 0-9, _, -'");
    }
    return equals;
  }

  private LibvirtException malformed(ConfValue.Text entry, String rule) {
    return LibvirtException.builder(
            ErrorCode.CONF_SYNTAX,
            at(entry) + "Malformed 'uri_aliases' config entry '" + entry.text() + "', " + rule)
        .domain(ErrorDomain.CONF)
        .build();
  }

  private LibvirtException wrongType(ConfValue value, String expected, String setting) {
    return LibvirtException.builder(
            ErrorCode.INTERNAL_ERROR,
            at(value) + "expected " + expected + " for '" + setting + "' parameter")
        .domain(ErrorDomain.CONF)
        .build();
  }

  private String at(ConfValue value) {
    return path + ":" + value.line() + ": ";
  }
}
