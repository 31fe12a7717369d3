package dev.vireo.cli.verb.definition;

import dev.vireo.DefinedDomain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.Progress;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.TaskVerb;
import dev.vireo.flag.DomainDefineFlag;
import java.util.Set;

/** {@code define}: makes a domain of XML, or changes one. */
public final class DefineVerb implements Verb {
  private static final String FILE = "file";
  private static final String VALIDATE = "validate";
  private static final String DRY_RUN = "dry-run";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "define", CommandGroup.DOMAIN, "define (but don't start) a domain from an XML file")
        .description(
            """
            Define a domain. Its VMX file is put beside its first hard disk.
            A domain of the host that has the uuid of the XML is changed: it keeps
            its id, and what XML cannot show. While it runs, what can change then
            does, and you are told what has to wait until it is powered off. A
            password of VNC that the XML does not have stays; an empty one goes.\
            """)
        .option(
            OptionSpec.data(
                FILE, "file containing an XML domain description", new Completer.Files()))
        .option(OptionSpec.bool(VALIDATE, "validate the XML against the schema"))
        .option(
            OptionSpec.bool(
                DRY_RUN, "print what would change and the exact requests, and change nothing"))
        .example("define web.xml")
        .example("define web.xml --dry-run")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String file = call.required(FILE);
    String xml = new NamedFile(file).readText(call.session());
    Set<DomainDefineFlag> flags = call.has(VALIDATE) ? Set.of(DomainDefineFlag.VALIDATE) : Set.of();
    if (call.has(DRY_RUN)) {
      try {
        PlanText.print(call, call.host().planDefine(xml, flags));
      } catch (LibvirtException e) {
        throw new CommandException("Failed to define domain from " + file, e);
      }
      return;
    }
    DefinedDomain defined = define(call, file, xml, flags);
    PlanText.warn(call, defined.done());
    DomainJson.confirm(
        call,
        defined.domain(),
        "defined",
        "Domain '" + defined.domain().getName() + "' defined from " + file + "\n");
  }

  private static DefinedDomain define(
      Call call, String file, String xml, Set<DomainDefineFlag> flags) {
    try (Progress progress = Progress.start(call.session(), "define " + file)) {
      return call.host().define(xml, flags, progress.taskOptions());
    } catch (LibvirtException e) {
      String what =
          e.isOutcomeUnknown()
              ? "Lost track of the request to define a domain from " + file
              : "Failed to define domain from " + file;
      throw TaskVerb.failure(what, e);
    }
  }
}
