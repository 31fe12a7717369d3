package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;

/** {@code nest stop}: switches a nested host off. */
public final class NestStopVerb extends NestVerb {
  private static final String FORCE = "force";

  @Override
  public CommandSpec spec() {
    return of("stop", "stop a nested host")
        .description(
            """
            Presses the power button of a nested host and returns at once: ESXi
            shuts down by itself. With --force it loses its power, as with the
            plug pulled.\
            """)
        .option(Lab.name("name of the host"))
        .option(OptionSpec.bool(FORCE, "take its power off"))
        .option(Lab.LIBVIRT)
        .example("nest stop esxi-1")
        .build();
  }

  @Override
  boolean changes() {
    return true;
  }

  @Override
  void run(Call call, Lab lab) {
    String name = call.required(Lab.NAME);
    if (call.has(FORCE)) {
      Interruptible.run(call.session(), () -> lab.hosts().powerOff(name));
      call.output().extra("Host '" + name + "' is off\n");
    } else {
      Interruptible.run(call.session(), () -> lab.hosts().shutdown(name));
      call.output().extra("Host '" + name + "' is being shut down\n");
    }
  }
}
