package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import org.jspecify.annotations.Nullable;

/** The options by which a snapshot is named: its name, or {@code --current}. */
final class SnapshotOption {

  static final String NAME = "snapshotname";
  static final String CURRENT = "current";

  private SnapshotOption() {}

  /** The entry of the name in the table of a command. */
  static OptionSpec name(String help) {
    return OptionSpec.string(NAME, help, Completer.NONE);
  }

  /** The entry of {@code --current} in the table of a command. */
  static OptionSpec current(String help) {
    return OptionSpec.bool(CURRENT, help);
  }

  /**
   * The snapshot that the call is about.
   *
   * @param domain its domain
   * @throws CommandException when both are given, or none of them
   */
  static DomainSnapshot find(Call call, Domain domain) {
    return find(call, domain, NAME, true);
  }

  /**
   * The snapshot that the call is about.
   *
   * @param option the option of its name
   * @param exclusive whether {@code --current} means it, too
   * @throws CommandException when both are given although that is so, or none of them
   */
  static DomainSnapshot find(Call call, Domain domain, String option, boolean exclusive) {
    String name = call.string(option);
    if (exclusive && name != null && call.has(CURRENT)) {
      throw new CommandException("--" + option + " and --current are mutually exclusive");
    }
    if (name != null) {
      return domain.snapshotLookupByName(name);
    }
    if (!call.has(CURRENT)) {
      throw new CommandException("--" + option + " or --current is required");
    }
    return domain.snapshotCurrent();
  }

  /** As {@link #find}; null where neither is given. */
  static @Nullable DomainSnapshot findIfNamed(Call call, Domain domain, String option) {
    return call.has(option) || call.has(CURRENT) ? find(call, domain, option, true) : null;
  }
}
