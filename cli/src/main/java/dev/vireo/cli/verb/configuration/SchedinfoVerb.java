package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.TypedParameter;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code schedinfo}: the share of the host's processors that a domain gets. */
public final class SchedinfoVerb extends TaskVerb {
  private static final String SET = "set";
  private static final List<String> NUMBERS = List.of("weight", "cap");

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("schedinfo", CommandGroup.DOMAIN, "show/set scheduler parameters")
        .description(
            """
            Show/Set scheduler parameters. VMware hosts have reservation and
            limit, in MHz, where a limit of -1 is none, and shares: a number, or
            -1 for low, -2 for normal and -3 for high. They count at once.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.named("weight", "weight for XEN_CREDIT", Completer.NONE))
        .option(OptionSpec.named("cap", "cap for XEN_CREDIT", Completer.NONE))
        .option(OptionSpec.bool(ImpactOptions.CURRENT, "get/set current scheduler info"))
        .option(OptionSpec.bool(ImpactOptions.CONFIG, "get/set value to be used on next boot"))
        .option(OptionSpec.bool(ImpactOptions.LIVE, "get/set value from running domain"))
        .option(OptionSpec.argv(SET, "parameter=value"))
        .example("schedinfo web1")
        .example("schedinfo web1 --set reservation=500 limit=1000")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    Domain domain = DomainOption.ANY.find(call);
    String type = domain.getSchedulerType();
    if (!call.json()) {
      ParameterLines.line(call, "Scheduler", type);
    }
    boolean both = impact.live() && impact.config();
    List<TypedParameter> parameters =
        domain.getSchedulerParametersFlags(both ? Set.of() : impact.flags());
    List<TypedParameter> wanted = wanted(call, parameters);
    if (!wanted.isEmpty()) {
      perform(
          call,
          call.required(DomainOption.NAME),
          options -> domain.setSchedulerParametersFlags(wanted, impact.flags(), options));
      parameters = domain.getSchedulerParametersFlags(both ? Set.of() : impact.flags());
    } else if (both) {
      throw new CommandException("cannot query both live and config at once");
    }
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("scheduler").value(type);
      call.print(ParameterLines.addTo(document, parameters).endObject());
    } else {
      ParameterLines.print(call, parameters, each -> each.value().toString());
    }
  }

  private static List<TypedParameter> wanted(Call call, List<TypedParameter> known) {
    List<TypedParameter> wanted = new ArrayList<>();
    for (String name : NUMBERS) {
      Integer number = call.number(name);
      if (number != null) {
        wanted.add(parameter(name, number.toString(), known));
      }
    }
    for (String assignment : call.all(SET)) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        throw new CommandException("Invalid syntax for --set, expecting name=value");
      }
      wanted.add(
          parameter(assignment.substring(0, equals), assignment.substring(equals + 1), known));
    }
    return wanted;
  }

  /** The parameter, of the type that the host's has. */
  private static TypedParameter parameter(String name, String value, List<TypedParameter> known) {
    for (TypedParameter each : known) {
      if (each.name().equals(name)) {
        try {
          return each.type() == TypedParameter.Type.INT
              ? TypedParameter.ofInt(name, Integer.parseInt(value))
              : TypedParameter.ofLong(name, Long.parseLong(value));
        } catch (NumberFormatException e) {
          break; // virsh says the same of both
        }
      }
    }
    throw new CommandException("invalid scheduler option: " + name);
  }

  @Override
  protected String operation() {
    return "schedinfo";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return null;
  }
}
