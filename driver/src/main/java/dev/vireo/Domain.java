package dev.vireo;

import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.SnapshotEntry;
import dev.vireo.spi.SnapshotHandle;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A virtual machine of a host ({@code virDomain}). Methods may be called from several threads.
 * Every method that asks the host throws {@link LibvirtException}, with {@link ErrorCode#NO_DOMAIN}
 * when the virtual machine is gone.
 */
public final class Domain {

  private final Connect connect;
  private final DomainHandle handle;
  private volatile int id;

  Domain(Connect connect, DomainEntry entry) {
    this.connect = connect;
    this.handle = entry.handle();
    this.id = entry.activeId();
  }

  /** Its name when it was looked up ({@code virDomainGetName}). */
  public String getName() {
    return handle.name();
  }

  /**
   * Its id, or -1 when it was powered off when it was looked up or last driven by this object
   * ({@code virDomainGetID}). A virtual machine keeps its id as long as it is registered.
   */
  public int getID() {
    return id;
  }

  /**
   * Its uuid ({@code virDomainGetUUID}): the instance uuid, or the BIOS uuid with {@code
   * legacy_uuid=1}. All zero when the host cannot read the domain's configuration.
   */
  public UUID getUUID() {
    return handle.uuid();
  }

  /** Its uuid as 8-4-4-4-12 lower-case hex digits ({@code virDomainGetUUIDString}). */
  public String getUUIDString() {
    return handle.uuid().toString();
  }

  /** What its guest is built for; {@code hvm} on VMware hosts ({@code virDomainGetOSType}). */
  public String getOSType() {
    return connect.domains().read("virDomainGetOSType", table -> table.osType(handle));
  }

  /** What it does ({@code virDomainGetState}). */
  public DomainState getState() {
    return connect.domains().read("virDomainGetState", table -> table.state(handle));
  }

  /** What it does, and its size ({@code virDomainGetInfo}). */
  public DomainInfo getInfo() {
    return connect.domains().read("virDomainGetInfo", table -> table.info(handle));
  }

  /** Memory of its virtual hardware in KiB ({@code virDomainGetMaxMemory}). */
  public long getMaxMemory() {
    return connect.domains().read("virDomainGetMaxMemory", table -> table.maxMemory(handle));
  }

  /** Whether it starts together with its host ({@code virDomainGetAutostart}). */
  public boolean getAutostart() {
    return connect.domains().read("virDomainGetAutostart", table -> table.autostart(handle));
  }

  /** Whether it is not powered off ({@code virDomainIsActive}); suspended counts as active. */
  public boolean isActive() {
    return connect.domains().read("virDomainIsActive", table -> table.isActive(handle));
  }

  /**
   * Whether it stays when it is powered off; on VMware hosts always ({@code
   * virDomainIsPersistent}).
   */
  public boolean isPersistent() {
    return connect.domains().read("virDomainIsPersistent", table -> table.isPersistent(handle));
  }

  /**
   * Whether its definition differs from what runs; on VMware hosts never ({@code
   * virDomainIsUpdated}).
   */
  public boolean isUpdated() {
    return connect.domains().read("virDomainIsUpdated", table -> table.isUpdated(handle));
  }

  /** Whether its memory was saved; on VMware hosts never ({@code virDomainHasManagedSaveImage}). */
  public boolean hasManagedSaveImage() {
    return connect
        .domains()
        .read("virDomainHasManagedSaveImage", table -> table.hasManagedSaveImage(handle));
  }

  /**
   * Its definition as libvirt's XML, with a line feed at its end ({@code virDomainGetXMLDesc}). It
   * is what the virtual machine's VMX file says. What that file has and XML cannot show is logged
   * as a warning; {@link #describe} gives it to the caller instead.
   *
   * @param flags what to show; empty for the usual
   * @throws LibvirtException {@link ErrorCode#OPERATION_DENIED} for {@link DomainXmlFlag#SECURE} or
   *     {@link DomainXmlFlag#MIGRATABLE} on a read-only connection; {@link ErrorCode#INVALID_ARG}
   *     for {@link DomainXmlFlag#UPDATE_CPU}; {@link ErrorCode#INTERNAL_ERROR} when the VMX file
   *     cannot be read or describes no machine; {@link ErrorCode#CONF_SYNTAX} when it is none
   */
  public String getXMLDesc(Set<DomainXmlFlag> flags) {
    return ConversionLog.warnings(describe(flags));
  }

  /** Like {@link #getXMLDesc}, with the warnings. */
  public ConvertedText describe(Set<DomainXmlFlag> flags) {
    connect.definitions().requireOpen("virDomainGetXMLDesc");
    if (connect.isReadOnly()
        && (flags.contains(DomainXmlFlag.SECURE) || flags.contains(DomainXmlFlag.MIGRATABLE))) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_DENIED, "virDomainGetXMLDesc with secure flag")
          .domain(ErrorDomain.DOM)
          .build();
    }
    return connect
        .definitions()
        .read("virDomainGetXMLDesc", table -> table.describe(handle, flags));
  }

  /**
   * Powers it on ({@code virDomainCreate}) and waits until it runs.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered off; {@link
   *     ErrorCode#INTERNAL_ERROR} when the host asks a question that must be answered first
   */
  public void create() {
    create(TaskOptions.DEFAULT);
  }

  /** Like {@link #create()}, with control over the waiting. */
  public void create(TaskOptions options) {
    create(Set.of(), options);
  }

  /**
   * Like {@link #create()}, in another way ({@code virDomainCreateWithFlags}).
   *
   * @param flags how
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot
   *     follow; VMware hosts can follow none
   */
  public void create(Set<DomainCreateFlag> flags, TaskOptions options) {
    connect
        .lifecycle()
        .run(
            flags.isEmpty() ? "virDomainCreate" : "virDomainCreateWithFlags",
            options,
            (table, marked) -> table.create(handle, flags, marked));
    id = handle.id();
  }

  /**
   * Powers it on with files of this process open ({@code virDomainCreateWithFiles}).
   *
   * @param files numbers of file descriptors
   * @param flags how
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} on VMware hosts
   */
  public void createWithFiles(int[] files, Set<DomainCreateFlag> flags, TaskOptions options) {
    connect
        .lifecycle()
        .run(
            "virDomainCreateWithFiles",
            options,
            (table, marked) -> table.createWithFiles(handle, files, flags, marked));
    id = handle.id();
  }

  /**
   * Suspends it ({@code virDomainSuspend}) and waits until that is done. VMware writes the memory
   * of the guest into a file, which takes its time.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on
   */
  public void suspend() {
    suspend(TaskOptions.DEFAULT);
  }

  /** Like {@link #suspend()}, with control over the waiting. */
  public void suspend(TaskOptions options) {
    connect
        .lifecycle()
        .run("virDomainSuspend", options, (table, marked) -> table.suspend(handle, marked));
  }

  /**
   * Powers it on after it was suspended ({@code virDomainResume}).
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not suspended
   */
  public void resume() {
    resume(TaskOptions.DEFAULT);
  }

  /** Like {@link #resume()}, with control over the waiting. */
  public void resume(TaskOptions options) {
    connect
        .lifecycle()
        .run("virDomainResume", options, (table, marked) -> table.resume(handle, marked));
  }

  /**
   * Asks the guest to shut down ({@code virDomainShutdown}); does not wait until it has. Needs
   * VMware Tools in the guest.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on, or when
   *     VMware Tools do not run
   */
  public void shutdown() {
    shutdown(Set.of());
  }

  /**
   * Like {@link #shutdown()}, by the first of these ways that works ({@code
   * virDomainShutdownFlags}).
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a way that the driver does not have;
   *     VMware hosts have none of them
   */
  public void shutdown(Set<DomainShutdownFlag> flags) {
    connect
        .lifecycle()
        .run(
            flags.isEmpty() ? "virDomainShutdown" : "virDomainShutdownFlags",
            table -> table.shutdown(handle, flags));
  }

  /**
   * Asks the guest to reboot ({@code virDomainReboot}); does not wait until it has. Needs VMware
   * Tools in the guest.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on, or when
   *     VMware Tools do not run
   */
  public void reboot() {
    reboot(Set.of());
  }

  /**
   * Like {@link #reboot()}, by the first of these ways that works.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a way that the driver does not have;
   *     VMware hosts have none of them
   */
  public void reboot(Set<DomainRebootFlag> flags) {
    connect.lifecycle().run("virDomainReboot", table -> table.reboot(handle, flags));
  }

  /**
   * Powers it off at once ({@code virDomainDestroy}), without asking the guest.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on
   */
  public void destroy() {
    destroy(TaskOptions.DEFAULT);
  }

  /** Like {@link #destroy()}, with control over the waiting. */
  public void destroy(TaskOptions options) {
    destroy(Set.of(), options);
  }

  /**
   * Like {@link #destroy()}, in another way ({@code virDomainDestroyFlags}).
   *
   * @param flags how
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot
   *     follow; VMware hosts can follow none
   */
  public void destroy(Set<DomainDestroyFlag> flags, TaskOptions options) {
    connect
        .lifecycle()
        .run(
            flags.isEmpty() ? "virDomainDestroy" : "virDomainDestroyFlags",
            options,
            (table, marked) -> table.destroy(handle, flags, marked));
    id = -1;
  }

  /**
   * Takes a snapshot and waits until that is done ({@code virDomainSnapshotCreateXML}).
   *
   * @param xml name and description of it, such as {@code
   *     <domainsnapshot><name>before</name></domainsnapshot>}; without a name it is called after the
   *     time, in seconds since 1970
   * @param flags how; empty to keep the memory of a domain that runs
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it has a snapshot of this name,
   *     or as many on top of each other as it can have; {@link ErrorCode#XML_ERROR} when the text is
   *     no snapshot; {@link ErrorCode#CONFIG_UNSUPPORTED} for disks of its own, which VMware hosts
   *     cannot have; {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot follow
   */
  public DomainSnapshot snapshotCreateXML(String xml, Set<DomainSnapshotCreateFlag> flags) {
    return snapshotCreateXML(xml, flags, TaskOptions.DEFAULT);
  }

  /** Like {@link #snapshotCreateXML(String, Set)}, with control over the waiting. */
  public DomainSnapshot snapshotCreateXML(
      String xml, Set<DomainSnapshotCreateFlag> flags, TaskOptions options) {
    return snapshot(
        connect
            .snapshots()
            .change(
                "virDomainSnapshotCreateXML",
                options,
                (table, marked) -> table.create(handle, xml, flags, marked)));
  }

  /**
   * Its snapshots, each before those on top of it ({@code virDomainListAllSnapshots}).
   *
   * @param flags filters; empty for all
   */
  public List<DomainSnapshot> listAllSnapshots(Set<DomainSnapshotListFlag> flags) {
    return connect
        .snapshots()
        .read("virDomainListAllSnapshots", table -> table.list(handle, flags))
        .stream()
        .map(entry -> snapshot(entry.handle()))
        .toList();
  }

  /**
   * Like {@link #listAllSnapshots}, with what a list shows of each, in one request. virsh needs two
   * more requests per snapshot for the same.
   */
  public List<DomainSnapshotSummary> listAllSnapshotSummaries(Set<DomainSnapshotListFlag> flags) {
    return connect
        .snapshots()
        .read("virDomainListAllSnapshots", table -> table.list(handle, flags))
        .stream()
        .map(this::summary)
        .toList();
  }

  /** How many snapshots it has that pass the filters ({@code virDomainSnapshotNum}). */
  public int snapshotNum(Set<DomainSnapshotListFlag> flags) {
    return connect
        .snapshots()
        .read("virDomainSnapshotNum", table -> table.count(handle, flags));
  }

  /**
   * The names of its snapshots that pass the filters ({@code virDomainSnapshotListNames}). Names
   * need not be unique.
   */
  public List<String> snapshotListNames(Set<DomainSnapshotListFlag> flags) {
    return connect
        .snapshots()
        .read("virDomainSnapshotListNames", table -> table.names(handle, flags));
  }

  /**
   * Its snapshot of a name ({@code virDomainSnapshotLookupByName}).
   *
   * @param name its name; where several have it, name and reference as in {@code
   *     before@snapshot-256}, or the reference alone, which {@link DomainSnapshotSummary#reference}
   *     gives. A snapshot that is called so comes first.
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_SNAPSHOT} when there is none; {@link
   *     ErrorCode#OPERATION_FAILED} when several have the name, with what to say instead
   */
  public DomainSnapshot snapshotLookupByName(String name) {
    return snapshot(
        connect
            .snapshots()
            .read("virDomainSnapshotLookupByName", table -> table.byName(handle, name))
            .handle());
  }

  /** Whether its state is based on a snapshot ({@code virDomainHasCurrentSnapshot}). */
  public boolean hasCurrentSnapshot() {
    return connect
        .snapshots()
        .read("virDomainHasCurrentSnapshot", table -> table.hasCurrent(handle));
  }

  /**
   * The snapshot that its state is based on ({@code virDomainSnapshotCurrent}).
   *
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_SNAPSHOT} when there is none
   */
  public DomainSnapshot snapshotCurrent() {
    return snapshot(
        connect
            .snapshots()
            .read("virDomainSnapshotCurrent", table -> table.current(handle))
            .handle());
  }

  /** A snapshot of it. */
  DomainSnapshot snapshot(SnapshotHandle snapshot) {
    return new DomainSnapshot(connect, this, snapshot);
  }

  /** What a list shows of a snapshot of it. */
  DomainSnapshotSummary summary(SnapshotEntry entry) {
    SnapshotHandle parent = entry.parent();
    return new DomainSnapshotSummary(
        snapshot(entry.handle()),
        entry.handle().reference(),
        parent == null ? null : snapshot(parent),
        entry.description(),
        entry.created(),
        entry.state(),
        entry.current(),
        entry.children(),
        entry.descendants());
  }

  /** Name and uuid. */
  @Override
  public String toString() {
    return "Domain[" + getName() + ", " + getUUID() + "]";
  }
}
