package dev.vireo.cli.nest;

import dev.vireo.cli.Amounts;
import dev.vireo.cli.Call;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.StatusLine;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Fields;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.probe.HostIdentity;
import dev.vireo.nest.probe.HostWait;
import dev.vireo.nest.probe.HostWaitOptions;

/** {@code nest wait}: until the API of a nested host answers. */
public final class NestWaitVerb extends NestVerb {
  private static final String ADDRESS = "address";
  private static final String TIMEOUT = "timeout";
  private static final String INTERVAL = "interval";
  private static final int LABEL_WIDTH = 12;

  @Override
  public CommandSpec spec() {
    return of("wait", "wait until a nested host answers")
        .description(
            """
            Waits until the vSphere API of a nested host answers, without logging
            in, and prints its version, the fingerprint of its certificate and the
            URI to connect with, which trusts exactly this certificate. The
            address comes from libvirt, or from --address where libvirt knows none,
            as on most bridges.\
            """)
        .option(Lab.name("name of the host"))
        .option(OptionSpec.named(ADDRESS, "HOST or HOST:PORT where it will answer", Completer.NONE))
        .option(
            OptionSpec.named(
                TIMEOUT, "when to give up, such as 90s or 2h (default 30m)", Completer.NONE))
        .option(
            OptionSpec.named(INTERVAL, "time between two questions (default 5s)", Completer.NONE))
        .option(Lab.LIBVIRT)
        .example("nest wait esxi-1")
        .example("nest wait esxi-1 --address 192.168.252.10 --timeout 1h")
        .printsData()
        .build();
  }

  @Override
  void run(Call call, Lab lab) {
    String name = call.required(Lab.NAME);
    print(call, name, await(call, lab, name));
  }

  private static HostIdentity await(Call call, Lab lab, String name) {
    try (StatusLine line = StatusLine.of(call.session())) {
      HostWaitOptions options =
          options(call).withProgress(reason -> line.show("waiting for " + name + ": " + reason));
      return Interruptible.call(
          call.session(), () -> new HostWait(lab.hosts()).await(name, options));
    }
  }

  private static HostWaitOptions options(Call call) {
    HostWaitOptions options = HostWaitOptions.DEFAULT;
    String address = call.string(ADDRESS);
    if (address != null) {
      options = options.withAddress(HostAddress.parse(address));
    }
    String timeout = call.string(TIMEOUT);
    if (timeout != null) {
      options = options.withTimeout(Amounts.duration(TIMEOUT, timeout));
    }
    String interval = call.string(INTERVAL);
    return interval == null ? options : options.withInterval(Amounts.duration(INTERVAL, interval));
  }

  private static void print(Call call, String name, HostIdentity host) {
    if (call.json()) {
      call.print(
          new JsonWriter()
              .object()
              .key("name")
              .value(name)
              .key("address")
              .value(host.address().text())
              .key("product")
              .value(host.name())
              .key("version")
              .value(host.version())
              .key("build")
              .value(host.build())
              .key("apiVersion")
              .value(host.apiVersion())
              .key("fingerprint")
              .value(host.fingerprint())
              .key("uri")
              .value(host.uri())
              .endObject());
      return;
    }
    Fields fields = new Fields(LABEL_WIDTH);
    fields.add("Version:", host.title());
    fields.add("Fingerprint:", host.fingerprint());
    fields.add("URI:", host.uri());
    call.output().print(fields.toString());
  }
}
