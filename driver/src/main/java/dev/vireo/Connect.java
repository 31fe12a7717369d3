package dev.vireo;

import dev.vireo.auth.ConnectAuth;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.EventRegistration;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.internal.Boundary;
import dev.vireo.internal.CallersCode;
import dev.vireo.internal.GuardedTable;
import dev.vireo.internal.NamedTarget;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.event.EventDelivery;
import dev.vireo.spi.ConfigurationTable;
import dev.vireo.spi.DefinitionOutcome;
import dev.vireo.spi.DefinitionTable;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainTable;
import dev.vireo.spi.GuestTable;
import dev.vireo.spi.HostTable;
import dev.vireo.spi.HypervisorConnection;
import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.spi.InterfaceTable;
import dev.vireo.spi.LifecycleTable;
import dev.vireo.spi.MemoryTable;
import dev.vireo.spi.MigrationTable;
import dev.vireo.spi.NetworkTable;
import dev.vireo.spi.ProcessorTable;
import dev.vireo.spi.SnapshotTable;
import dev.vireo.spi.StorageTable;
import dev.vireo.uri.ConnectUri;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a hypervisor ({@code virConnect}). Methods may be called from several threads at
 * the same time and do not wait for each other. Every method throws {@link LibvirtException}; after
 * {@link #close()} with {@link ErrorCode#INVALID_CONN}. What the caller's own code throws when it
 * is called back, such as a {@link ConnectAuth}, reaches the caller as it is.
 *
 * <p>The session heals: when the host ended it, the next call logs in again.
 *
 * <p>Where a URI is asked for, an alias of libvirt's {@code libvirt.conf} will do, and the empty
 * text stands for {@code LIBVIRT_DEFAULT_URI} or that file's {@code uri_default}; see {@link
 * dev.vireo.uri.LibvirtConf}.
 */
