package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.TypedParameter;
import dev.vireo.cli.Amounts;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code memtune}: what else is set about the memory of a domain. */
public final class MemtuneVerb extends TaskVerb {
  private static final long KIB = 1024;

  /** libvirt's number for no limit, in KiB. */
  private static final long UNLIMITED = Long.MAX_VALUE >> 10;

  private static final List<String> OPTIONS =
      List.of("hard-limit", "soft-limit", "swap-hard-limit", "min-guarantee");

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("memtune", CommandGroup.DOMAIN, "Get or set memory parameters")
        .description(
            """
            Get or set the current memory parameters for a guest domain. VMware
            hosts have min_guarantee, which counts at once.\
            """)
        .option(DomainOption.spec("--all"))
        .option(size("hard-limit", "Max memory"))
        .option(size("soft-limit", "Memory during contention"))
        .option(size("swap-hard-limit", "Max memory plus swap"))
        .option(size("min-guarantee", "Min guaranteed memory"))
        .option(ImpactOptions.configSpec())
        .option(ImpactOptions.liveSpec())
        .option(ImpactOptions.currentSpec())
        .example("memtune web1")
        .example("memtune web1 --min-guarantee 512M")
        .printsData()
        .connects()
        .build();
  }

  private static OptionSpec size(String name, String help) {
    return OptionSpec.named(name, help + ", as scaled integer (default KiB)", Completer.NONE);
  }

  @Override
  public void run(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    Domain domain = DomainOption.ANY.find(call);
    List<TypedParameter> wanted = new ArrayList<>();
    for (String option : OPTIONS) {
      String text = call.string(option);
      if (text != null) {
        wanted.add(TypedParameter.ofUnsignedLong(option.replace('-', '_'), kib(option, text)));
      }
    }
    if (wanted.isEmpty()) {
      show(call, domain, impact);
      return;
    }
    perform(
        call,
        call.required(DomainOption.NAME),
        options -> domain.setMemoryParameters(wanted, impact.flags(), options));
    DomainJson.confirm(call, domain, "memory parameters set", "");
  }

  private static long kib(String option, String text) {
    if (text.matches("-\\d+")) {
      return UNLIMITED;
    }
    try {
      return Math.ceilDiv(Amounts.scaled(option, text, KIB), KIB);
    } catch (CommandException e) {
      throw new CommandException(List.of("Unable to parse integer parameter " + option), 1, e);
    }
  }

  private static void show(Call call, Domain domain, ImpactOptions impact) {
    List<TypedParameter> parameters;
    try {
      parameters = domain.getMemoryParameters(impact.flags());
    } catch (LibvirtException e) {
      throw new CommandException("Unable to get number of memory parameters", e);
    }
    if (call.json()) {
      call.print(ParameterLines.addTo(new JsonWriter().object(), parameters).endObject());
    } else {
      ParameterLines.print(
          call,
          parameters,
          each -> each.number() >= UNLIMITED ? "unlimited" : Long.toString(each.number()));
    }
  }

  @Override
  protected String operation() {
    return "memtune";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return "Unable to change memory parameters";
  }
}
