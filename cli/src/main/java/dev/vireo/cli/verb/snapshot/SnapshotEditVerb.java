package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.TextEditor;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import dev.vireo.model.snapshot.SnapshotDefinition;
import dev.vireo.model.snapshot.SnapshotXml;
import dev.vireo.model.xml.XmlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code snapshot-edit}: name and description of a snapshot, as XML in an editor. */
public final class SnapshotEditVerb implements Verb {
  private static final String RENAME = "rename";
  private static final String CLONE = "clone";
  private static final String TRY_AGAIN = "Failed. Try again? [y,n,?]: ";
  private static final String ANSWERS =
      """
      y - yes, start editor again
      n - no, throw away my changes
      ? - print this help
      """;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("snapshot-edit", CommandGroup.SNAPSHOT, "edit XML for a snapshot")
        .description(
            """
            Edit the domain snapshot XML for a named snapshot, in the editor that
            VISUAL or EDITOR names (default vi). VMware hosts can change its
            description, and with --rename its name.\
            """)
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(SnapshotOption.name("snapshot name"))
        .option(SnapshotOption.current("also set edited snapshot as current"))
        .option(OptionSpec.bool(RENAME, "allow renaming an existing snapshot"))
        .option(OptionSpec.bool(CLONE, "allow cloning to new name"))
        .example("snapshot-edit web1 before --rename")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(RENAME, CLONE);
    if (call.has(CLONE)) {
      throw new CommandException("a snapshot of a VMware host cannot be cloned");
    }
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot snapshot = SnapshotOption.find(call, domain, SnapshotOption.NAME, false);
    if (call.has(SnapshotOption.CURRENT) && call.has(SnapshotOption.NAME)) {
      throw new CommandException("a VMware host makes no snapshot the current one by editing it")
          .withHint("'snapshot-revert' makes it the current one");
    }
    byte[] xml =
        snapshot.getXMLDesc(Set.of(DomainSnapshotXmlFlag.SECURE)).getBytes(StandardCharsets.UTF_8);
    String name = snapshot.getName();
    try (TextEditor editor = TextEditor.of(call.session(), "snapshot.xml", xml)) {
      String edited = edit(call, snapshot, editor, xml);
      call.output().extra(sentence(name, edited));
    }
  }

  private static String sentence(String name, @Nullable String edited) {
    if (edited == null) {
      return "Snapshot " + name + " XML configuration not changed.\n";
    }
    return edited.equals(name)
        ? "Snapshot " + name + " edited.\n"
        : "Snapshot " + name + " renamed to " + edited + ".\n";
  }

  /** Edits until that can be applied; gives the name then, or null when nothing was changed. */
  private static @Nullable String edit(
      Call call, DomainSnapshot snapshot, TextEditor editor, byte[] xml) {
    byte[] edited = editor.edit();
    while (!Arrays.equals(edited, xml)) {
      try {
        return apply(call, snapshot, new String(xml, StandardCharsets.UTF_8), edited);
      } catch (CommandException e) {
        call.output().failure(e);
      }
      if (!wantsAnotherTry(call)) {
        throw CommandException.withExitCode(1);
      }
      edited = editor.edit();
    }
    return null;
  }

  private static String apply(Call call, DomainSnapshot snapshot, String before, byte[] edited) {
    SnapshotDefinition old = SnapshotXml.parse(before);
    SnapshotDefinition wanted = parse(edited);
    String name = wanted.name();
    if (name == null || name.isEmpty()) {
      throw new CommandException("the edited XML has no name");
    }
    if (!wanted.toBuilder().name(old.name()).description(old.description()).build().equals(old)) {
      throw new CommandException("only the name and the description of a snapshot can be edited");
    }
    if (!name.equals(old.name()) && !call.has(RENAME)) {
      throw new CommandException(
          "Must use --rename or --clone to change " + old.name() + " to " + name);
    }
    String description = wanted.description();
    try {
      return snapshot.rename(name, description == null ? "" : description).getName();
    } catch (LibvirtException e) {
      throw new CommandException("Failed to update " + old.name(), e);
    }
  }

  private static SnapshotDefinition parse(byte[] edited) {
    try {
      return SnapshotXml.parse(edited);
    } catch (XmlException e) {
      throw new CommandException("edited XML: " + e.getMessage());
    }
  }

  /** What the user wants after a mistake. No answer is no. */
  private static boolean wantsAnotherTry(Call call) {
    while (true) {
      call.output().flush();
      String line = Prompt.of(call.session().streams()).line(TRY_AGAIN);
      switch (line == null ? "n" : line.strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> call.output().diagnostic(ANSWERS);
      }
    }
  }
}
