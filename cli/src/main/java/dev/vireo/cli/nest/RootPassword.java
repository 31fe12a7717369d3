package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.Session;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.install.PasswordHash;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Root's password for a host that is installed: from a file, from the environment, or asked for
 * twice. Never from the command line, where {@code ps} would show it.
 */
final class RootPassword {
  private static final String PASSWORD_FILE = "password-file";
  private static final String HASH_FILE = "password-hash-file";
  private static final String VARIABLE = "VIREO_NEST_PASSWORD";

  private RootPassword() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(
            OptionSpec.named(
                PASSWORD_FILE,
                "file whose first line is root's password, or - for standard input (default: "
                    + VARIABLE
                    + ", else asked for)",
                new Completer.Files()))
        .option(
            OptionSpec.named(
                HASH_FILE,
                "file with root's password as `openssl passwd -6` prints it",
                new Completer.Files()));
  }

  static PasswordHash of(Call call) {
    call.exclude(PASSWORD_FILE, HASH_FILE);
    String hashFile = call.string(HASH_FILE);
    if (hashFile != null) {
      return PasswordHash.ofCrypt(new NamedFile(hashFile).readText(call.session()).strip());
    }
    String file = call.string(PASSWORD_FILE);
    String variable = call.session().environment().get(VARIABLE);
    char[] password;
    if (file != null) {
      password = firstLine(new NamedFile(file).read(call.session()));
    } else if (variable != null) {
      password = variable.toCharArray();
    } else {
      password = asked(call.session());
    }
    return PasswordHash.of(password);
  }

  private static char[] firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, end));
    char[] line = new char[decoded.remaining()];
    decoded.get(line);
    Arrays.fill(decoded.array(), '\0');
    Arrays.fill(bytes, (byte) 0);
    return line;
  }

  private static char[] asked(Session session) {
    if (!session.streams().isInteractive()) {
      throw new CommandException("nobody is there to ask for root's password")
          .withHint("give --" + PASSWORD_FILE + ", or set " + VARIABLE);
    }
    session.output().flush();
    return twice(Prompt.of(session.streams()));
  }

  /** Asks twice, since nobody sees what is typed. */
  static char[] twice(Prompt prompt) {
    char @Nullable [] first = prompt.secret("Password for root of the new host: ");
    char @Nullable [] second = first == null ? null : prompt.secret("The same again: ");
    boolean same = first != null && second != null && Arrays.equals(first, second);
    if (second != null) {
      Arrays.fill(second, '\0');
    }
    if (first == null || !same) {
      if (first != null) {
        Arrays.fill(first, '\0');
      }
      throw new CommandException("the two passwords are not the same; nothing was made");
    }
    return first;
  }
}
