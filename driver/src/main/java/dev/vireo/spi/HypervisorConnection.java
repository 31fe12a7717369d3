package dev.vireo.spi;

/**
 * An open connection to a hypervisor: libvirt's driver tables, each implemented by the part of the
 * driver that knows it. A table that a driver does not give, and a method of one that it does not
 * implement, fail with {@link dev.vireo.ErrorCode#NO_SUPPORT} and libvirt's name of the function.
 *
 * <p>Methods of tables throw {@link dev.vireo.LibvirtException}. Whatever else comes out of them
 * reaches callers of {@code Connect} and {@code Domain} as {@link
 * dev.vireo.ErrorCode#INTERNAL_ERROR}, save what a caller's own callbacks throw. All may be called
 * from several threads at the same time. Whether the connection is open and may change something
 * has been seen to by then.
 */
public interface HypervisorConnection extends AutoCloseable {

  /** The host itself. */
  default HostTable host() {
    return new HostTable() {};
  }

  /** Finding and reading domains. */
  default DomainTable domains() {
    return new DomainTable() {};
  }

  /** Starting and stopping domains. */
  default LifecycleTable lifecycle() {
    return new LifecycleTable() {};
  }

  /** Domains as XML and as the hypervisor's own files. */
  default DefinitionTable definitions() {
    return new DefinitionTable() {};
  }

  /** How much memory domains get. */
  default MemoryTable memory() {
    return new MemoryTable() {};
  }

  /** Virtual processors of domains, and their share of the host's. */
  default ProcessorTable processors() {
    return new ProcessorTable() {};
  }

  /** Names and notes of domains, and their start with the host. */
  default ConfigurationTable configuration() {
    return new ConfigurationTable() {};
  }

  /** What the guests of domains tell. */
  default GuestTable guests() {
    return new GuestTable() {};
  }

  /** Moving domains to other hosts. */
  default MigrationTable migrations() {
    return new MigrationTable() {};
  }

  /** Snapshots of domains. */
  default SnapshotTable snapshots() {
    return new SnapshotTable() {};
  }

  /** Storage pools and their volumes. */
  default StorageTable storage() {
    return new StorageTable() {};
  }

  /** Virtual networks. */
  default NetworkTable networks() {
    return new NetworkTable() {};
  }

  /** Network interfaces of the host. */
  default InterfaceTable interfaces() {
    return new InterfaceTable() {};
  }

  /** What happens to domains. */
  default EventTable events() {
    return new EventTable() {};
  }

  /** Whether the connection was not closed; asks nobody. */
  boolean isAlive();

  /** Logs out and releases everything; does nothing when closed already. */
  @Override
  void close();
}
