package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.flag.DomainCreateFlag;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code start}: powers a domain on. */
public final class StartVerb extends TaskVerb {
  private static final DomainOption INACTIVE = new DomainOption(false, true, true);
  private static final String CONSOLE = "console";
  private static final String PASS_FDS = "pass-fds";

  private static final Map<String, DomainCreateFlag> FLAGS =
      Map.of(
          "paused", DomainCreateFlag.PAUSED,
          "autodestroy", DomainCreateFlag.AUTODESTROY,
          "bypass-cache", DomainCreateFlag.BYPASS_CACHE,
          "force-boot", DomainCreateFlag.FORCE_BOOT,
          "reset-nvram", DomainCreateFlag.RESET_NVRAM);

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
    int[] files = files(call.string(PASS_FDS));
    Set<DomainCreateFlag> flags = flags(call);
    perform(call, name, options -> start(domain, files, flags, options));
    DomainJson.confirm(call, domain, "started", "Domain '" + name + "' started\n");
    if (call.has(CONSOLE)) {
      throw new CommandException("the serial console of a VMware host cannot be reached yet");
    }
  }

  private static Set<DomainCreateFlag> flags(Call call) {
    EnumSet<DomainCreateFlag> flags = EnumSet.noneOf(DomainCreateFlag.class);
    FLAGS.forEach((option, flag) -> {
      if (call.has(option)) {
        flags.add(flag);
      }
    });
    return flags;
  }

  /** The numbers of an option's list; null without the option. */
  private static int @Nullable [] files(@Nullable String list) {
    if (list == null) {
      return null;
    }
    String[] words = list.split(",", -1);
    int[] files = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        files[i] = Integer.parseInt(words[i]);
      } catch (NumberFormatException e) {
        throw CommandException.of(
            ErrorCode.INVALID_ARG, "Unable to parse FD number '" + words[i] + "'");
      }
    }
    return files;
  }

  /**
   * Starts it. Where a forced boot is refused, it is one anyway if there is no saved memory to boot
   * from, as virsh has it.
   */
  private static void start(
      Domain domain, int @Nullable [] files, Set<DomainCreateFlag> flags, TaskOptions options) {
    try {
      startOnce(domain, files, flags, options);
    } catch (LibvirtException e) {
      boolean refused = e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.INVALID_ARG;
      if (!refused
          || !flags.contains(DomainCreateFlag.FORCE_BOOT)
          || domain.hasManagedSaveImage()) {
        throw e;
      }
      EnumSet<DomainCreateFlag> others = EnumSet.copyOf(flags);
      others.remove(DomainCreateFlag.FORCE_BOOT);
      startOnce(domain, files, others, options);
    }
  }

  private static void startOnce(
      Domain domain, int @Nullable [] files, Set<DomainCreateFlag> flags, TaskOptions options) {
    if (files == null) {
      domain.create(flags, options);
    } else {
      domain.createWithFiles(files, flags, options);
    }
  }

  @Override
  protected String operation() {
    return "start";
  }
}
