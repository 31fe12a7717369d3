package dev.vireo;

import dev.vireo.internal.DomainEntry;
import dev.vireo.internal.DomainHandle;
import dev.vireo.internal.HypervisorConnection;
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
  private final UUID uuid;
  private final int number;
  private volatile int id;

  Domain(Connect connect, DomainEntry entry) {
    this.connect = connect;
    this.handle = entry.handle();
    this.uuid = entry.uuid();
    this.number = entry.id();
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
    return uuid;
  }

  /** Its uuid as 8-4-4-4-12 lower-case hex digits ({@code virDomainGetUUIDString}). */
  public String getUUIDString() {
    return uuid.toString();
  }

  /** Always {@code hvm} ({@code virDomainGetOSType}). */
  public String getOSType() {
    connect.readable("virDomainGetOSType");
    return "hvm";
  }

  /** What it does ({@code virDomainGetState}). */
  public DomainState getState() {
    return connect.readable("virDomainGetState").state(handle);
  }

  /** What it does, and its size ({@code virDomainGetInfo}). */
  public DomainInfo getInfo() {
    return connect.readable("virDomainGetInfo").info(handle);
  }

  /** Memory of its virtual hardware in KiB ({@code virDomainGetMaxMemory}). */
  public long getMaxMemory() {
    return connect.readable("virDomainGetMaxMemory").maxMemory(handle);
  }

  /** Whether it starts together with its host ({@code virDomainGetAutostart}). */
  public boolean getAutostart() {
    return connect.readable("virDomainGetAutostart").autostart(handle);
  }

  /** Whether it is not powered off ({@code virDomainIsActive}); suspended counts as active. */
  public boolean isActive() {
    return connect.readable("virDomainIsActive").state(handle) != DomainState.SHUTOFF;
  }

  /** Always true, for a domain that exists ({@code virDomainIsPersistent}). */
  public boolean isPersistent() {
    connect.readable("virDomainIsPersistent").requireExistence(handle);
    return true;
  }

  /** Always false, for a domain that exists ({@code virDomainIsUpdated}). */
  public boolean isUpdated() {
    connect.readable("virDomainIsUpdated").requireExistence(handle);
    return false;
  }

  /** Always false, for a domain that exists ({@code virDomainHasManagedSaveImage}). */
  public boolean hasManagedSaveImage() {
    connect.readable("virDomainHasManagedSaveImage").requireExistence(handle);
    return false;
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
    HypervisorConnection connection = connect.readable("virDomainGetXMLDesc");
    if (connect.isReadOnly()
        && (flags.contains(DomainXmlFlag.SECURE) || flags.contains(DomainXmlFlag.MIGRATABLE))) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_DENIED, "virDomainGetXMLDesc with secure flag")
          .domain(ErrorDomain.DOM)
          .build();
    }
    return connection.describe(handle, flags);
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
    connect.writable("virDomainCreate").create(handle, options);
    id = number;
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
    connect.writable("virDomainSuspend").suspend(handle, options);
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
    connect.writable("virDomainResume").resume(handle, options);
  }

  /**
   * Asks the guest to shut down ({@code virDomainShutdown}); does not wait until it has. Needs
   * VMware Tools in the guest.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on, or when
   *     VMware Tools do not run
   */
  public void shutdown() {
    connect.writable("virDomainShutdown").shutdown(handle);
  }

  /**
   * Asks the guest to reboot ({@code virDomainReboot}); does not wait until it has. Needs VMware
   * Tools in the guest.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not powered on, or when
   *     VMware Tools do not run
   */
  public void reboot() {
    connect.writable("virDomainReboot").reboot(handle);
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
    HypervisorConnection writable = connect.writable("virDomainDestroy");
    writable.destroy(handle, options);
    id = -1;
  }

  /** Name and uuid. */
  @Override
  public String toString() {
    return "Domain[" + getName() + ", " + uuid + "]";
  }
}
