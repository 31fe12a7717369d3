package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.ScreenWidth;
import dev.vireo.cli.Session;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.grammar.UnknownWord;
import dev.vireo.cli.help.HelpText;
import dev.vireo.cli.help.HelpTopic;

/** {@code help}: about everything, a group or a command. */
final class HelpVerb implements Verb {
  private static final String COMMAND = "command";
  private static final String MEMBER = "subcommand";
  private static final int WITHOUT_TERMINAL = 80;
  private static final int NARROWEST = 40;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("help", CommandGroup.VIREO, "print help")
        .description(
            """
            Prints global help, command specific help, help for a group of related
            commands, or one of these topics: uri, auth, environment, exit-codes.\
            """)
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
        .example("help uri")
        .build();
  }

  /** How long lines of text may be: as the terminal has them, else 80. */
  static int columns(Session session) {
    int width = ScreenWidth.of(session);
    return width == ScreenWidth.UNLIMITED ? WITHOUT_TERMINAL : Math.max(NARROWEST, width);
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
    int columns = columns(call.session());
    Verb verb = CommandTable.find(about);
    HelpTopic topic = HelpTopic.named(about);
    if (verb != null || topic != null) { // the word uri is both
      String command = verb == null ? "" : HelpText.command(verb.spec(), columns);
      call.output().print(command + (topic == null ? "" : HelpText.topic(topic, columns)));
      return;
    }
    CommandGroup group = HelpText.findGroup(about);
    if (group != null) {
      call.output().print(HelpText.group(group));
      return;
    }
    String ofVirsh = UnknownWord.ofVirsh(about);
    if (ofVirsh != null) {
      throw new CommandException(ofVirsh);
    }
    throw new CommandException("command or command group '" + about + "' doesn't exist")
        .withHint("'help' alone lists the commands and topics");
  }
}
