package dev.vireo.cli.verb.definition;

import dev.vireo.ConvertedText;
import dev.vireo.DefinedDomain;
import dev.vireo.DefinitionPlan;
import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Progress;
import dev.vireo.cli.TextEditor;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.ConversionWarnings;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.flag.DomainXmlFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code edit}: the definition of a domain in an editor, and back. */
public final class EditVerb implements Verb {
  private static final String SKIP_VALIDATE = "skip-validate";
  private static final String TRY_AGAIN = "Failed. Try again? [y,n,i,f,?]: ";
  private static final String ANSWERS =
      """
      y - yes, start editor again
      n - no, do not change the domain; the text stays in its file
      i - turn off validation and try to redefine again
      f - force, redefine whatever somebody else has changed meanwhile
      ? - print this help
      """;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("edit", CommandGroup.DOMAIN, "edit XML configuration for a domain")
        .description(
            """
            Edit the XML configuration for a domain, passwords included, in the
            editor that VISUAL or EDITOR names (default vi). What you change is
            changed as by 'define', and all else stays. After a mistake the editor
            can be started again; when you give up, the text stays in its file,
            which only you can read.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(SKIP_VALIDATE, "skip validation of the XML against the schema"))
        .example("edit web1")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    ConvertedText shown = domain.describe(Edit.FLAGS);
    ConversionWarnings.print(call, shown);
    byte[] xml = shown.text().getBytes(StandardCharsets.UTF_8);
    try (TextEditor editor = TextEditor.of(call.session(), fileName(domain), xml)) {
      new Edit(call, domain, editor, shown.text(), call.has(SKIP_VALIDATE)).repeat();
    }
  }

  /** What the XML is called while it is edited: after the domain, for the editor's title. */
  private static String fileName(Domain domain) {
    String name = domain.getName();
    return name.matches("[\\w.+][\\w.+-]{0,99}") ? name + ".xml" : "domain.xml";
  }

  /** One edit of one domain, from the first try to the last. */
  private static final class Edit {
    static final Set<DomainXmlFlag> FLAGS =
        EnumSet.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE);

    private final Call call;
    private final Domain domain;
    private final TextEditor editor;
    private final String original;
    private boolean validated;
    private boolean forced;

    Edit(Call call, Domain domain, TextEditor editor, String original, boolean skipValidate) {
      this.call = call;
      this.domain = domain;
      this.editor = editor;
      this.original = original;
      this.validated = !skipValidate;
    }

    /** Edits until the domain takes it, or the user gives up. */
    void repeat() {
      try {
        byte[] edited = editor.edit();
        while (!Arrays.equals(edited, original.getBytes(StandardCharsets.UTF_8))) {
          try {
            apply(new String(edited, StandardCharsets.UTF_8));
            return;
          } catch (LibvirtException e) {
            call.output()
                .failure(new CommandException("Failed to edit domain '" + name() + "'", e));
          } catch (CommandException e) {
            call.output().failure(e);
          }
          if (!again()) {
            throw givenUp();
          }
          edited = startsEditor ? editor.edit() : edited;
        }
      } catch (CommandException e) {
        throw keeping(e);
      }
      confirm("unchanged", "XML configuration not changed.");
    }

    private boolean startsEditor;

    private String name() {
      return domain.getName();
    }

    private void confirm(String done, String text) {
      DomainJson.confirm(call, domain, done, "Domain '" + name() + "' " + text + "\n");
    }

    private void apply(String edited) {
      if (edited.isBlank()) {
        throw new CommandException("edited XML: there is nothing left");
      }
      if (!forced && !domain.describe(FLAGS).text().equals(original)) {
        throw new CommandException(
            "the XML configuration of domain '" + name() + "' was changed by another user");
      }
      Set<DomainDefineFlag> flags = validated ? Set.of(DomainDefineFlag.VALIDATE) : Set.of();
      DefinitionPlan plan = call.host().planDefine(edited, flags);
      if (plan.isNew()) {
        throw new CommandException("edited XML: its uuid is not that of domain '" + name() + "'")
            .withHint("to have another domain like it, use 'define'");
      }
      try (Progress progress = Progress.start(call.session(), "edit " + name())) {
        told(call.host().define(edited, flags, progress.taskOptions()));
      }
    }

    private void told(DefinedDomain defined) {
      PlanText.warn(call, defined.done());
      if (!defined.done().waiting().isEmpty()) {
        Path kept = editor.keep();
        call.output().warning("what was edited is in '" + kept + "', to be defined then");
      }
      confirm("edited", "XML configuration edited.");
    }

    /** Asks what the user wants after a mistake; false to give up. No answer is no. */
    private boolean again() {
      while (true) {
        call.output().flush();
        String line = Prompt.of(call.session().streams()).line(TRY_AGAIN);
        switch (line == null ? "n" : line.strip().toLowerCase(Locale.ROOT)) {
          case "y", "yes" -> {
            startsEditor = true;
            return true;
          }
          case "n", "no" -> {
            return false;
          }
          case "i" -> {
            startsEditor = false;
            validated = false;
            return true;
          }
          case "f", "force" -> {
            startsEditor = false;
            forced = true;
            return true;
          }
          default -> call.output().diagnostic(ANSWERS);
        }
      }
    }

    private static CommandException givenUp() {
      return CommandException.withExitCode(1);
    }

    /** The failure, which also says where the text is. */
    private CommandException keeping(CommandException failure) {
      Path kept = editor.keep();
      if (kept == null || failure.exitCode() == CommandException.INTERRUPTED) {
        return failure;
      }
      List<String> lines = new ArrayList<>(failure.lines());
      lines.add("what was edited is in '" + kept + "'");
      return new CommandException(lines, failure.exitCode(), failure)
          .withHints(failure.hints())
          .withHint("'define' takes it from there; remove it when you do not need it");
    }
  }
}
