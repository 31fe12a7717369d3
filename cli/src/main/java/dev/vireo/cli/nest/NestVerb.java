package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.nest.NestException;
import dev.vireo.nest.libvirt.VirtualizationException;

/** What the commands for nested hosts have in common. */
abstract class NestVerb implements Verb {

  /** Begins the description of such a command. */
  static CommandSpec.Builder of(String verb, String help) {
    return CommandSpec.of("nest " + verb, CommandGroup.NEST, help);
  }

  @Override
  public final void run(Call call) {
    if (changes() && call.session().isReadOnly()) {
      throw new CommandException(
          "operation forbidden: read only access prevents " + call.spec().name());
    }
    try {
      run(call, Lab.of(call));
    } catch (NestException e) {
      // A program that Ctrl-C reaches as well may have failed before the thread was interrupted.
      boolean interrupted = isInterrupt(e) || call.session().isInterrupted();
      throw new CommandException(e.problems(), interrupted ? INTERRUPTED : CommandSpec.FAILED, e)
          .withHints(e.hints());
    }
  }

  private static final int INTERRUPTED = CommandException.INTERRUPTED;

  private static boolean isInterrupt(NestException failure) {
    return failure instanceof VirtualizationException trouble
        && trouble.kind() == VirtualizationException.Kind.INTERRUPTED;
  }

  /** Does it; a {@link NestException} is told to the user. */
  abstract void run(Call call, Lab lab);

  /** Whether it changes something, which {@code -r} refuses. */
  boolean changes() {
    return false;
  }
}
