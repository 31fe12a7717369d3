package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** {@code cd}: changes the directory that relative file names start from. */
final class CdVerb implements Verb {
  private static final String DIRECTORY = "dir";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("cd", CommandGroup.VIREO, "change the current directory")
        .description("Change the current directory.")
        .option(
            OptionSpec.string(
                DIRECTORY,
                "directory to switch to (default: home or else root)",
                new Completer.Directories()))
        .example("cd /tmp")
        .build();
  }

  @Override
  public void run(Call call) {
    if (!call.session().isInteractive()) {
      throw new CommandException("cd: command valid only in interactive mode");
    }
    String asked = call.string(DIRECTORY);
    String name = asked == null ? home(call.session().environment()) : asked;
    Path target;
    try {
      target = call.session().directory().resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new CommandException("cd: " + e.getReason() + ": " + name);
    }
    if (!Files.exists(target)) {
      throw new CommandException("cd: No such file or directory: " + name);
    }
    if (!Files.isDirectory(target)) {
      throw new CommandException("cd: Not a directory: " + name);
    }
    call.session().changeDirectory(target);
  }

  private static String home(Map<String, String> environment) {
    String home = environment.get("HOME");
    return home == null || home.isEmpty() ? "/" : home;
  }
}
