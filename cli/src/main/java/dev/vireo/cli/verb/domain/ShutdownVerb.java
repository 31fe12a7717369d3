package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.flag.DomainShutdownFlag;
import java.util.List;
import java.util.Set;

/** {@code shutdown}: asks the guest to shut down, and does not wait for it. */
public final class ShutdownVerb extends GuestVerb<DomainShutdownFlag> {

  public ShutdownVerb() {
    super(
        List.of(DomainShutdownFlag.values()),
        "shutdown",
        "gracefully shutdown a domain",
        "Run shutdown in the target domain.");
  }

  @Override
  void ask(Domain domain, Set<DomainShutdownFlag> ways) {
    domain.shutdown(ways);
  }

  @Override
  String confirmation() {
    return "is being shutdown";
  }

  @Override
  String lastModeSeparator() {
    return ", or ";
  }
}
