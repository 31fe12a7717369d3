package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;

/** {@code connect}: goes to another host, or to the same one anew. */
final class ConnectVerb implements Verb {
  private static final String NAME = "name";
  private static final String READ_ONLY = "readonly";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("connect", CommandGroup.VIREO, "(re)connect to hypervisor")
        .description("Connect to local hypervisor. This is built-in command after shell start up.")
        .option(
            OptionSpec.string(
                NAME, "hypervisor connection URI (default: the one before)", new Completer.Uris()))
        .option(OptionSpec.bool(READ_ONLY, "read-only connection"))
        .example("connect test:///default --readonly")
        .build();
  }

  @Override
  public void run(Call call) {
    call.session().reconnect(call.string(NAME), call.has(READ_ONLY));
  }
}
