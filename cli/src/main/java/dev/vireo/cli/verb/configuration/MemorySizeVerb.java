package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.cli.Amounts;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import dev.vireo.flag.DomainMemoryFlag;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** {@code setmem} and {@code setmaxmem}: how much memory a domain may use, and how much it has. */
public final class MemorySizeVerb extends TaskVerb {
  private static final String SIZE = "size";
  private static final long KIB = 1024;

  private final boolean maximum;

  /**
   * @param maximum whether it is {@code setmaxmem}
   */
  public MemorySizeVerb(boolean maximum) {
    this.maximum = maximum;
  }

  @Override
  public CommandSpec spec() {
    String description =
        maximum
            ? """
            Change the maximum memory allocation limit in the guest domain: on
            VMware hosts the memory of its virtual hardware, in steps of 4 MiB.
            While it runs it can grow where its VMX file has mem.hotadd.\
            """
            : """
            Change the current memory allocation in the guest domain: on VMware
            hosts the limit of memory that the host gives it, which counts at
            once, in MiB.\
            """;
    return CommandSpec.of(
            operation(),
            CommandGroup.DOMAIN,
            maximum ? "change maximum memory limit" : "change memory allocation")
        .description(description)
        .option(DomainOption.spec("--all"))
        .option(
            OptionSpec.data(
                SIZE,
                (maximum ? "new maximum memory size" : "new memory size")
                    + ", as scaled integer (default KiB)",
                Completer.NONE))
        .option(ImpactOptions.configSpec())
        .option(ImpactOptions.liveSpec())
        .option(ImpactOptions.currentSpec())
        .example(operation() + " web1 " + (maximum ? "8G" : "512M"))
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    ImpactOptions impact = ImpactOptions.of(call);
    Domain domain = DomainOption.ANY.find(call);
    long kib = Math.ceilDiv(Amounts.scaled(SIZE, call.required(SIZE), KIB), KIB);
    EnumSet<DomainMemoryFlag> flags =
        impact.flags(DomainMemoryFlag.class, DomainMemoryFlag.LIVE, DomainMemoryFlag.CONFIG);
    if (maximum) {
      flags.add(DomainMemoryFlag.MAXIMUM);
    }
    perform(
        call,
        call.required(DomainOption.NAME),
        options -> domain.setMemoryFlags(kib, flags, options));
    DomainJson.confirm(call, domain, "memory set", "");
  }

  @Override
  protected String operation() {
    return maximum ? "setmaxmem" : "setmem";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return maximum ? "Unable to change MaxMemorySize" : null;
  }
}
