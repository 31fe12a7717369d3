package dev.vireo.auth;

import dev.vireo.internal.BoundedFile;
import dev.vireo.internal.UserPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Vireo's own file of servers whose certificates no authority vouches for, {@code known_hosts}. A
 * line names a server and the SHA-256 fingerprint of its certificate; several lines for one server
 * all count. What follows a {@code #} is a comment.
 *
 * <pre>
 * esx1.example.com:443 AB:CD:...:EF  # in rack 7
 * [2001:db8::1]:443    01:23:...:45
 * </pre>
 *
 * <p>As a {@link HostTrust} it knows the servers of the file and accepts no other. Each question
 * reads the file anew, so that what another program adds counts, too. Where the file may be written
 * by others than its owner, nothing in it counts.
 */
public final class KnownHosts implements HostTrust {

  private final Path file;
  private final Consumer<String> warnings;

  /**
   * A file that does not have to be there.
   *
   * @param file the file
   * @param warnings hears of lines that nobody can read, and of a file that may not be trusted, in
   *     one sentence each
   */
  public KnownHosts(Path file, Consumer<String> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  /**
   * Where the file of a user lies: {@code vireo/known_hosts} below the configuration directory.
   *
   * @param environment where {@code XDG_CONFIG_HOME} is looked up
   * @param home home directory of the user
   */
  public static Path locate(Map<String, String> environment, Path home) {
    Path userConfig = UserPath.configuration(environment.getOrDefault("XDG_CONFIG_HOME", ""), home);
    return userConfig.resolve("vireo").resolve("known_hosts");
  }

  /** The file. */
  public Path file() {
    return file;
  }

  @Override
  public List<KnownCertificate> known(String host, int port) {
    String server = server(host, port);
    List<KnownCertificate> found = new ArrayList<>();
    int number = 0;
    for (String text : lines()) {
      number++;
      KnownHostsLine line = KnownHostsLine.parse(text);
      if (line.isBroken()) {
        warnings.accept(
            file
                + ":"
                + number
                + ": expecting 'HOST:PORT FINGERPRINT' with the SHA-256 fingerprint of a"
                + " certificate; the line does not count");
      } else if (server.equals(line.server())) {
        found.add(new KnownCertificate(line.fingerprint(), "line " + number + " of " + file));
      }
    }
    return found;
  }

  @Override
  public boolean accepts(UntrustedCertificate certificate) {
    return false;
  }

  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    if (PrivateFiles.othersMayWrite(file)) {
      warnings.accept(
          file + ": others may write to it, so nothing in it counts; 'chmod 600' mends that");
      return List.of();
    }
    try {
      return new String(BoundedFile.read(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      warnings.accept(file + " cannot be read: " + BoundedFile.reason(file, e));
      return List.of();
    }
  }

  /**
   * Adds a line for a server; all others stay as they are, byte for byte. The file is made where it
   * is missing, for its owner alone, and replaced in one step.
   *
   * @param comment goes to the end of the line; empty for none
   * @throws IOException when it cannot be written, or may be written by others
   */
  public void remember(UntrustedCertificate certificate, String comment) throws IOException {
    String line =
        KnownHostsLine.format(
            server(certificate.host(), certificate.port()), certificate.fingerprint(), comment);
    new KnownHostsUpdate(file).append(line);
  }

  private static String server(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
  }
}
