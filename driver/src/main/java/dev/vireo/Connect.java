package dev.vireo;

import dev.vireo.auth.ConnectAuth;
import dev.vireo.internal.Boundary;
import dev.vireo.internal.CallersCode;
import dev.vireo.internal.DomainEntry;
import dev.vireo.internal.GuardedConnection;
import dev.vireo.internal.HypervisorConnection;
import dev.vireo.internal.HypervisorDrivers;
import dev.vireo.internal.NamedTarget;
import dev.vireo.internal.UuidText;
import dev.vireo.uri.ConnectUri;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a VMware host ({@code virConnect}). Methods may be called from several threads at
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

  private Connect(ConnectUri uri, HypervisorConnection connection, boolean readOnly) {
    this.uri = uri;
    this.connection = connection;
    this.readOnly = readOnly;
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
      ConnectUri uri = ConnectUri.parse(target.uri());
      for (ConnectUri.Ignored part : uri.ignored()) {
        options.warn(part.warning() + "; " + part.hint());
      }
      HypervisorConnection connection = HypervisorDrivers.of(uri.scheme()).open(uri, auth, options);
      return new Connect(uri, new GuardedConnection(connection), options.readOnly());
    } catch (LibvirtException e) {
      throw e.withHints(target.hints());
    }
  }

  /** Name of the driver: {@code ESX} for every scheme ({@code virConnectGetType}). */
  public String getType() {
    return readable("virConnectGetType").type();
  }

  /** The URI of the connection ({@code virConnectGetURI}). */
  public String getURI() {
    readable("virConnectGetURI");
    return uri.toString();
  }

  /** Full name of the host, with its domain where it has one ({@code virConnectGetHostname}). */
  public String getHostName() {
    return readable("virConnectGetHostname").hostName();
  }

  /**
   * Version of the host's software, or of the vCenter's, as major * 1,000,000 + minor * 1,000 +
   * micro ({@code virConnectGetVersion}).
   */
  public long getVersion() {
    return readable("virConnectGetVersion").version();
  }

  /** Hardware of the host ({@code virNodeGetInfo}). */
  public NodeInfo nodeInfo() {
    return readable("virNodeGetInfo").nodeInfo();
  }

  /** Free memory of the host in bytes ({@code virNodeGetFreeMemory}). */
  public long getFreeMemory() {
    return readable("virNodeGetFreeMemory").freeMemory();
  }

  /** What host and driver can do, as libvirt's XML ({@code virConnectGetCapabilities}). */
  public String getCapabilities() {
    return readable("virConnectGetCapabilities").capabilities();
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
    return readable("virConnectIsEncrypted").isEncrypted();
  }

  /**
   * Whether nobody can listen in; the same as {@link #isEncrypted()} ({@code virConnectIsSecure}).
   */
  public boolean isSecure() {
    return readable("virConnectIsSecure").isEncrypted();
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
    List<DomainEntry> entries = readable("virConnectListAllDomains").domains(flags);
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
    return readable("virConnectListAllDomains").domains(flags).stream().map(this::summary).toList();
  }

  /**
   * Number of running domains ({@code virConnectNumOfDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public int numOfDomains() {
    return readable("virConnectNumOfDomains").runningIds().length;
  }

  /**
   * Ids of the running domains ({@code virConnectListDomains}). Unlike {@link
   * DomainListFlag#ACTIVE} this leaves suspended domains out, as libvirt's driver does.
   *
   * @throws LibvirtException with the code of the reason, such as {@link
   *     ErrorCode#OPERATION_DENIED}, when a domain cannot be read, since it may run
   */
  public int[] listDomains() {
    return readable("virConnectListDomains").runningIds();
  }

  /**
   * Number of domains that do not run ({@code virConnectNumOfDefinedDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public int numOfDefinedDomains() {
    return readable("virConnectNumOfDefinedDomains").definedNames().size();
  }

  /**
   * Names of the domains that do not run, suspended ones included ({@code
   * virConnectListDefinedDomains}).
   *
   * @throws LibvirtException as {@link #listDomains}
   */
  public List<String> listDefinedDomains() {
    return readable("virConnectListDefinedDomains").definedNames();
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
    return domain(readable("virDomainLookupByID").domainById(id));
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
    return domain(readable("virDomainLookupByUUID").domainByUuid(uuid));
  }

  /**
   * The domain with a uuid ({@code virDomainLookupByUUIDString}).
   *
   * @param uuid 32 hex digits in either case; hyphens and blanks between them are ignored
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, {@link
   *     ErrorCode#INVALID_ARG} when the text is no uuid
   */
  public Domain domainLookupByUUIDString(String uuid) {
    HypervisorConnection open = readable("virDomainLookupByUUIDString");
    UUID parsed =
        UuidText.parse(uuid)
            .orElseThrow(() ->
                LibvirtException.builder(
                        ErrorCode.INVALID_ARG,
                        "uuidstr in virDomainLookupByUUIDString must be a valid UUID")
                    .domain(ErrorDomain.NONE)
                    .build());
    return domain(open.domainByUuid(parsed));
  }

  /**
   * The domain with a name ({@code virDomainLookupByName}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN} when there is none, and only then; the
   *     code of the reason, such as {@link ErrorCode#OPERATION_DENIED}, when it, or one that may be
   *     it, cannot be read
   */
  public Domain domainLookupByName(String name) {
    return domain(readable("virDomainLookupByName").domainByName(name));
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
    return writable("virConnectDomainXMLFromNative").fromNative(format, config);
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
    return writable("virConnectDomainXMLToNative").toNative(format, xml);
  }

  /**
   * Logs out. Tasks that are under way go on. Does nothing when closed already. When the host
   * cannot be told, it ends the session by itself after a while.
   */
  @Override
  public void close() {
    connection.close();
  }

  private Domain domain(DomainEntry entry) {
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

  /** The connection, when it is open. */
  HypervisorConnection readable(String function) {
    if (!connection.isAlive()) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_CONN, function + ": the connection is closed")
          .domain(ErrorDomain.NONE)
          .build();
    }
    return connection;
  }

  /** The connection, when it is open and not read only. */
  HypervisorConnection writable(String function) {
    HypervisorConnection open = readable(function);
    if (readOnly) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_DENIED, "read only access prevents " + function)
          .domain(ErrorDomain.DOM)
          .build();
    }
    return open;
  }
}
