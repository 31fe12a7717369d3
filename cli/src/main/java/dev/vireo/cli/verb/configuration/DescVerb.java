package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code desc}: title and description of a domain. */
public final class DescVerb extends TaskVerb {
  private static final String TITLE = "title";
  private static final String EDIT = "edit";
  private static final String NEW = "new-desc";

  private final boolean title;

  /** For descriptions, until a call says otherwise. */
  public DescVerb() {
    this(false);
  }

  private DescVerb(boolean title) {
    this.title = title;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("desc", CommandGroup.DOMAIN, "show or set domain's description or title")
        .description(
            """
            Allows setting or modifying the description or title of a domain. The
            description is VMware's annotation; the title is the entry vireo.title
            of the VMX file.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(ImpactOptions.LIVE, "modify/get running state"))
        .option(OptionSpec.bool(ImpactOptions.CONFIG, "modify/get persistent configuration"))
        .option(OptionSpec.bool(ImpactOptions.CURRENT, "modify/get current state configuration"))
        .option(OptionSpec.bool(TITLE, "modify/get the title instead of description"))
        .option(OptionSpec.bool(EDIT, "open an editor to modify the description"))
        .option(OptionSpec.argv(NEW, "message"))
        .example("desc web1")
        .example("desc web1 --title Web server")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    new DescVerb(call.has(TITLE)).runFor(call);
  }

  private void runFor(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    Domain domain = DomainOption.ANY.find(call);
    List<String> words = call.all(NEW);
    String given = words.isEmpty() ? null : String.join(" ", words);
    if (given == null && !call.has(EDIT)) {
      show(call, domain, impact);
      return;
    }
    String text = given == null ? read(domain, impact) : given;
    if (call.has(EDIT)) {
      String edited = EditedText.of(call.session(), what() + ".txt", text);
      if (edited.equals(text)) {
        DomainJson.confirm(call, domain, "not changed", "Domain " + what() + " not changed");
        return;
      }
      text = edited;
    }
    String wanted = text;
    perform(
        call,
        call.required(DomainOption.NAME),
        options -> domain.setMetadata(type(), wanted, null, null, impact.flags(), options));
    DomainJson.confirm(call, domain, "updated", "Domain " + what() + " updated successfully");
  }

  private void show(Call call, Domain domain, ImpactOptions impact) {
    String text = read(domain, impact);
    if (call.json()) {
      call.print(new JsonWriter().object().key(what()).value(text).endObject());
    } else if (text.isEmpty()) {
      call.output().extra("No " + what() + " for domain: " + domain.getName());
    } else {
      call.output().print(text);
    }
  }

  private String read(Domain domain, ImpactOptions impact) {
    try {
      return domain.getMetadata(type(), null, impact.flags());
    } catch (LibvirtException e) {
      if (e.code() == ErrorCode.NO_DOMAIN_METADATA) {
        return "";
      }
      throw e;
    }
  }

  private DomainMetadataType type() {
    return title ? DomainMetadataType.TITLE : DomainMetadataType.DESCRIPTION;
  }

  private String what() {
    return title ? "title" : "description";
  }

  @Override
  protected String operation() {
    return "desc";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return "Failed to set new domain " + what();
  }
}
