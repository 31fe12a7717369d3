package dev.vireo.cli.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a command by its name.
 *
 * @param <C> the kind of command
 */
public interface CommandLookup<C extends Command> {

  /** The command, or null. */
  @Nullable C find(String name);

  /** The names of all commands. */
  List<String> names();
}
