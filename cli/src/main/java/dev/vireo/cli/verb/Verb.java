package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.Command;

/** One command of the table. It holds no state: everything it needs is in the call. */
public interface Verb extends Command {

  /**
   * Does what the command says.
   *
   * @throws dev.vireo.cli.CommandException when it could not, with what to tell the user
   * @throws dev.vireo.LibvirtException when the host refused and there is no more to say
   */
  void run(Call call);
}
