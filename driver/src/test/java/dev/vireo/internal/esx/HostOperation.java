package dev.vireo.internal.esx;

import dev.vireo.simulator.PowerState;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All operations of the driver, each with what it may cost, what the user needs for it and what it
 * changes. What must hold for every operation is tested by a loop over these, so that one that is
 * added is tested at once; {@link RegistryTest} finds what was not added.
 */
enum HostOperation {
  CONNECT("virConnectOpenAuth", "connect", 3, 4, 0, List.of(), null, Operations::connect),
  CONNECT_AND_LIST(
      "virConnectOpenAuth, virConnectListAllDomains",
      "connect and list all domains",
      4,
      5,
      1,
      List.of(Need.READ),
      null,
      Operations::connectAndList),
  CONNECT_AND_CLOSE(
      "virConnectOpenAuth, virConnectClose",
      "connect and disconnect",
      4,
      5,
      0,
      List.of(),
      null,
      Operations::connectAndClose),
  LIST(
      "virConnectListAllDomains",
      "list all domains",
      1,
      1,
      1,
      List.of(Need.READ),
      null,
      Operations::list),
  LIST_IDS(
      "virConnectListDomains",
      "list ids of running domains",
      1,
      1,
      1,
      List.of(Need.READ),
      null,
      Operations::listIds),
  LIST_DEFINED(
      "virConnectListDefinedDomains",
      "list names of domains that do not run",
      1,
      1,
      1,
      List.of(Need.READ),
      null,
      Operations::listDefined),
  LIST_AUTOSTART(
      "virConnectListAllDomains",
      "list domains with autostart",
      3,
      3,
      1,
      List.of(Need.READ),
      null,
      Operations::listAutostart),
  LIST_TRANSIENT(
      "virConnectListAllDomains",
      "list transient domains",
      0,
      0,
      0,
      List.of(),
      null,
      Operations::listTransient),
  LOOKUP_BY_ID(
      "virDomainLookupByID",
      "look up by id",
      1,
      1,
      1,
      List.of(Need.READ),
      null,
      Operations::lookupById),
  LOOKUP_BY_NAME(
      "virDomainLookupByName",
      "look up by name",
      1,
      1,
      1,
      List.of(Need.READ),
      null,
      Operations::lookupByName),
  LOOKUP_BY_UUID(
      "virDomainLookupByUUID",
      "look up by uuid",
      2,
      2,
      0,
      List.of(Need.FIND, Need.READ),
      null,
      Operations::lookupByUuid),
  LOOKUP_BY_BIOS_UUID(
      "virDomainLookupByUUID",
      "look up by BIOS uuid",
      2,
      3,
      0,
      List.of(Need.FIND, Need.READ),
      null,
      Operations::lookupByBiosUuid),
  STATE(
      "virDomainGetState",
      "state of a domain",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::state),
  INFO("virDomainGetInfo", "info of a domain", 1, 1, 0, List.of(Need.READ), null, Operations::info),
  MAX_MEMORY(
      "virDomainGetMaxMemory",
      "memory of a domain",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::maxMemory),
  IS_ACTIVE(
      "virDomainIsActive",
      "whether a domain is active",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::isActive),
  IS_PERSISTENT(
      "virDomainIsPersistent",
      "whether a domain is persistent",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::isPersistent),
  IS_UPDATED(
      "virDomainIsUpdated",
      "whether a domain was changed since its start",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::isUpdated),
  HAS_MANAGED_SAVE(
      "virDomainHasManagedSaveImage",
      "whether a domain was saved",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::hasManagedSave),
  AUTOSTART(
      "virDomainGetAutostart",
      "autostart of a domain",
      2,
      2,
      0,
      List.of(Need.READ),
      null,
      Operations::autostart),
  DESCRIBE(
      "virDomainGetXMLDesc",
      "XML of a domain",
      2,
      2,
      0,
      List.of(Need.READ, Need.FILE),
      null,
      Operations::describe),
  DESCRIBE_ABSOLUTE(
      "virDomainGetXMLDesc",
      "XML of a domain with absolute file names",
      3,
      3,
      0,
      List.of(Need.READ, Need.FILE),
      null,
      Operations::describeWithAbsoluteNames),
  FROM_NATIVE(
      "virConnectDomainXMLFromNative",
      "VMX to XML, with relative file names",
      0,
      0,
      0,
      List.of(),
      null,
      Operations::convertFromNative),
  TO_NATIVE(
      "virConnectDomainXMLToNative",
      "XML to VMX",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::convertToNative),
  CREATE(
      "virDomainCreate",
      "start, with the wait",
      5,
      7,
      0,
      List.of(Need.READ, new Need("PowerOnVM_Task", "VirtualMachine.Interact.PowerOn")),
      new Change("PowerOnVM_Task", "old", PowerState.OFF),
      Operations::create),
  SUSPEND(
      "virDomainSuspend",
      "suspend, with the wait",
      5,
      7,
      0,
      List.of(Need.READ, new Need("SuspendVM_Task", "VirtualMachine.Interact.Suspend")),
      new Change("SuspendVM_Task", "web", PowerState.ON),
      Operations::suspend),
  RESUME(
      "virDomainResume",
      "resume, with the wait",
      5,
      7,
      0,
      List.of(Need.READ, new Need("PowerOnVM_Task", "VirtualMachine.Interact.PowerOn")),
      new Change("PowerOnVM_Task", "build", PowerState.SUSPENDED),
      Operations::resume),
  DESTROY(
      "virDomainDestroy",
      "destroy, with the wait",
      5,
      7,
      0,
      List.of(Need.READ, new Need("PowerOffVM_Task", "VirtualMachine.Interact.PowerOff")),
      new Change("PowerOffVM_Task", "web", PowerState.ON),
      Operations::destroy),
  SHUTDOWN(
      "virDomainShutdown",
      "shutdown",
      2,
      2,
      0,
      List.of(Need.READ, new Need("ShutdownGuest", "VirtualMachine.Interact.PowerOff")),
      new Change("ShutdownGuest", "guest", PowerState.ON),
      Operations::shutdown),
  REBOOT(
      "virDomainReboot",
      "reboot",
      2,
      2,
      0,
      List.of(Need.READ, new Need("RebootGuest", "VirtualMachine.Interact.Reset")),
      new Change("RebootGuest", "guest", PowerState.ON),
      Operations::reboot),
  HOST_NAME(
      "virConnectGetHostname",
      "host name",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::hostName),
  NODE_INFO("virNodeGetInfo", "node info", 1, 1, 0, List.of(Need.READ), null, Operations::nodeInfo),
  FREE_MEMORY(
      "virNodeGetFreeMemory",
      "free memory",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::freeMemory),
  CAPABILITIES(
      "virConnectGetCapabilities",
      "capabilities",
      1,
      1,
      0,
      List.of(Need.READ),
      null,
      Operations::capabilities),
  VERSION(
      "virConnectGetVersion, virConnectGetType, virConnectIsEncrypted, virConnectIsSecure, virDomainGetOSType",
      "version, type, URI",
      0,
      0,
      0,
      List.of(),
      null,
      Operations::version);

