package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import org.jspecify.annotations.Nullable;

/** {@code metadata}: what programs note in a domain. */
public final class MetadataVerb extends TaskVerb {
  private static final String URI = "uri";
  private static final String EDIT = "edit";
  private static final String KEY = "key";
  private static final String SET = "set";
  private static final String REMOVE = "remove";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "metadata", CommandGroup.DOMAIN, "show or set domain's custom XML metadata")
        .description(
            """
            Shows or modifies the XML metadata of a domain, which is the entry
            vireo.metadata of its VMX file.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.data(URI, "URI of the namespace", Completer.NONE))
        .option(OptionSpec.bool(ImpactOptions.LIVE, "modify/get running state"))
        .option(OptionSpec.bool(ImpactOptions.CONFIG, "modify/get persistent configuration"))
        .option(OptionSpec.bool(ImpactOptions.CURRENT, "modify/get current state configuration"))
        .option(OptionSpec.bool(EDIT, "use an editor to change the metadata"))
        .option(OptionSpec.named(KEY, "key to be used as a namespace identifier", Completer.NONE))
        .option(OptionSpec.named(SET, "new metadata to set", Completer.NONE))
        .option(OptionSpec.bool(REMOVE, "remove the metadata corresponding to an uri"))
        .example("metadata web1 http://example.com/app")
        .example("metadata web1 http://example.com/app --key app --set '<owner>me</owner>'")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    call.exclude(EDIT, SET);
    call.exclude(REMOVE, SET);
    call.exclude(REMOVE, EDIT);
    String uri = call.required(URI);
    String key = call.string(KEY);
    String text = call.string(SET);
    if (key == null && (text != null || call.has(EDIT))) {
      throw new CommandException("namespace key is required when modifying metadata");
    }
    Domain domain = DomainOption.ANY.find(call);
    if (text != null || call.has(REMOVE)) {
      change(call, domain, impact, text, key);
    } else if (call.has(EDIT)) {
      edit(call, domain, impact, key);
    } else {
      String data = domain.getMetadata(DomainMetadataType.ELEMENT, uri, impact.flags());
      if (call.json()) {
        call.print(new JsonWriter().object().key("xml").value(data).endObject());
      } else {
        call.output().line(data);
      }
    }
  }

  private void change(
      Call call, Domain domain, ImpactOptions impact, @Nullable String text, @Nullable String key) {
    perform(
        call,
        call.required(DomainOption.NAME),
        options ->
            domain.setMetadata(
                DomainMetadataType.ELEMENT,
                text,
                key,
                call.required(URI),
                impact.flags(),
                options));
    String done = text == null ? "removed" : "modified";
    DomainJson.confirm(call, domain, done, "Metadata " + done + "\n");
  }

  private void edit(Call call, Domain domain, ImpactOptions impact, @Nullable String key) {
    String before = "";
    try {
      before = domain.getMetadata(DomainMetadataType.ELEMENT, call.required(URI), impact.flags());
    } catch (LibvirtException e) {
      if (e.code() != ErrorCode.NO_DOMAIN_METADATA) {
        throw e;
      }
    }
    String after = EditedText.of(call.session(), "metadata.xml", before);
    if (after.equals(before)) {
      DomainJson.confirm(call, domain, "not changed", "Metadata not changed\n");
    } else {
      change(call, domain, impact, after.isBlank() ? null : after, key);
    }
  }

  @Override
  protected String operation() {
    return "metadata";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return null;
  }
}
