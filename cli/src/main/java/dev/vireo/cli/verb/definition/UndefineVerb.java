package dev.vireo.cli.verb.definition;

import dev.vireo.Domain;
import dev.vireo.DomainRemains;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainFailure;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainUndefineFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code undefine}: makes the host forget a domain. */
public final class UndefineVerb implements Verb {
  private static final String DELETE_SNAPSHOTS = "delete-storage-volume-snapshots";
  private static final String WIPE = "wipe-storage";

  /**
   * What the host is asked for. Managed save images and checkpoints are not there: no domain of a
   * VMware host has any, so that nothing is left to do for these options, as in virsh.
   */
  private static final Map<String, DomainUndefineFlag> FLAGS =
      Map.of(
          "snapshots-metadata", DomainUndefineFlag.SNAPSHOTS_METADATA,
          "nvram", DomainUndefineFlag.NVRAM,
          "keep-nvram", DomainUndefineFlag.KEEP_NVRAM,
          "tpm", DomainUndefineFlag.TPM,
          "keep-tpm", DomainUndefineFlag.KEEP_TPM);

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("undefine", CommandGroup.DOMAIN, "undefine a domain")
        .description(
            """
            Undefine an inactive domain, or convert persistent to transient.
            VMware hosts keep all its files, those of its snapshots, too, but for
            the disks that are to be removed, which are listed before anything is
            done.\
            """)
        .option(DomainOption.spec("--inactive"))
        .option(OptionSpec.bool("managed-save", "remove domain managed state file"))
        .option(
            OptionSpec.string(
                RemovedDisks.STORAGE,
                "remove associated storage volumes (comma separated list of targets or source"
                    + " paths) (see domblklist)",
                Completer.NONE))
        .option(
            OptionSpec.bool(
                RemovedDisks.ALL, "remove all associated storage volumes (use with caution)"))
        .option(
            OptionSpec.bool(
                DELETE_SNAPSHOTS,
                "delete snapshots associated with volume(s), requires --remove-all-storage (must"
                    + " be supported by storage driver)"))
        .option(OptionSpec.bool(WIPE, "wipe data on the removed volumes"))
        .option(
            OptionSpec.bool(
                "snapshots-metadata", "remove all domain snapshot metadata (vm must be inactive)"))
        .option(
            OptionSpec.bool(
                "checkpoints-metadata",
                "remove all domain checkpoint metadata (vm must be inactive)"))
        .option(OptionSpec.bool("nvram", "remove nvram file"))
        .option(OptionSpec.bool("keep-nvram", "keep nvram file"))
        .option(OptionSpec.bool("tpm", "remove TPM state"))
        .option(OptionSpec.bool("keep-tpm", "keep TPM state"))
        .example("undefine web1")
        .example("undefine web1 --remove-all-storage")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude("nvram", "keep-nvram");
    call.exclude("tpm", "keep-tpm");
    if (call.has(DELETE_SNAPSHOTS) && !call.has(RemovedDisks.ALL)) {
      throw new CommandException(
          "Option --" + RemovedDisks.ALL + " is required by option --" + DELETE_SNAPSHOTS);
    }
    call.exclude(RemovedDisks.STORAGE, RemovedDisks.ALL);
    for (String option : List.of(DELETE_SNAPSHOTS, WIPE)) {
      if (call.has(option)) {
        throw new CommandException("VMware hosts cannot do what --" + option + " asks for");
      }
    }
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    RemovedDisks disks = RemovedDisks.of(call, domain);
    disks.list();
    DomainRemains remains = undefine(domain, called, flags(call));
    if (remains.snapshots() > 0) {
      call.output()
          .warning(
              "the files of its "
                  + (remains.snapshots() == 1 ? "snapshot" : remains.snapshots() + " snapshots")
                  + " stay beside '"
                  + remains.configFile()
                  + "'");
    }
    DomainJson.confirm(call, domain, "undefined", "Domain '" + called + "' has been undefined\n");
    disks.remove();
  }

  private static Set<DomainUndefineFlag> flags(Call call) {
    EnumSet<DomainUndefineFlag> flags = EnumSet.noneOf(DomainUndefineFlag.class);
    FLAGS.forEach((option, flag) -> {
      if (call.has(option)) {
        flags.add(flag);
      }
    });
    return flags;
  }

  private static DomainRemains undefine(
      Domain domain, String called, Set<DomainUndefineFlag> flags) {
    try {
      return domain.undefineLeaving(flags);
    } catch (LibvirtException e) {
      throw new CommandException(DomainFailure.of("undefine", called, e), e);
    }
  }
}
