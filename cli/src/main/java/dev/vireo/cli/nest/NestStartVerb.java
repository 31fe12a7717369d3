package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandSpec;

/** {@code nest start}: switches a nested host on. */
public final class NestStartVerb extends NestVerb {

  @Override
  public CommandSpec spec() {
    return of("start", "start a nested host")
        .description(
            """
            Starts a nested host and returns at once; `nest wait` waits until its
            API answers, `nest console` shows its serial port.\
            """)
        .option(Lab.name("name of the host"))
        .option(Lab.LIBVIRT)
        .example("nest start esxi-1")
        .build();
  }

  @Override
  boolean changes() {
    return true;
  }

  @Override
  void run(Call call, Lab lab) {
    String name = call.required(Lab.NAME);
    Interruptible.run(call.session(), () -> lab.hosts().start(name));
    call.output().extra("Host '" + name + "' started\n");
  }
}
