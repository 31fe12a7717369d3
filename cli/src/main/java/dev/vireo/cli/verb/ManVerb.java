package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.Pager;
import dev.vireo.cli.Session;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.help.ManPage;
import dev.vireo.cli.help.RoffText;

/** {@code man}: the manual page, in a pager or for {@code man -l -}. */
final class ManVerb implements Verb {
  /** Longer lines are hard to read. */
  private static final int MAX_COLUMNS = 100;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("man", CommandGroup.VIREO, "show the manual page")
        .description(
            """
            Shows the manual page of vireo: on a terminal in the pager that MANPAGER
            or PAGER names (default less), else in roff: vireo man | man -l -\
            """)
        .example("man")
        .build();
  }

  @Override
  public void run(Call call) {
    String roff = ManPage.text(CommandTable.specs());
    Session session = call.session();
    if (session.streams().outIsTerminal()) {
      int columns = Math.min(MAX_COLUMNS, HelpVerb.columns(session));
      Pager.show(session, RoffText.of(roff, columns));
    } else {
      call.output().print(roff);
    }
  }
}
