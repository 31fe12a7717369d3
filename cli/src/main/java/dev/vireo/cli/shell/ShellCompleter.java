package dev.vireo.cli.shell;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Session;
import dev.vireo.cli.help.KnownUris;
import dev.vireo.cli.help.Proposals;
import dev.vireo.cli.nest.Lab;
import dev.vireo.cli.terminal.VisibleText;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.flag.DomainListFlag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes what is typed in the shell, with the domains of the host it is connected to. */
final class ShellCompleter implements Completer, Proposals.Names {
  private final Session session;
  private final Proposals proposals = new Proposals(CommandTable.LOOKUP);

  ShellCompleter(Session session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.line().substring(0, line.cursor());
    for (String proposal : proposals.of(typed, this)) {
      // What a terminal would act upon nobody could type either.
      if (VisibleText.line(proposal).equals(proposal)) {
        candidates.add(new Candidate(proposal));
      }
    }
  }

  /** Names of the domains; none when the host does not answer, since TAB is no place for errors. */
  @Override
  public List<String> domains(String listOptions) {
    List<String> names = new ArrayList<>();
    if (!session.isConnected()) {
      return names;
    }
    try {
      for (Domain domain : session.connect().listAllDomains(flags(listOptions))) {
        names.add(domain.getName());
      }
    } catch (LibvirtException e) {
      names.clear();
    }
    return names;
  }

  @Override
  public List<String> nestedHosts() {
    return Lab.namesOrNone(session);
  }

  @Override
  public List<String> uris() {
    return KnownUris.of(session.environment());
  }

  private static EnumSet<DomainListFlag> flags(String listOptions) {
    return switch (listOptions) {
      case "--all" -> EnumSet.noneOf(DomainListFlag.class);
      case "--inactive" -> EnumSet.of(DomainListFlag.INACTIVE);
      case "--state-running" -> EnumSet.of(DomainListFlag.RUNNING);
      case "--state-paused" -> EnumSet.of(DomainListFlag.PAUSED);
      default -> EnumSet.of(DomainListFlag.ACTIVE);
    };
  }
}