public final class Connect implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Connect.class.getName());

  private final ConnectUri uri;
  private final HypervisorConnection connection;
  private final boolean readOnly;

  private final GuardedTable<HostTable> host;
  private final GuardedTable<DomainTable> domains;
  private final GuardedTable<LifecycleTable> lifecycle;
  private final GuardedTable<DefinitionTable> definitions;
  private final GuardedTable<MemoryTable> memory;
  private final GuardedTable<ProcessorTable> processors;
  private final GuardedTable<ConfigurationTable> configuration;
  private final GuardedTable<GuestTable> guests;
  private final GuardedTable<MigrationTable> migrations;
  private final GuardedTable<SnapshotTable> snapshots;
  private final GuardedTable<StorageTable> storage;
  private final GuardedTable<NetworkTable> networks;
  private final GuardedTable<InterfaceTable> interfaces;
  private final EventDelivery events;

  private Connect(ConnectUri uri, HypervisorConnection connection, boolean readOnly) {
    this.uri = uri;
    this.connection = connection;
    this.readOnly = readOnly;
    this.host = guarded(connection::host);
    this.domains = guarded(connection::domains);
    this.lifecycle = guarded(connection::lifecycle);
    this.definitions = guarded(connection::definitions);
    this.memory = guarded(connection::memory);
    this.processors = guarded(connection::processors);
    this.configuration = guarded(connection::configuration);
    this.guests = guarded(connection::guests);
    this.migrations = guarded(connection::migrations);
    this.snapshots = guarded(connection::snapshots);
    this.storage = guarded(connection::storage);
    this.networks = guarded(connection::networks);
    this.interfaces = guarded(connection::interfaces);
    this.events = new EventDelivery(guarded(connection::events), this::domain);
  }

  private <T> GuardedTable<T> guarded(Supplier<T> table) {
    return new GuardedTable<>(table, connection::isAlive, readOnly);
  }

  /**
   * Opens a connection without credentials ({@code virConnectOpen}). Only {@code test:} URIs, such
   * as {@code test:///default}, can be opened this way, as in libvirt.
   *
   * @param uri the connection URI
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for every other URI
   */
  public static Connect open(String uri) {
    return connect(uri, null, ConnectOptions.defaults());
  }

  /**
   * Opens a connection ({@code virConnectOpenAuth}).
   *
   * @param uri the connection URI
   * @param auth asked for what neither the URI nor {@code auth.conf} holds
   * @throws LibvirtException see {@link #open(String, ConnectAuth, ConnectOptions)}
   */
  public static Connect open(String uri, ConnectAuth auth) {
    return connect(uri, Objects.requireNonNull(auth), ConnectOptions.defaults());
  }

  /**
   * Opens a connection ({@code virConnectOpenAuth}). Host, port, certificate and kind of host are
   * found out before anybody is asked for anything. When this fails, nobody stays logged in.
   *
   * @param uri the connection URI
   * @param auth asked for what neither the URI nor {@code auth.conf} holds
   * @param options read only or not, where files are looked for, and who hears of what
   * @throws LibvirtException {@link ErrorCode#NO_CONNECT} for an unknown scheme, {@link
   *     ErrorCode#INVALID_ARG} for another mistake in the URI, {@link ErrorCode#CONF_SYNTAX} for
   *     one in {@code libvirt.conf} or {@code auth.conf}, {@link ErrorCode#AUTH_FAILED} for missing
   *     or wrong credentials, {@link ErrorCode#INTERNAL_ERROR} when the host cannot be reached, is
   *     not trusted or is not what the scheme says, {@link ErrorCode#OPERATION_TIMEOUT} when it
   *     does not answer in time
   */
  public static Connect open(String uri, ConnectAuth auth, ConnectOptions options) {
    return connect(uri, Objects.requireNonNull(auth), options);
  }

  private static Connect connect(String text, @Nullable ConnectAuth auth, ConnectOptions options) {
    return Boundary.get(
        () -> connectMarked(text, CallersCode.mark(auth), CallersCode.mark(options)));
  }

  private static Connect connectMarked(
      String text, @Nullable ConnectAuth auth, ConnectOptions options) {
    NamedTarget target = NamedTarget.of(text, options);
    try {
      ConnectUri uri = HypervisorDrivers.parse(target.uri());
      HypervisorConnection connection = HypervisorDrivers.of(uri).open(uri, auth, options);
      return new Connect(uri, connection, options.readOnly());
    } catch (LibvirtException e) {
      throw e.withHints(target.hints());
    }
  }

  /** Name of the driver, such as {@code ESX} ({@code virConnectGetType}). */
  public String getType() {
    return host.read("virConnectGetType", HostTable::type);
  }

  /** The URI of the connection ({@code virConnectGetURI}). */
  public String getURI() {
    host.requireOpen("virConnectGetURI");
    return uri.toString();
  }

  /** Full name of the host, with its domain where it has one ({@code virConnectGetHostname}). */
  public String getHostName() {
    return host.read("virConnectGetHostname", HostTable::hostName);
  }

  /**
   * Version of the host's software, or of the vCenter's, as major * 1,000,000 + minor * 1,000 +
   * micro ({@code virConnectGetVersion}).
   */
  public long getVersion() {
    return host.read("virConnectGetVersion", HostTable::version);
  }

  /** Hardware of the host ({@code virNodeGetInfo}). */
  public NodeInfo nodeInfo() {
    return host.read("virNodeGetInfo", HostTable::nodeInfo);
  }

  /** Free memory of the host in bytes ({@code virNodeGetFreeMemory}). */
  public long getFreeMemory() {
    return host.read("virNodeGetFreeMemory", HostTable::freeMemory);
  }

  /**
   * Most virtual processors of a domain on this host ({@code virConnectGetMaxVcpus}).
   *
   * @param type type of the domain, {@code vmware} on VMware hosts; null for that of the driver
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a type that the driver does not have
   */
  public int getMaxVcpus(@Nullable String type) {
    return host.read("virConnectGetMaxVcpus", table -> table.maxVcpus(type));
  }

  /** What host and driver can do, as libvirt's XML ({@code virConnectGetCapabilities}). */
  public String getCapabilities() {
    return host.read("virConnectGetCapabilities", HostTable::capabilities);
  }

  /**
   * Whether driver and host can do something beyond libvirt's functions ({@code
   * virConnectSupportsFeature}). A VMware host supports {@link ConnectFeature#MIGRATION_V1}, {@link
   * ConnectFeature#MIGRATION_DIRECT} and {@link ConnectFeature#MIGRATION_OFFLINE} when the
   * connection comes to its vCenter and it is set up for vMotion.
   */
  public boolean supportsFeature(ConnectFeature feature) {
    return migrations.read("virConnectSupportsFeature", table -> table.supportsFeature(feature));
  }

  /**
   * Whether the connection is open ({@code virConnectIsAlive}). As in libvirt's driver nothing is
   * sent to the host: a session that the host ended heals by itself.
   */
  public boolean isAlive() {
    return connection.isAlive();
  }

  /** Whether requests are encrypted ({@code virConnectIsEncrypted}). */
  public boolean isEncrypted() {
    return host.read("virConnectIsEncrypted", HostTable::isEncrypted);
  }

  /** Whether nobody can listen in ({@code virConnectIsSecure}); on VMware hosts as encrypted. */
  public boolean isSecure() {
    return host.read("virConnectIsSecure", HostTable::isSecure);
  }

  /**
   * All domains that pass the filters, in one request ({@code virConnectListAllDomains}). A domain
   * of which the host does not tell all, for example for want of a privilege, may be any, and
   * passes; one warning in the log counts them, and {@link #listAllDomainSummaries} says which they
   * are and why.
   *
   * @param flags filters; empty for all domains
   * @throws LibvirtException with the code of the reason, such as {@link
   *     ErrorCode#OPERATION_DENIED}, when the host tells of none of its domains even the name
   */
  public List<Domain> listAllDomains(Set<DomainListFlag> flags) {
    List<DomainEntry> entries =
        domains.read("virConnectListAllDomains", table -> table.list(flags));
    warnOfUnreadable(entries);
    return entries.stream().map(this::domain).toList();
  }

  private static void warnOfUnreadable(List<DomainEntry> entries) {
    List<LibvirtException> reasons =
        entries.stream().map(DomainEntry::unreadable).filter(Objects::nonNull).toList();
    if (!reasons.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              reasons.size()
                  + " of "
                  + entries.size()
                  + " domains cannot be read; the first: "
                  + reasons.get(0).getMessage());
    }
  }

  /**
   * All domains that pass the filters with what a list shows of them, in one request. virsh needs
   * three more requests per domain for the same. A domain of which the host does not tell all may
   * be any, and passes: its state is {@link DomainState#NOSTATE}, and {@link
   * DomainSummary#unreadable} says why. That is also how a domain is shown that was removed
   * meanwhile.
   *
   * @param flags filters; empty for all domains
   * @throws LibvirtException as {@link #listAllDomains}
   */
  public List<DomainSummary> listAllDomainSummaries(Set<DomainListFlag> flags) {
    return domains.read("virConnectListAllDomains", table -> table.list(flags)).stream()
        .map(this::summary)
        .toList();
  }

  /**
   * Number of running domains ({@code virConnectNumOfDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public int numOfDomains() {
    return domains.read("virConnectNumOfDomains", DomainTable::runningIds).length;
  }

  /**
   * Ids of the running domains ({@code virConnectListDomains}). Unlike {@link
   * DomainListFlag#ACTIVE} this leaves suspended domains out, as libvirt's driver does.
   *
   * @throws LibvirtException with the code of the reason, such as {@link
   *     ErrorCode#OPERATION_DENIED}, when a domain cannot be read, since it may run
   */
  public int[] listDomains() {
    return domains.read("virConnectListDomains", DomainTable::runningIds);
  }

  /**
   * Number of domains that do not run ({@code virConnectNumOfDefinedDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public int numOfDefinedDomains() {
    return domains.read("virConnectNumOfDefinedDomains", DomainTable::definedNames).size();
  }

  /**
   * Names of the domains that do not run, suspended ones included ({@code
   * virConnectListDefinedDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public List<String> listDefinedDomains() {
    return domains.read("virConnectListDefinedDomains", DomainTable::definedNames);
  }

  /**
   * The domain with an id ({@code virDomainLookupByID}).
   *
   * @param id the id of a domain that is not powered off
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, and only then; the
   *     code of the reason, such as {@link ErrorCode#OPERATION_DENIED}, when it, or one that may be
   *     it, cannot be read
   */
  public Domain domainLookupByID(int id) {
    return domain(domains.read("virDomainLookupByID", table -> table.byId(id)));
  }

  /**
   * The domain with a uuid ({@code virDomainLookupByUUID}). Where no domain has it as its own, the
   * BIOS uuid counts, which libvirt before 12.4 goes by; the domain that is found still has the
   * uuid that lists show.
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, and only then; {@link
   *     ErrorCode#OPERATION_FAILED} when several have it as their BIOS uuid; the code of the
   *     reason, such as {@link ErrorCode#OPERATION_DENIED}, when it, or one that may be it, cannot
   *     be read
   */
  public Domain domainLookupByUUID(UUID uuid) {
    return domain(domains.read("virDomainLookupByUUID", table -> table.byUuid(uuid)));
  }

  /**
   * The domain with a uuid ({@code virDomainLookupByUUIDString}).
   *
   * @param uuid 32 hex digits in either case; hyphens and blanks between them are ignored
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, {@link
   *     ErrorCode#INVALID_ARG} when the text is no uuid
   */
  public Domain domainLookupByUUIDString(String uuid) {
    domains.requireOpen("virDomainLookupByUUIDString");
    UUID parsed =
        UuidText.parse(uuid)
            .orElseThrow(() ->
                LibvirtException.builder(
                        ErrorCode.INVALID_ARG,
                        "uuidstr in virDomainLookupByUUIDString must be a valid UUID")
                    .operation("virDomainLookupByUUIDString")
                    .build());
    return domain(domains.read("virDomainLookupByUUIDString", table -> table.byUuid(parsed)));
  }

  /**
   * The domain with a name ({@code virDomainLookupByName}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, and only then; the
   *     code of the reason, such as {@link ErrorCode#OPERATION_DENIED}, when it, or one that may be
   *     it, cannot be read
   */
  public Domain domainLookupByName(String name) {
    return domain(domains.read("virDomainLookupByName", table -> table.byName(name)));
  }

  /**
   * Shows a configuration file of the hypervisor as domain XML ({@code
   * virConnectDomainXMLFromNative}). File names that are relative become {@code [?] ?/name}, since
   * nobody says where the file lies; absolute ones are looked up among the host's datastores. What
   * the file has and XML cannot show is logged as a warning; {@link #convertFromNative} gives it to
   * the caller instead.
   *
   * @param format {@code vmware-vmx}
   * @param config the file's text
   * @return the XML with a line feed at its end
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for another format; {@link
   *     ErrorCode#CONF_SYNTAX} when the text is no such file; {@link ErrorCode#INTERNAL_ERROR} when
   *     it describes no machine; {@link ErrorCode#OPERATION_DENIED} on a read-only connection
   */
  public String domainXMLFromNative(String format, String config) {
    return ConversionLog.warnings(
        convertFromNative(format, config.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Like {@link #domainXMLFromNative}, with the warnings.
   *
   * @param config the file's bytes, in the encoding that it names
   */
  public ConvertedText convertFromNative(String format, byte[] config) {
    return definitions.change(
        "virConnectDomainXMLFromNative", table -> table.fromNative(format, config));
  }

  /**
   * Writes domain XML as a configuration file of the hypervisor ({@code
   * virConnectDomainXMLToNative}), for the newest virtual hardware that the host runs. Nothing is
   * created. What the XML has and the file cannot say is logged as a warning; {@link
   * #convertToNative} gives it to the caller instead.
   *
   * @param format {@code vmware-vmx}
   * @param xml the domain
   * @return the file's text
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for another format; {@link
   *     ErrorCode#XML_ERROR} when the XML is no domain; {@link ErrorCode#CONFIG_UNSUPPORTED} for
   *     what VMX cannot express; {@link ErrorCode#INTERNAL_ERROR} for a value that breaks a rule of
   *     the host's; {@link ErrorCode#OPERATION_DENIED} on a read-only connection
   */
  public String domainXMLToNative(String format, String xml) {
    return ConversionLog.warnings(convertToNative(format, xml));
  }

  /** Like {@link #domainXMLToNative}, with the warnings. */
  public ConvertedText convertToNative(String format, String xml) {
    return definitions.change("virConnectDomainXMLToNative", table -> table.toNative(format, xml));
  }

  /**
   * Defines a domain ({@code virDomainDefineXML}); see {@link #define}. What of the XML is left
   * out, and what has to wait, is logged as warnings.
   */
  public Domain domainDefineXML(String xml) {
    return domainDefineXML(xml, Set.of());
  }

  /** Like {@link #domainDefineXML(String)}, in a way ({@code virDomainDefineXMLFlags}). */
  public Domain domainDefineXML(String xml, Set<DomainDefineFlag> flags) {
    return ConversionLog.warnings(define(xml, flags, TaskOptions.DEFAULT));
  }

  /**
   * Defines a domain, and says what that took. A new one is powered off; on VMware hosts its
   * configuration file is put beside its first hard disk, under a name that is free, and
   * registered. Where the host has a domain of this uuid, that one is brought into the form that
   * the XML says: it keeps its id and all that XML does not show. While it runs, what can change
   * then does, and the rest waits; see {@link DefinitionPlan#waiting}. A password that the XML does
   * not have stays, and an empty one takes it away. When this fails nothing has changed.
   *
   * @param xml the domain; without a uuid it is a new one
   * @throws LibvirtException {@link ErrorCode#XML_ERROR} when the XML is no domain; {@link
   *     ErrorCode#CONFIG_UNSUPPORTED} for what the host cannot express; {@link
   *     ErrorCode#INTERNAL_ERROR} when it does not say where the domain lies, or breaks a rule of
   *     the host's; {@link ErrorCode#OPERATION_FAILED} when another domain has its name; {@link
   *     ErrorCode#XML_INVALID_SCHEMA} with {@link DomainDefineFlag#VALIDATE} when something of it
   *     would be left out; {@link ErrorCode#OPERATION_INVALID} when none of the changes can be made
   *     while the domain runs
   */
  public DefinedDomain define(String xml, Set<DomainDefineFlag> flags, TaskOptions options) {
    DefinitionOutcome outcome =
        definitions.change(
            flags.isEmpty() ? "virDomainDefineXML" : "virDomainDefineXMLFlags",
            table -> table.define(xml, flags, CallersCode.mark(options)));
    return new DefinedDomain(domain(outcome.entry()), outcome.done());
  }

  /**
   * What {@link #define} would do now: the difference to what the host has, and the requests that
   * would be sent. Changes nothing.
   *
   * @throws LibvirtException as {@link #define}, as far as that can be known before
   */
  public DefinitionPlan planDefine(String xml, Set<DomainDefineFlag> flags) {
    return definitions.read("virDomainDefineXMLFlags", table -> table.plan(xml, flags));
  }

  /**
   * Runs a domain that is gone when it ends ({@code virDomainCreateXML}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} for VMware hosts, which have no such
   *     domains
   */
  public Domain domainCreateXML(String xml) {
    return domain(
        definitions.change(
            "virDomainCreateXML", table -> table.createXml(xml, TaskOptions.DEFAULT)));
  }

  /**
   * The names of the active storage pools ({@code virConnectListStoragePools}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} for VMware hosts, so far
   */
  public List<String> listStoragePools() {
    return storage.read("virConnectListStoragePools", StorageTable::poolNames);
  }

  /**
   * Deletes a virtual disk with all its files ({@code virStorageVolDelete}). Nobody asks whether a
   * domain has it.
   *
   * @param path where it is, such as {@code [datastore1] web/web.vmdk}
   * @throws LibvirtException {@link ErrorCode#NO_STORAGE_VOL} when there is none, {@link
   *     ErrorCode#INVALID_ARG} when the text is no path of one
   */
  public void storageVolDelete(String path, TaskOptions options) {
    storage.run(
        "virStorageVolDelete", options, (table, marked) -> table.deleteVolume(path, marked));
  }

  /**
   * The names of the active networks ({@code virConnectListNetworks}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} for VMware hosts, so far
   */
  public List<String> listNetworks() {
    return networks.read("virConnectListNetworks", NetworkTable::names);
  }

  /**
   * The names of the host's active network interfaces ({@code virConnectListInterfaces}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} for VMware hosts, so far
   */
  public List<String> listInterfaces() {
    return interfaces.read("virConnectListInterfaces", InterfaceTable::names);
  }

  /**
   * Tells of what happens to domains from now on ({@code virConnectDomainEventRegisterAny}): all
   * listeners and streams of a connection live on one subscription, so that a further one costs the
   * host nothing. Nothing is lost when the host ends the session: what happened meanwhile is told
   * afterwards, as far as the host's own log of events goes.
   *
   * <p>The listener has a thread of its own. What it throws is logged, and it hears of the next
   * event all the same; events wait while it is slow, up to 100,000.
   *
   * @param ids the kinds of events; empty for all
   * @param listener hears of them
   * @return closed to end it
   * @throws LibvirtException when the host cannot be followed, with the code of the reason
   */
  public EventRegistration domainEventRegisterAny(
      Set<DomainEventId> ids, Consumer<? super DomainEvent> listener) {
    return events.listen(ids, null, Objects.requireNonNull(listener));
  }

  /** Like {@link #domainEventRegisterAny(Set, Consumer)}, for one domain. */
  public EventRegistration domainEventRegisterAny(
      Domain domain, Set<DomainEventId> ids, Consumer<? super DomainEvent> listener) {
    return events.listen(ids, domain.handle(), Objects.requireNonNull(listener));
  }

  /**
   * What happens to domains from now on, to be taken by the caller. The rest is as with {@link
   * #domainEventRegisterAny(Set, Consumer)}.
   *
   * @param ids the kinds of events; empty for all
   * @return closed to end it
   */
  public DomainEventStream domainEvents(Set<DomainEventId> ids) {
    return events.stream(ids, null);
  }

  /** Like {@link #domainEvents(Set)}, for one domain. */
  public DomainEventStream domainEvents(Domain domain, Set<DomainEventId> ids) {
    return events.stream(ids, domain.handle());
  }

  /**
   * Tells, once, of the end of the connection ({@code virConnectRegisterCloseCallback}): that it
   * was closed, or that the host could not be followed any more for a minute. In that case no more
   * events come, though calls may still work, since each opens the session again.
   *
   * @param listener hears of it, on a thread of its own
   * @return closed to end it
   * @throws LibvirtException as {@link #domainEventRegisterAny(Set, Consumer)}
   */
  public EventRegistration registerCloseCallback(Consumer<CloseReason> listener) {
    return events.onClose(Objects.requireNonNull(listener));
  }

  /**
   * Logs out. Tasks that are under way go on. Does nothing when closed already. When the host
   * cannot be told, it ends the session by itself after a while.
   */
  @Override
  public void close() {
    Boundary.run(connection::close);
  }

  /** The object for a domain that was found. */
  Domain domain(DomainEntry entry) {
    return new Domain(this, entry);
  }

  private DomainSummary summary(DomainEntry entry) {
    return new DomainSummary(
        domain(entry),
        entry.activeId(),
        entry.name(),
        entry.uuid(),
        entry.state(),
        entry.unreadable());
  }

  /** Whether changes are refused. */
  boolean isReadOnly() {
    return readOnly;
  }

  /** What the driver knows of domains. */
  GuardedTable<DomainTable> domains() {
    return domains;
  }

  /** How the driver starts and stops domains. */
  GuardedTable<LifecycleTable> lifecycle() {
    return lifecycle;
  }

  /** How the driver shows domains. */
  GuardedTable<DefinitionTable> definitions() {
    return definitions;
  }

  /** How the driver gives memory to domains. */
  GuardedTable<MemoryTable> memory() {
    return memory;
  }

  /** How the driver gives processors to domains. */
  GuardedTable<ProcessorTable> processors() {
    return processors;
  }

  /** How the driver names domains. */
  GuardedTable<ConfigurationTable> configuration() {
    return configuration;
  }

  /** What the driver hears of guests. */
  GuardedTable<GuestTable> guests() {
    return guests;
  }

  /** How the driver moves domains. */
  GuardedTable<MigrationTable> migrations() {
    return migrations;
  }

  /** What the driver does with snapshots. */
  GuardedTable<SnapshotTable> snapshots() {
    return snapshots;
  }
}
