package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import dev.vireo.flag.DomainVcpuFlag;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** {@code setvcpus}: how many virtual processors a domain has. */
public final class SetvcpusVerb extends TaskVerb {
  private static final String COUNT = "count";
  private static final String MAXIMUM = "maximum";
  private static final String GUEST = "guest";
  private static final String HOTPLUGGABLE = "hotpluggable";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("setvcpus", CommandGroup.DOMAIN, "change number of virtual CPUs")
        .description(
            """
            Change the number of virtual CPUs in the guest domain. VMware hosts
            have one number for now, the next boot and the maximum. While the
            domain runs it can change where its VMX file has vcpu.hotadd.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.data(COUNT, "number of virtual CPUs", Completer.NONE))
        .option(OptionSpec.bool(MAXIMUM, "set maximum limit on next boot"))
        .option(ImpactOptions.configSpec())
        .option(ImpactOptions.liveSpec())
        .option(ImpactOptions.currentSpec())
        .option(OptionSpec.bool(GUEST, "modify cpu state in the guest"))
        .option(OptionSpec.bool(HOTPLUGGABLE, "make added vcpus hot(un)pluggable"))
        .example("setvcpus web1 4")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    call.exclude(GUEST, ImpactOptions.CONFIG);
    if (call.has(MAXIMUM) && !impact.config()) {
      throw new CommandException("Option --config is required by option --maximum");
    }
    Domain domain = DomainOption.ANY.find(call);
    int count = count(call);
    EnumSet<DomainVcpuFlag> flags =
        impact.flags(DomainVcpuFlag.class, DomainVcpuFlag.LIVE, DomainVcpuFlag.CONFIG);
    if (call.has(MAXIMUM)) {
      flags.add(DomainVcpuFlag.MAXIMUM);
    }
    if (call.has(GUEST)) {
      flags.add(DomainVcpuFlag.GUEST);
    }
    if (call.has(HOTPLUGGABLE)) {
      flags.add(DomainVcpuFlag.HOTPLUGGABLE);
    }
    perform(
        call,
        call.required(DomainOption.NAME),
        options -> domain.setVcpusFlags(count, flags, options));
    DomainJson.confirm(call, domain, "vcpus set", "");
  }

  private static int count(Call call) {
    Integer count = call.number(COUNT);
    if (count == null || count < 0) {
      throw new CommandException(
          "Numeric value '"
              + call.required(COUNT)
              + "' for <"
              + COUNT
              + "> option is malformed or out of range");
    }
    if (count == 0) {
      throw new CommandException("Can't set 0 processors for a VM");
    }
    return count;
  }

  @Override
  protected String operation() {
    return "setvcpus";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return null;
  }
}
