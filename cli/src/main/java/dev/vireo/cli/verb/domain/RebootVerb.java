package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;

/** {@code reboot}: asks the guest to reboot, and does not wait for it. */
public final class RebootVerb extends GuestVerb {

  public RebootVerb() {
    super("reboot", "reboot a domain", "Run a reboot command in the target domain.");
  }

  @Override
  void ask(Domain domain) {
    domain.reboot();
  }

  @Override
  String confirmation() {
    return "is being rebooted";
  }

  @Override
  String driverFunction() {
    return "esxDomainReboot";
  }

  @Override
  String lastModeSeparator() {
    return " or ";
  }
}
