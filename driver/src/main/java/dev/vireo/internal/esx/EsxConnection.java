package dev.vireo.internal.esx;

import dev.vireo.ConvertedText;
import dev.vireo.DomainInfo;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.DomainXmlFlag;
import dev.vireo.NodeInfo;
import dev.vireo.TaskOptions;
import dev.vireo.internal.DomainEntry;
import dev.vireo.internal.DomainHandle;
import dev.vireo.internal.HypervisorConnection;
import dev.vireo.vim.VimClient;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection to a VMware host: hands each operation to the part that knows it. */
final class EsxConnection implements HypervisorConnection {

  private final VimClient client;
  private final @Nullable VCenterLink vCenter;
  private final boolean encrypted;
  private final HostFacts facts;
  private final Machines machines;
  private final PowerOperations power;
  private final DescriptionSource descriptions;
  private volatile boolean open = true;

  EsxConnection(
      VimClient client,
      @Nullable VCenterLink vCenter,
      boolean encrypted,
      HostFacts facts,
      Machines machines,
      PowerOperations power,
      DescriptionSource descriptions) {
    this.client = client;
    this.vCenter = vCenter;
    this.encrypted = encrypted;
    this.facts = facts;
    this.machines = machines;
    this.power = power;
    this.descriptions = descriptions;
  }

  @Override
  public String type() {
    return "ESX";
  }

  @Override
  public String hostName() {
    return facts.hostName();
  }

  @Override
  public long version() {
    return HostFacts.version(client.serviceContent().about());
  }

  @Override
  public NodeInfo nodeInfo() {
    return facts.nodeInfo();
  }

  @Override
  public long freeMemory() {
    return facts.freeMemory();
  }

  @Override
  public String capabilities() {
    return facts.capabilities().toXml();
  }

  @Override
  public boolean isAlive() {
    return open;
  }

  @Override
  public boolean isEncrypted() {
    return encrypted;
  }

  @Override
  public List<DomainEntry> domains(Set<DomainListFlag> flags) {
    return machines.list(flags);
  }

  @Override
  public int[] runningIds() {
    return machines.runningIds();
  }

  @Override
  public List<String> definedNames() {
    return machines.definedNames();
  }

  @Override
  public DomainEntry domainById(int id) {
    return machines.byId(id);
  }

  @Override
  public DomainEntry domainByUuid(UUID uuid) {
    return machines.byUuid(uuid);
  }

  @Override
  public DomainEntry domainByName(String name) {
    return machines.byName(name);
  }

  @Override
  public DomainState state(DomainHandle domain) {
    return machines.state(domain);
  }

  @Override
  public DomainInfo info(DomainHandle domain) {
    return machines.info(domain);
  }

  @Override
  public long maxMemory(DomainHandle domain) {
    return machines.maxMemory(domain);
  }

  @Override
  public boolean autostart(DomainHandle domain) {
    return machines.autostart(domain);
  }

  @Override
  public void requireExistence(DomainHandle domain) {
    machines.state(domain);
  }

  @Override
  public ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags) {
    return descriptions.open().describe(domain, flags);
  }

  @Override
  public ConvertedText fromNative(String format, byte[] config) {
    return descriptions.open().fromNative(format, config);
  }

  @Override
  public ConvertedText toNative(String format, String xml) {
    return descriptions.open().toNative(format, xml);
  }

  @Override
  public void create(DomainHandle domain, TaskOptions options) {
    power.run(PowerOperation.CREATE, domain, options);
  }

  @Override
  public void suspend(DomainHandle domain, TaskOptions options) {
    power.run(PowerOperation.SUSPEND, domain, options);
  }

  @Override
  public void resume(DomainHandle domain, TaskOptions options) {
    power.run(PowerOperation.RESUME, domain, options);
  }

  @Override
  public void shutdown(DomainHandle domain) {
    power.ask(GuestRequest.SHUTDOWN, domain);
  }

  @Override
  public void reboot(DomainHandle domain) {
    power.ask(GuestRequest.REBOOT, domain);
  }

  @Override
  public void destroy(DomainHandle domain, TaskOptions options) {
    power.run(PowerOperation.DESTROY, domain, options);
  }

  @Override
  public void close() {
    open = false;
    try {
      if (vCenter != null) {
        vCenter.close();
      }
    } finally {
      client.close();
    }
  }
}
