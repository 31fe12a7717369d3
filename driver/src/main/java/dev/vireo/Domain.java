package dev.vireo;

import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainDestroyFlag;
import dev.vireo.flag.DomainHostnameFlag;
import dev.vireo.flag.DomainMemoryFlag;
import dev.vireo.flag.DomainMigrateFlag;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.flag.DomainRebootFlag;
import dev.vireo.flag.DomainShutdownFlag;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.flag.DomainVcpuFlag;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.internal.Migration;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.SnapshotEntry;
import dev.vireo.spi.SnapshotHandle;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine of a host ({@code virDomain}). Methods may be called from several threads.
 * Every method that asks the host throws {@link LibvirtException}, with {@link ErrorCode#NO_DOMAIN}
 * when the virtual machine is gone.
 */
public final class Domain {

  private final Connect connect;
  private volatile DomainHandle handle;
  private volatile int id;

  Domain(Connect connect, DomainEntry entry) {
    this.connect = connect;
    this.handle = entry.handle();
    this.id = entry.activeId();
  }

  /** What the driver knows it by. */
  DomainHandle handle() {
    return handle;
  }

  /** Its name when it was looked up, or renamed by this object ({@code virDomainGetName}). */
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
   * Moves it to the host of another connection ({@code virDomainMigrate}) and waits until that is
   * done. On VMware hosts the vCenter of both does it, which checks first whether it can: the URIs
   * of both connections are {@code vpx} ones, or {@code esx} ones with {@code vcenter}. A domain
   * that runs goes on running meanwhile.
   *
   * @param destination the connection to the other host
   * @param flags how
   * @param name what it is to be called afterwards; null for its name
   * @param uri the migration URI, {@code vpxmigr://VCENTER/POOL/HOST} with references of the
   *     vCenter and, if its files shall move, {@code ?datastore=NAME}; null for the one that the
   *     destination names
   * @param bandwidth MiB/s that it may take; 0 for the hypervisor's choice, as on VMware hosts in
   *     any case
   * @return the domain on the other host
   * @throws LibvirtException as {@link #migrate3}
   */
  public Domain migrate(
      Connect destination,
      Set<DomainMigrateFlag> flags,
      @Nullable String name,
      @Nullable String uri,
      long bandwidth) {
    return migrate(
        "virDomainMigrate",
        destination,
        new MigrationParameters(name, uri, null, bandwidth),
        flags,
        TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #migrate}, with parameters by name and control over the waiting ({@code
   * virDomainMigrate3}).
   *
   * @return the domain on the other host
   * @throws LibvirtException {@link ErrorCode#NO_SUPPORT} when one of the hosts cannot migrate;
   *     {@link ErrorCode#INVALID_ARG} for flags or a URI that the driver cannot follow, and for
   *     hosts of two vCenters; {@link ErrorCode#ARGUMENT_UNSUPPORTED} for other parameters that it
   *     cannot; {@link ErrorCode#INTERNAL_ERROR} when the check tells what prevents it; {@link
   *     ErrorCode#OPERATION_ABORTED} when it was cancelled
   */
  public Domain migrate3(
      Connect destination,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    return migrate("virDomainMigrate3", destination, parameters, flags, options);
  }

  private Domain migrate(
      String function,
      Connect destination,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    return destination.domain(
        new Migration(function, handle, connect.migrations())
            .to(destination.migrations(), parameters, flags, options));
  }

  /**
   * Moves it to where a URI of the hypervisor's own leads ({@code virDomainMigrateToURI}), without
   * a connection to there: libvirt's direct migration.
   *
   * @param uri on VMware hosts {@code vpxmigr://VCENTER/POOL/HOST}, as for {@link #migrate}
   * @param flags how
   * @param name what it is to be called afterwards; null for its name
   * @param bandwidth MiB/s that it may take; 0 for the hypervisor's choice
   * @throws LibvirtException as {@link #migrate3}
   */
  public void migrateToURI(
      String uri, Set<DomainMigrateFlag> flags, @Nullable String name, long bandwidth) {
    new Migration("virDomainMigrateToURI", handle, connect.migrations())
        .toUri(
            uri, new MigrationParameters(name, null, null, bandwidth), flags, TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #migrateToURI}, with parameters by name and control over the waiting ({@code
   * virDomainMigrateToURI3}).
   *
   * @param uri as for {@link #migrateToURI}; that of the parameters does not count
   */
  public void migrateToURI3(
      String uri,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    new Migration("virDomainMigrateToURI3", handle, connect.migrations())
        .toUri(uri, parameters, flags, options);
  }

  /**
   * Makes the host forget it ({@code virDomainUndefine}); on VMware hosts all its files stay, those
   * of its snapshots, too. It is gone afterwards.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it runs
   */
  public void undefine() {
    undefineLeaving(Set.of());
  }

  /**
   * Like {@link #undefine()}, in another way ({@code virDomainUndefineFlags}).
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot follow
   */
  public void undefine(Set<DomainUndefineFlag> flags) {
    undefineLeaving(flags);
  }

  /** Like {@link #undefine(Set)}, and says what stays. */
  public DomainRemains undefineLeaving(Set<DomainUndefineFlag> flags) {
    return connect
        .definitions()
        .change(
            flags.isEmpty() ? "virDomainUndefine" : "virDomainUndefineFlags",
            table -> table.undefine(handle, flags));
  }

  /**
   * Sets the memory of its virtual hardware ({@code virDomainSetMaxMemory}).
   *
   * @param kib in KiB, more than 0; VMware hosts round up to a multiple of 4 MiB
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered off, unless
   *     memory can be added while it runs
   */
  public void setMaxMemory(long kib) {
    setMaxMemory(kib, TaskOptions.DEFAULT);
  }

  /** Like {@link #setMaxMemory(long)}, with control over the waiting. */
  public void setMaxMemory(long kib, TaskOptions options) {
    String function = "virDomainSetMaxMemory";
    requirePositive("memory", kib, function);
    connect
        .memory()
        .run(function, options, (table, marked) -> table.setMaxMemory(handle, kib, marked));
  }

  /**
   * Sets how much of its memory the guest may use ({@code virDomainSetMemory}): on VMware hosts the
   * limit of memory that the host gives it.
   *
   * @param kib in KiB, more than 0 and at most {@link #getMaxMemory}; VMware hosts round up to a
   *     MiB
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when it is more than that, or less than
   *     {@code min_guarantee}
   */
  public void setMemory(long kib) {
    setMemory(kib, "virDomainSetMemory", Set.of(), TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #setMemory}, of the configuration that is meant ({@code virDomainSetMemoryFlags}).
   */
  public void setMemoryFlags(long kib, Set<DomainMemoryFlag> flags) {
    setMemoryFlags(kib, flags, TaskOptions.DEFAULT);
  }

  /** Like {@link #setMemoryFlags(long, Set)}, with control over the waiting. */
  public void setMemoryFlags(long kib, Set<DomainMemoryFlag> flags, TaskOptions options) {
    setMemory(kib, "virDomainSetMemoryFlags", flags, options);
  }

  private void setMemory(
      long kib, String function, Set<DomainMemoryFlag> flags, TaskOptions options) {
    requirePositive("memory", kib, function);
    connect
        .memory()
        .run(function, options, (table, marked) -> table.setMemory(handle, kib, flags, marked));
  }

  /**
   * What else is set about its memory ({@code virDomainGetMemoryParameters}); on VMware hosts
   * {@code min_guarantee}, the memory in KiB that the host always has for it.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when both configurations are wanted;
   *     {@link ErrorCode#OPERATION_INVALID} for the live one of a domain that does not run
   */
  public List<TypedParameter> getMemoryParameters(Set<DomainModificationImpact> flags) {
    return connect
        .memory()
        .read("virDomainGetMemoryParameters", table -> table.memoryParameters(handle, flags));
  }

  /**
   * Sets some of {@link #getMemoryParameters} and leaves the others ({@code
   * virDomainSetMemoryParameters}).
   *
   * @throws LibvirtException {@link ErrorCode#ARGUMENT_UNSUPPORTED} for one that there is not;
   *     {@link ErrorCode#INVALID_ARG} for a value that it cannot have
   */
  public void setMemoryParameters(
      List<TypedParameter> parameters, Set<DomainModificationImpact> flags) {
    setMemoryParameters(parameters, flags, TaskOptions.DEFAULT);
  }

  /** Like {@link #setMemoryParameters(List, Set)}, with control over the waiting. */
  public void setMemoryParameters(
      List<TypedParameter> parameters, Set<DomainModificationImpact> flags, TaskOptions options) {
    connect
        .memory()
        .run(
            "virDomainSetMemoryParameters",
            options,
            (table, marked) -> table.setMemoryParameters(handle, parameters, flags, marked));
  }

  /**
   * Most virtual processors that it may have ({@code virDomainGetMaxVcpus}): of a domain that runs
   * those that it has, of another one the most that the host supports.
   */
  public int getMaxVcpus() {
    return connect.processors().read("virDomainGetMaxVcpus", table -> table.maxVcpus(handle));
  }

  /**
   * The number of its virtual processors ({@code virDomainGetVcpusFlags}). On VMware hosts that is
   * the same number whichever configuration is meant, and with {@link DomainVcpuFlag#MAXIMUM}.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when both configurations are wanted, or
   *     for {@link DomainVcpuFlag#GUEST}; {@link ErrorCode#OPERATION_INVALID} for the live one of a
   *     domain that does not run
   */
  public int getVcpusFlags(Set<DomainVcpuFlag> flags) {
    return connect.processors().read("virDomainGetVcpusFlags", table -> table.vcpus(handle, flags));
  }

  /**
   * Sets the number of its virtual processors ({@code virDomainSetVcpus}).
   *
   * @param count at least 1, at most what the host supports
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for another number, or one that its
   *     virtual sockets cannot hold; {@link ErrorCode#OPERATION_INVALID} when it runs and cannot
   *     take processors meanwhile
   */
  public void setVcpus(int count) {
    setVcpus(count, "virDomainSetVcpus", Set.of(), TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #setVcpus}, of the configuration that is meant ({@code virDomainSetVcpusFlags}).
   */
  public void setVcpusFlags(int count, Set<DomainVcpuFlag> flags) {
    setVcpusFlags(count, flags, TaskOptions.DEFAULT);
  }

  /** Like {@link #setVcpusFlags(int, Set)}, with control over the waiting. */
  public void setVcpusFlags(int count, Set<DomainVcpuFlag> flags, TaskOptions options) {
    setVcpus(count, "virDomainSetVcpusFlags", flags, options);
  }

  private void setVcpus(
      int count, String function, Set<DomainVcpuFlag> flags, TaskOptions options) {
    requirePositive("nvcpus", count, function);
    connect
        .processors()
        .run(function, options, (table, marked) -> table.setVcpus(handle, count, flags, marked));
  }

  /**
   * Name of the scheduler of its processors, {@code allocation} on VMware hosts ({@code
   * virDomainGetSchedulerType}). It has as many parameters as {@link #getSchedulerParameters}
   * gives.
   */
  public String getSchedulerType() {
    return connect
        .processors()
        .read("virDomainGetSchedulerType", table -> table.schedulerType(handle));
  }

  /**
   * How its processors are scheduled ({@code virDomainGetSchedulerParameters}). On VMware hosts:
   * {@code reservation}, the MHz that it always gets; {@code limit}, the MHz that it gets at most,
   * or -1; {@code shares}, its share when there is not enough for all, or -1 for low, -2 for
   * normal, -3 for high.
   */
  public List<TypedParameter> getSchedulerParameters() {
    return connect
        .processors()
        .read(
            "virDomainGetSchedulerParameters",
            table -> table.schedulerParameters(handle, Set.of()));
  }

  /**
   * Like {@link #getSchedulerParameters}, of the configuration that is meant ({@code
   * virDomainGetSchedulerParametersFlags}).
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when both are wanted; {@link
   *     ErrorCode#OPERATION_INVALID} for the live one of a domain that does not run
   */
  public List<TypedParameter> getSchedulerParametersFlags(Set<DomainModificationImpact> flags) {
    return connect
        .processors()
        .read(
            "virDomainGetSchedulerParametersFlags",
            table -> table.schedulerParameters(handle, flags));
  }

  /**
   * Sets some of {@link #getSchedulerParameters} and leaves the others ({@code
   * virDomainSetSchedulerParameters}).
   *
   * @throws LibvirtException {@link ErrorCode#ARGUMENT_UNSUPPORTED} for one that there is not;
   *     {@link ErrorCode#INVALID_ARG} for a value that it cannot have, or for a limit below the
   *     reservation
   */
  public void setSchedulerParameters(List<TypedParameter> parameters) {
    setSchedulerParameters(
        parameters, "virDomainSetSchedulerParameters", Set.of(), TaskOptions.DEFAULT);
  }

  /**
   * Like {@link #setSchedulerParameters}, of the configuration that is meant ({@code
   * virDomainSetSchedulerParametersFlags}).
   */
  public void setSchedulerParametersFlags(
      List<TypedParameter> parameters, Set<DomainModificationImpact> flags) {
    setSchedulerParametersFlags(parameters, flags, TaskOptions.DEFAULT);
  }

  /** Like {@link #setSchedulerParametersFlags(List, Set)}, with control over the waiting. */
  public void setSchedulerParametersFlags(
      List<TypedParameter> parameters, Set<DomainModificationImpact> flags, TaskOptions options) {
    setSchedulerParameters(parameters, "virDomainSetSchedulerParametersFlags", flags, options);
  }

  private void setSchedulerParameters(
      List<TypedParameter> parameters,
      String function,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    connect
        .processors()
        .run(
            function,
            options,
            (table, marked) -> table.setSchedulerParameters(handle, parameters, flags, marked));
  }

  /**
   * Lets it start together with its host, or not ({@code virDomainSetAutostart}).
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when the host starts nothing by
   *     itself so far, and other domains would start or stop with it, too, once it does
   */
  public void setAutostart(boolean autostart) {
    connect
        .configuration()
        .run("virDomainSetAutostart", table -> table.setAutostart(handle, autostart));
  }

  /**
   * Gives it another name ({@code virDomainRename}). Its files keep theirs. On VMware hosts it may
   * run meanwhile.
   *
   * @param name not empty
   * @throws LibvirtException {@link ErrorCode#DOM_EXIST} when another domain has this name
   */
  public void rename(String name) {
    rename(name, TaskOptions.DEFAULT);
  }

  /** Like {@link #rename(String)}, with control over the waiting. */
  public void rename(String name, TaskOptions options) {
    String function = "virDomainRename";
    if (name.isEmpty()) {
      throw refused("string new_name in " + function + " must not be empty", function);
    }
    connect
        .configuration()
        .run(function, options, (table, marked) -> table.rename(handle, name, marked));
    handle = handle.named(name);
  }

  /**
   * What is noted of it ({@code virDomainGetMetadata}). VMware hosts have a place of their own for
   * the description; title and elements are entries of the VMX file, {@code vireo.title} and {@code
   * vireo.metadata}. {@link #getXMLDesc} shows all of them.
   *
   * @param uri namespace of the element that is wanted; null for title and description
   * @return the text; for an element its XML without the prefix of its namespace
   * @throws LibvirtException {@link ErrorCode#NO_DOMAIN_METADATA} when there is none
   */
  public String getMetadata(
      DomainMetadataType type, @Nullable String uri, Set<DomainModificationImpact> flags) {
    return connect
        .configuration()
        .read("virDomainGetMetadata", table -> table.metadata(handle, type, uri, flags));
  }

  /**
   * Notes something ({@code virDomainSetMetadata}) in the place of what was there before.
   *
   * @param text a description, a title in one line, or one XML element; null or empty to remove it
   * @param key the prefix that the namespace of an element gets; null for title and description,
   *     and to remove an element
   * @param uri namespace of the element; null for title and description
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} for a title of several lines, an element
   *     without key or namespace, or one that has another namespace already; {@link
   *     ErrorCode#XML_ERROR} for an element that cannot be read
   */
  public void setMetadata(
      DomainMetadataType type,
      @Nullable String text,
      @Nullable String key,
      @Nullable String uri,
      Set<DomainModificationImpact> flags) {
    setMetadata(type, text, key, uri, flags, TaskOptions.DEFAULT);
  }

  /** Like the other one, with control over the waiting. */
  public void setMetadata(
      DomainMetadataType type,
      @Nullable String text,
      @Nullable String key,
      @Nullable String uri,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    connect
        .configuration()
        .run(
            "virDomainSetMetadata",
            options,
            (table, marked) -> table.setMetadata(handle, type, text, key, uri, flags, marked));
  }

  /**
   * The name of its guest in the network ({@code virDomainGetHostname}). Needs VMware Tools in the
   * guest of a VMware host.
   *
   * @param flags whom to ask; VMware hosts leave no choice
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on, or
   *     nobody knows the name
   */
  public String getHostname(Set<DomainHostnameFlag> flags) {
    return connect.guests().read("virDomainGetHostname", table -> table.hostname(handle, flags));
  }

  private void requirePositive(String what, long value, String function) {
    if (value == 0) {
      throw refused(what + " in " + function + " must not be zero", function);
    }
    if (value < 0) {
      throw refused(what + " in " + function + " must not be negative", function);
    }
  }

  private LibvirtException refused(String text, String function) {
    return LibvirtException.builder(ErrorCode.INVALID_ARG, text)
        .bare()
        .domain(ErrorDomain.DOM)
        .operation(function)
        .build();
  }

  /**
   * Takes a snapshot and waits until that is done ({@code virDomainSnapshotCreateXML}).
   *
   * @param xml name and description of it, such as {@code
   *     <domainsnapshot><name>before</name></domainsnapshot>}; without a name it is called after
   *     the time, in seconds since 1970
   * @param flags how; empty to keep the memory of a domain that runs
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it has a snapshot of this
   *     name, or as many on top of each other as it can have; {@link ErrorCode#XML_ERROR} when the
   *     text is no snapshot; {@link ErrorCode#CONFIG_UNSUPPORTED} for disks of its own, which
   *     VMware hosts cannot have; {@link ErrorCode#INVALID_ARG} for a flag that the driver cannot
   *     follow
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
    return connect.snapshots().read("virDomainSnapshotNum", table -> table.count(handle, flags));
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
