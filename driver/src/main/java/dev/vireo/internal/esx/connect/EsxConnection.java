package dev.vireo.internal.esx.connect;

import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.VCenter;
import dev.vireo.internal.esx.configuration.DomainNotes;
import dev.vireo.internal.esx.configuration.MemorySettings;
import dev.vireo.internal.esx.configuration.ProcessorSettings;
import dev.vireo.internal.esx.definition.DomainDefinitions;
import dev.vireo.internal.esx.domain.DomainLookup;
import dev.vireo.internal.esx.domain.DomainPower;
import dev.vireo.internal.esx.domain.GuestFacts;
import dev.vireo.internal.esx.event.DomainEvents;
import dev.vireo.internal.esx.host.HostFacts;
import dev.vireo.internal.esx.migration.DomainMigration;
import dev.vireo.internal.esx.snapshot.DomainSnapshots;
import dev.vireo.internal.esx.storage.VirtualDisks;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.internal.esx.task.Questions;
import dev.vireo.spi.ConfigurationTable;
import dev.vireo.spi.DefinitionTable;
import dev.vireo.spi.DomainTable;
import dev.vireo.spi.EventTable;
import dev.vireo.spi.GuestTable;
import dev.vireo.spi.HostTable;
import dev.vireo.spi.HypervisorConnection;
import dev.vireo.spi.LifecycleTable;
import dev.vireo.spi.MemoryTable;
import dev.vireo.spi.MigrationTable;
import dev.vireo.spi.ProcessorTable;
import dev.vireo.spi.SnapshotTable;
import dev.vireo.spi.StorageTable;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a VMware host. Its tables have no state of their own and are made when they are
 * asked for: most connections want few of them, and shall not load what the others are made of.
 * Only that of events lasts, since all who listen share it.
 */
final class EsxConnection implements HypervisorConnection {

  private final HostContext host;
  private final @Nullable VCenter vCenter;
  private final boolean encrypted;
  private final Questions questions;
  private volatile boolean open = true;
  private @Nullable DomainEvents events;

  /**
   * @param host the host, as the server of the URI knows it
   * @param vCenter the same host, as the vCenter knows it: the server of the URI, or the one that
   *     manages it; null when nobody asked for that
   */
  EsxConnection(
      HostContext host, @Nullable VCenter vCenter, boolean encrypted, Questions questions) {
    this.host = host;
    this.vCenter = vCenter;
    this.encrypted = encrypted;
    this.questions = questions;
  }

  @Override
  public HostTable host() {
    return new HostFacts(host, encrypted);
  }

  @Override
  public DomainTable domains() {
    return new DomainLookup(host);
  }

  @Override
  public LifecycleTable lifecycle() {
    return new DomainPower(host, tasks());
  }

  @Override
  public MemoryTable memory() {
    return new MemorySettings(host, tasks());
  }

  @Override
  public ProcessorTable processors() {
    return new ProcessorSettings(host, tasks());
  }

  @Override
  public ConfigurationTable configuration() {
    return new DomainNotes(host, tasks());
  }

  @Override
  public GuestTable guests() {
    return new GuestFacts(host);
  }

  @Override
  public DefinitionTable definitions() {
    return new DomainDefinitions(host, tasks());
  }

  private MachineTasks tasks() {
    return new MachineTasks(host.client(), questions);
  }

  @Override
  public SnapshotTable snapshots() {
    return new DomainSnapshots(host, tasks());
  }

  @Override
  public StorageTable storage() {
    return new VirtualDisks(host);
  }

  @Override
  public MigrationTable migrations() {
    return new DomainMigration(host, vCenter, questions);
  }

  @Override
  public synchronized EventTable events() {
    if (events == null) {
      events = new DomainEvents(host);
    }
    return events;
  }

  private synchronized @Nullable DomainEvents openEvents() {
    return events;
  }

  @Override
  public boolean isAlive() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    DomainEvents told = openEvents();
    if (told != null) {
      told.close();
    }
    try {
      if (vCenter != null) {
        vCenter.host().client().close();
      }
    } finally {
      host.client().close();
    }
  }
}
