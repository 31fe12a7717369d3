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
 * An open connection to a hypervisor. Each method is what the method of the same name of {@code
 * Connect} or {@code Domain} says, for a domain given by its handle, and throws {@code
 * LibvirtException}. Safe for use by several threads.
 */
public interface HypervisorConnection extends AutoCloseable {

  /** Name of the driver. */
  String type();

  /** Name of the host. */
  String hostName();

  /** Version of the hypervisor: major * 1,000,000 + minor * 1,000 + micro. */
  long version();

  /** Hardware of the host. */
  NodeInfo nodeInfo();

  /** Free memory in bytes. */
  long freeMemory();

  /** Capabilities as libvirt's XML. */
  String capabilities();

  /** Whether the connection was not closed. */
  boolean isAlive();

  /** Whether requests are encrypted. */
  boolean isEncrypted();

  /** All domains that pass the filters, in the order of the host. */
  List<DomainEntry> domains(Set<DomainListFlag> flags);

  /** The ids of running domains. */
  int[] runningIds();

  /** The names of domains that do not run, suspended ones included. */
  List<String> definedNames();

  /** The domain of an id. */
  DomainEntry domainById(int id);

  /** The domain of a uuid. */
  DomainEntry domainByUuid(UUID uuid);

  /** The domain of a name. */
  DomainEntry domainByName(String name);

  /** State of a domain. */
  DomainState state(DomainHandle domain);

  /** State and size of a domain. */
  DomainInfo info(DomainHandle domain);

  /** Memory of a domain's virtual hardware in KiB. */
  long maxMemory(DomainHandle domain);

  /** Whether a domain starts together with its host. */
  boolean autostart(DomainHandle domain);

  /** Fails when a domain does not exist any more. */
  void requireExistence(DomainHandle domain);

  /** The definition of a domain as XML. */
  ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags);

  /** A configuration file of the hypervisor as domain XML. */
  ConvertedText fromNative(String format, byte[] config);

  /** Domain XML as a configuration file of the hypervisor. */
  ConvertedText toNative(String format, String xml);

  /** Powers a domain on. */
  void create(DomainHandle domain, TaskOptions options);

  /** Suspends a running domain. */
  void suspend(DomainHandle domain, TaskOptions options);

  /** Powers a suspended domain on. */
  void resume(DomainHandle domain, TaskOptions options);

  /** Asks the guest to shut down. */
  void shutdown(DomainHandle domain);

  /** Asks the guest to reboot. */
  void reboot(DomainHandle domain);

  /** Powers a domain off. */
  void destroy(DomainHandle domain, TaskOptions options);

  /** Logs out and releases everything; does nothing when closed already. */
  @Override
  void close();
}
