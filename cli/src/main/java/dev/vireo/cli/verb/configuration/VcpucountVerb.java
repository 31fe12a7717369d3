package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainVcpuFlag;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code vcpucount}: how many virtual processors a domain has. */
public final class VcpucountVerb implements Verb {
  private static final String MAXIMUM = "maximum";
  private static final String ACTIVE = "active";
  private static final String GUEST = "guest";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("vcpucount", CommandGroup.DOMAIN, "domain vcpu counts")
        .description("Returns the number of virtual CPUs used by the domain.")
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(MAXIMUM, "get maximum count of vcpus"))
        .option(OptionSpec.bool(ACTIVE, "get number of currently active vcpus"))
        .option(OptionSpec.bool(ImpactOptions.LIVE, "get value from running domain"))
        .option(OptionSpec.bool(ImpactOptions.CONFIG, "get value to be used on next boot"))
        .option(
            OptionSpec.bool(ImpactOptions.CURRENT, "get value according to current domain state"))
        .option(
            OptionSpec.bool(GUEST, "retrieve vcpu count from the guest instead of the hypervisor"))
        .example("vcpucount web1")
        .example("vcpucount web1 --live")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(ACTIVE, MAXIMUM);
    call.exclude(GUEST, MAXIMUM);
    call.exclude(ImpactOptions.LIVE, ImpactOptions.CONFIG);
    call.exclude(GUEST, ImpactOptions.CONFIG);
    ImpactOptions impact = ImpactOptions.of(call);
    Domain domain = DomainOption.ANY.find(call);
    boolean one =
        call.has(MAXIMUM)
            || call.has(ACTIVE)
            || call.has(GUEST)
            || impact.live()
            || impact.config()
            || impact.current();
    if (one) {
      one(call, domain, impact);
    } else {
      all(call, domain);
    }
  }

  private static void one(Call call, Domain domain, ImpactOptions impact) {
    EnumSet<DomainVcpuFlag> flags =
        impact.flags(DomainVcpuFlag.class, DomainVcpuFlag.LIVE, DomainVcpuFlag.CONFIG);
    if (call.has(MAXIMUM)) {
      flags.add(DomainVcpuFlag.MAXIMUM);
    }
    if (call.has(GUEST)) {
      flags.add(DomainVcpuFlag.GUEST);
    }
    int count;
    try {
      count = domain.getVcpusFlags(flags);
    } catch (LibvirtException e) {
      throw call.has(GUEST)
          ? new CommandException("Failed to retrieve vCPU count from the guest", e)
          : e;
    }
    if (call.json()) {
      call.print(new JsonWriter().object().key("vcpus").value(count).endObject());
    } else {
      call.output().line(Integer.toString(count));
    }
  }

  private static void all(Call call, Domain domain) {
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (String what : new String[] {"maximum", "current"}) {
      Map<String, Integer> each = new LinkedHashMap<>();
      Set<DomainVcpuFlag> which =
          what.equals("maximum") ? EnumSet.of(DomainVcpuFlag.MAXIMUM) : Set.of();
      each.put("config", domain.getVcpusFlags(with(which, DomainVcpuFlag.CONFIG)));
      try {
        each.put("live", domain.getVcpusFlags(with(which, DomainVcpuFlag.LIVE)));
      } catch (LibvirtException e) {
        if (e.code() != ErrorCode.OPERATION_INVALID) {
          throw e;
        } // it does not run
      }
      counts.put(what, each);
    }
    if (call.json()) {
      JsonWriter document = new JsonWriter().object();
      counts.forEach((what, each) -> {
        document.key(what).object();
        each.forEach((impact, count) -> document.key(impact).value(count));
        document.endObject();
      });
      call.print(document.endObject());
      return;
    }
    counts.forEach((what, each) ->
        each.forEach((impact, count) ->
            call.output().print("%-12s %-12s %3d\n".formatted(what, impact, count))));
  }

  private static Set<DomainVcpuFlag> with(Set<DomainVcpuFlag> flags, DomainVcpuFlag flag) {
    EnumSet<DomainVcpuFlag> all = EnumSet.of(flag);
    all.addAll(flags);
    return all;
  }
}
