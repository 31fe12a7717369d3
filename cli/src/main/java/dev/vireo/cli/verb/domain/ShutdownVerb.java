package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;

/** {@code shutdown}: asks the guest to shut down, and does not wait for it. */
public final class ShutdownVerb extends GuestVerb {

  public ShutdownVerb() {
    super("shutdown", "gracefully shutdown a domain", "Run shutdown in the target domain.");
  }

  @Override
  void ask(Domain domain) {
    domain.shutdown();
  }

  @Override
  String confirmation() {
    return "is being shutdown";
  }

  @Override
  String driverFunction() {
    return "esxDomainShutdownFlags";
  }

  @Override
  String lastModeSeparator() {
    return ", or ";
  }
}
