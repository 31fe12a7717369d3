package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.StatusLine;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.install.InstallMedia;
import dev.vireo.nest.install.InstallPlan;
import dev.vireo.nest.install.InstallRequest;
import dev.vireo.nest.install.Installations;
import dev.vireo.nest.install.Kickstart;
import dev.vireo.nest.probe.HostAddress;
import java.nio.file.Path;

/** {@code nest install}: makes a nested host that installs itself. */
public final class NestInstallVerb extends NestVerb {
  private static final String ISO = "iso";
  private static final String STICK = "usb-stick";
  private static final String NO_START = "no-start";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        of("install", "create a nested host that installs itself")
            .description(
                """
                Makes a host as `nest create` does, and with it a copy of your
                installer's ISO that answers the installer's questions, and starts
                it. The ISO itself stays as it is. The password of root is hashed, and
                never given on the command line. `nest wait` waits for the end.
                With --usb-stick the answers go onto the image of a USB stick instead,
                which needs no xorriso, and somebody has to type where they are.\
                """);
    NewHost.addTo(spec);
    spec.option(
        OptionSpec.requiredNamed(ISO, "installer's ISO of the version", new Completer.Files()));
    KickstartOptions.addTo(spec);
    NewHost.addHardwareTo(spec);
    spec.option(OptionSpec.bool(STICK, "put the answers onto a USB stick, not into a copy"))
        .option(OptionSpec.bool(NO_START, "do not start it"));
    NewHost.addHowTo(spec);
    return spec.example(
            "nest install esxi-1 --esxi 8.0 --iso esxi8.iso --accept-eula --bridge br0 --ip"
                + " 192.0.2.10/24")
        .example("nest install esxi-2 --esxi 7.0 --iso esxi7.iso --accept-eula --ssh --dry-run")
        .printsData()
        .build();
  }

  @Override
  boolean changes() {
    return true;
  }

  @Override
  void run(Call call, Lab lab) {
    boolean make = NewHost.makes(call);
    InstallRequest request = request(call);
    CreateOptions options = NewHost.options(call, !call.has(NO_START));
    Installations installations = new Installations(lab.hosts());
    InstallPlan plan = make ? installations.plan(request) : installations.draft(request);
    HostAddress address = KickstartOptions.address(request.kickstart());
    CreateReport report =
        new CreateReport(
            call,
            plan.host(),
            options,
            plan.steps(options),
            new NextCommands(plan.host(), options, lab.libvirt().uri(), address),
            plan.typed().orElse(null));
    if (!make) {
      report.printPlanned();
      return;
    }
    NewHost.requireSensible(call, plan.host(), options);
    make(call, installations, request, options);
    report.printMade();
  }

  private static InstallRequest request(Call call) {
    NestedHostSpec host = NewHost.wanted(call).build();
    Path iso = call.session().directory().resolve(call.required(ISO)).normalize();
    Kickstart kickstart = KickstartOptions.kickstart(call, host.esxi());
    InstallMedia media =
        call.has(STICK) ? InstallMedia.UsbStick.of(host, iso) : InstallMedia.IsoCopy.of(host, iso);
    return new InstallRequest(host, kickstart, media, KickstartOptions.bootOptions(call));
  }

  private static void make(
      Call call, Installations installations, InstallRequest request, CreateOptions options) {
    try (StatusLine line = StatusLine.of(call.session())) {
      line.show("making " + request.media().made().getFileName());
      Interruptible.run(call.session(), () -> installations.create(request, options));
    }
  }
}
