package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.help.HelpText;

/** {@code help}: about everything, a group or a command. */
final class HelpVerb implements Verb {
  private static final String COMMAND = "command";
  private static final String MEMBER = "subcommand";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("help", CommandGroup.VIREO, "print help")
        .description(
            "Prints global help, command specific help, or help for a\n"
                + "group of related commands")
        .option(
            OptionSpec.string(
                COMMAND,
                "Prints global help, command specific help, or help for a group of related"
                    + " commands",
                new Completer.Commands()))
        .option(
            OptionSpec.string(
                MEMBER,
                "second word of a command such as 'vmx lint'",
                new Completer.CommandMembers()))
        .example("help list")
        .example("help domain")
        .example("help vmx lint")
        .build();
  }

  @Override
  public void run(Call call) {
    String about = call.arguments().value(COMMAND);
    if (about == null || about.isEmpty()) {
      call.output().print(HelpText.allCommands());
      return;
    }
    String member = call.string(MEMBER);
    if (member != null) {
      about = about + " " + member;
    }
    Verb verb = CommandTable.find(about);
    CommandGroup group = HelpText.findGroup(about);
    if (verb != null) {
      call.output().print(HelpText.command(verb.spec()));
    } else if (group != null) {
      call.output().print(HelpText.group(group));
    } else {
      throw new CommandException("command or command group '" + about + "' doesn't exist");
    }
  }
}
