package dev.vireo;

/** What a driver can do beyond its functions, with libvirt's numbers ({@code virDrvFeature}). */
public enum ConnectFeature {
  /** Migrates in three steps: prepare, perform, finish. */
  MIGRATION_V1(1),
  /** Migrates in steps that also pass the definition. */
  MIGRATION_V2(3),
  /** Migrates from host to host without the caller. */
  MIGRATION_P2P(4),
  /** Migrates by itself to what a URI of the hypervisor's own names. */
  MIGRATION_DIRECT(5),
  /** Migrates in five steps. */
  MIGRATION_V3(6),
  /** Keeps others from changing a domain that is being migrated. */
  MIGRATE_CHANGE_PROTECTION(7),
  /** Migrates domains that do not run. */
  MIGRATION_OFFLINE(12),
  /** Takes the parameters of a migration by their names. */
  MIGRATION_PARAMS(13);

  private final int number;

  ConnectFeature(int number) {
    this.number = number;
  }

  /** libvirt's number of it. */
  public int number() {
    return number;
  }
}
