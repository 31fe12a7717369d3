package dev.vireo.internal;

import dev.vireo.ConvertedText;
import dev.vireo.DomainInfo;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.DomainXmlFlag;
import dev.vireo.NodeInfo;
import dev.vireo.TaskOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets nothing but {@code LibvirtException} out of another connection; see {@link Boundary}.
 *
 * @param inner the connection that does the work; closed together with this one
 */
public record GuardedConnection(HypervisorConnection inner) implements HypervisorConnection {

  @Override
  public String type() {
    return Boundary.get(inner::type);
  }

  @Override
  public String hostName() {
    return Boundary.get(inner::hostName);
  }

  @Override
  public long version() {
    return Boundary.get(inner::version);
  }

  @Override
  public NodeInfo nodeInfo() {
    return Boundary.get(inner::nodeInfo);
  }

  @Override
  public long freeMemory() {
    return Boundary.get(inner::freeMemory);
  }

  @Override
  public String capabilities() {
    return Boundary.get(inner::capabilities);
  }

  @Override
  public boolean isAlive() {
    return inner.isAlive();
  }

  @Override
  public boolean isEncrypted() {
    return inner.isEncrypted();
  }

  @Override
  public List<DomainEntry> domains(Set<DomainListFlag> flags) {
    return Boundary.get(() -> inner.domains(flags));
  }

  @Override
  public int[] runningIds() {
    return Boundary.get(inner::runningIds);
  }

  @Override
  public List<String> definedNames() {
    return Boundary.get(inner::definedNames);
  }

  @Override
  public DomainEntry domainById(int id) {
    return Boundary.get(() -> inner.domainById(id));
  }

  @Override
  public DomainEntry domainByUuid(UUID uuid) {
    return Boundary.get(() -> inner.domainByUuid(uuid));
  }

  @Override
  public DomainEntry domainByName(String name) {
    return Boundary.get(() -> inner.domainByName(name));
  }

  @Override
  public DomainState state(DomainHandle domain) {
    return Boundary.get(() -> inner.state(domain));
  }

  @Override
  public DomainInfo info(DomainHandle domain) {
    return Boundary.get(() -> inner.info(domain));
  }

  @Override
  public long maxMemory(DomainHandle domain) {
    return Boundary.get(() -> inner.maxMemory(domain));
  }

  @Override
  public boolean autostart(DomainHandle domain) {
    return Boundary.get(() -> inner.autostart(domain));
  }

  @Override
  public void requireExistence(DomainHandle domain) {
    Boundary.run(() -> inner.requireExistence(domain));
  }

  @Override
  public ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags) {
    return Boundary.get(() -> inner.describe(domain, flags));
  }

  @Override
  public ConvertedText fromNative(String format, byte[] config) {
    return Boundary.get(() -> inner.fromNative(format, config));
  }

  @Override
  public ConvertedText toNative(String format, String xml) {
    return Boundary.get(() -> inner.toNative(format, xml));
  }

  @Override
  public void create(DomainHandle domain, TaskOptions options) {
    Boundary.run(() -> inner.create(domain, CallersCode.mark(options)));
  }

  @Override
  public void suspend(DomainHandle domain, TaskOptions options) {
    Boundary.run(() -> inner.suspend(domain, CallersCode.mark(options)));
  }

  @Override
  public void resume(DomainHandle domain, TaskOptions options) {
    Boundary.run(() -> inner.resume(domain, CallersCode.mark(options)));
  }

  @Override
  public void shutdown(DomainHandle domain) {
    Boundary.run(() -> inner.shutdown(domain));
  }

  @Override
  public void reboot(DomainHandle domain) {
    Boundary.run(() -> inner.reboot(domain));
  }

  @Override
  public void destroy(DomainHandle domain, TaskOptions options) {
    Boundary.run(() -> inner.destroy(domain, CallersCode.mark(options)));
  }

  @Override
  public void close() {
    Boundary.run(() -> inner.close());
  }
}
