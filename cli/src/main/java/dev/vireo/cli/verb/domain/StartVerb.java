package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;

/** {@code start}: powers a domain on. */
public final class StartVerb extends TaskVerb {
  private static final DomainOption INACTIVE = new DomainOption(false, true, true);
  private static final String CONSOLE = "console";
  private static final String PASS_FDS = "pass-fds";

  /**
   * The options that libvirt's driver refuses, in the order of their bits. It never sees the
   * fourth, force-boot: where that is refused, virsh removes the managed save, of which there is
   * none.
   */
  private static final String[] FLAGS = {
    "paused", "autodestroy", "bypass-cache", "", "", "reset-nvram"
  };

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "start", CommandGroup.DOMAIN, "start a (previously defined) inactive domain")
        .description(
            """
            Start a domain, either from the last managedsave
            state, or via a fresh boot if no managedsave state
            is present.\
            """)
        .option(DomainOption.spec("name of the inactive domain", "--inactive"))
        .option(OptionSpec.bool(CONSOLE, "attach to console after creation"))
        .option(OptionSpec.bool("paused", "leave the guest paused after creation"))
        .option(
            OptionSpec.bool(
                "autodestroy", "automatically destroy the guest when virsh disconnects"))
        .option(OptionSpec.bool("bypass-cache", "avoid file system cache when loading"))
        .option(OptionSpec.bool("force-boot", "force fresh boot by discarding any managed save"))
        .option(
            OptionSpec.string(
                PASS_FDS, "pass file descriptors N,M,... to the guest", Completer.NONE))
        .option(OptionSpec.bool("reset-nvram", "re-initialize NVRAM from its pristine template"))
        .example("start web1")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = INACTIVE.find(call);
    if (domain.getID() != -1) {
      throw CommandException.of(ErrorCode.OPERATION_INVALID, "Domain is already active");
    }
    String name = domain.getName();
    refuseFlags(call, name);
    perform(call, domain, name);
    DomainJson.confirm(call, domain, "started", "Domain '" + name + "' started\n");
    if (call.has(CONSOLE)) {
      throw new CommandException("the serial console of a VMware host cannot be reached yet");
    }
  }

  private static void refuseFlags(Call call, String name) {
    int flags = 0;
    for (int bit = 0; bit < FLAGS.length; bit++) {
      if (call.has(FLAGS[bit])) {
        flags |= 1 << bit;
      }
    }
    String failed = "Failed to start domain '" + name + "'";
    if (call.string(PASS_FDS) != null) {
      throw CommandException.of(
          ErrorCode.NO_SUPPORT,
          failed,
          "this function is not supported by the connection driver: virDomainCreateWithFiles");
    }
    if (flags != 0) {
      throw CommandException.of(
          ErrorCode.INVALID_ARG,
          failed,
          UnsupportedFlags.message(flags, "esxDomainCreateWithFlags"));
    }
  }

  @Override
  String operation() {
    return "start";
  }

  @Override
  void perform(Domain domain, TaskOptions options) {
    domain.create(options);
  }
}
