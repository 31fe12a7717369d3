package dev.vireo.cli.verb;

import dev.vireo.Domain;

/** {@code shutdown}: asks the guest to shut down, and does not wait for it. */
final class ShutdownVerb extends GuestVerb {

  ShutdownVerb() {
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
