package dev.vireo.cli.verb.configuration;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.flag.DomainModificationImpact;
import java.util.EnumSet;
import java.util.Set;

/**
 * The options that say which configuration of a domain is meant.
 *
 * @param live {@code --live}
 * @param config {@code --config}
 * @param current {@code --current}
 */
record ImpactOptions(boolean live, boolean config, boolean current) {
  static final String LIVE = "live";
  static final String CONFIG = "config";
  static final String CURRENT = "current";

  /** {@code --config} of a command that changes something. */
  static OptionSpec configSpec() {
    return OptionSpec.bool(CONFIG, "affect next boot");
  }

  /** {@code --live} of a command that changes something. */
  static OptionSpec liveSpec() {
    return OptionSpec.bool(LIVE, "affect running domain");
  }

  /** {@code --current} of a command that changes something. */
  static OptionSpec currentSpec() {
    return OptionSpec.bool(CURRENT, "affect current domain");
  }

  /**
   * What a call was given.
   *
   * @throws dev.vireo.cli.CommandException when {@code --current} stands beside another one
   */
  static ImpactOptions of(Call call) {
    call.exclude(CURRENT, LIVE);
    call.exclude(CURRENT, CONFIG);
    return new ImpactOptions(call.has(LIVE), call.has(CONFIG), call.has(CURRENT));
  }

  /** The flags of libvirt. */
  Set<DomainModificationImpact> flags() {
    return flags(
        DomainModificationImpact.class,
        DomainModificationImpact.LIVE,
        DomainModificationImpact.CONFIG);
  }

  /** The flags of a function that has others beside these. */
  <F extends Enum<F>> EnumSet<F> flags(Class<F> type, F liveFlag, F configFlag) {
    EnumSet<F> flags = EnumSet.noneOf(type);
    if (live) {
      flags.add(liveFlag);
    }
    if (config) {
      flags.add(configFlag);
    }
    return flags;
  }
}
