package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.flag.DomainRebootFlag;
import java.util.List;
import java.util.Set;

/** {@code reboot}: asks the guest to reboot, and does not wait for it. */
public final class RebootVerb extends GuestVerb<DomainRebootFlag> {

  public RebootVerb() {
    super(
        List.of(DomainRebootFlag.values()),
        "reboot",
        "reboot a domain",
        "Run a reboot command in the target domain.");
  }

  @Override
  void ask(Domain domain, Set<DomainRebootFlag> ways) {
    domain.reboot(ways);
  }

  @Override
  String confirmation() {
    return "is being rebooted";
  }

  @Override
  String lastModeSeparator() {
    return " or ";
  }
}