  /**
   * What a user must be allowed to.
   *
   * @param request the VI method, or file request, that the host denies otherwise
   * @param privilege the VI privilege
   */
  record Need(String request, String privilege) {

    /** To read properties. */
    static final Need READ = new Need("RetrievePropertiesEx", "System.Read");

    /** To search the inventory. */
    static final Need FIND = new Need("FindByUuid", "System.View");

    /** To read a file of a datastore. */
    static final Need FILE = new Need("GET /folder", "Datastore.Browse");
  }

  /**
   * What an operation changes.
   *
   * @param method the one VI method that changes something
   * @param machine name of the machine that it changes
   * @param before state that it has before, and after a failure
   */
  record Change(String method, String machine, PowerState before) {}

  private final String function;
  private final String text;
  private final int least;
  private final int most;
  private final int perPage;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list of records of strings
  private final List<Need> needs;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum
  private final @Nullable Change change;

  @SuppressWarnings("ImmutableEnumChecker") // only method references without state
  private final Consumer<Operations> action;

  HostOperation(
      String function,
      String text,
      int least,
      int most,
      int perPage,
      List<Need> needs,
      @Nullable Change change,
      Consumer<Operations> action) {
    this.function = function;
    this.text = text;
    this.least = least;
    this.most = most;
    this.perPage = perPage;
    this.needs = needs;
    this.change = change;
    this.action = action;
  }

  /** The libvirt functions that it calls. */
  List<String> functions() {
    return List.of(function.split(", "));
  }

  /** What the user must be allowed to. */
  List<Need> needs() {
    return needs;
  }

  /** What a user does. */
  String text() {
    return text;
  }

  /** Fewest requests, whatever the host and the moment. */
  int least() {
    return least;
  }

  /** Most requests; those of a wait depend on the moment. */
  int most() {
    return most;
  }

  /** Most requests for each further page of 5,000 machines. */
  int perPage() {
    return perPage;
  }

  /** Whether it waits for a task. */
  boolean waits() {
    return change != null && change.method().endsWith("_Task");
  }

  /** What it changes; null for nothing. */
  @Nullable Change change() {
    return change;
  }

  /** Does it, and checks its result. */
  void run(Operations on) {
    action.accept(on);
  }
}
