package dev.vireo.internal.esx;

import dev.vireo.simulator.PowerState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All operations of the driver that reach the host, each with what it may cost. What must hold for
 * every operation is tested by a loop over these, so that one that is added is tested at once.
 */
enum HostOperation {
  CONNECT("connect", 3, 4, 0, null, Operations::connect),
  CONNECT_AND_LIST("connect and list all domains", 4, 5, 1, null, Operations::connectAndList),
  CONNECT_AND_CLOSE("connect and disconnect", 4, 5, 0, null, Operations::connectAndClose),
  LIST("list all domains", 1, 1, 1, null, Operations::list),
  LIST_IDS("list ids of running domains", 1, 1, 1, null, Operations::listIds),
  LIST_AUTOSTART("list domains with autostart", 3, 3, 1, null, Operations::listAutostart),
  LIST_TRANSIENT("list transient domains", 0, 0, 0, null, Operations::listTransient),
  LOOKUP_BY_ID("look up by id", 1, 1, 1, null, Operations::lookupById),
  LOOKUP_BY_NAME("look up by name", 1, 1, 1, null, Operations::lookupByName),
  LOOKUP_BY_UUID("look up by uuid", 2, 2, 0, null, Operations::lookupByUuid),
  LOOKUP_BY_BIOS_UUID("look up by BIOS uuid", 2, 3, 0, null, Operations::lookupByBiosUuid),
  STATE("state of a domain", 1, 1, 0, null, Operations::state),
  INFO("info of a domain", 1, 1, 0, null, Operations::info),
  AUTOSTART("autostart of a domain", 2, 2, 0, null, Operations::autostart),
  DESCRIBE("XML of a domain", 2, 2, 0, null, Operations::describe),
  DESCRIBE_ABSOLUTE(
      "XML of a domain with absolute file names",
      3,
      3,
      0,
      null,
      Operations::describeWithAbsoluteNames),
  FROM_NATIVE("VMX to XML, with relative file names", 0, 0, 0, null, Operations::convertFromNative),
  TO_NATIVE("XML to VMX", 1, 1, 0, null, Operations::convertToNative),
  CREATE(
      "start, with the wait",
      5,
      7,
      0,
      new Change("PowerOnVM_Task", "old", PowerState.OFF),
      Operations::create),
  SUSPEND(
      "suspend, with the wait",
      5,
      7,
      0,
      new Change("SuspendVM_Task", "web", PowerState.ON),
      Operations::suspend),
  RESUME(
      "resume, with the wait",
      5,
      7,
      0,
      new Change("PowerOnVM_Task", "build", PowerState.SUSPENDED),
      Operations::resume),
  DESTROY(
      "destroy, with the wait",
      5,
      7,
      0,
      new Change("PowerOffVM_Task", "web", PowerState.ON),
      Operations::destroy),
  SHUTDOWN(
      "shutdown",
      2,
      2,
      0,
      new Change("ShutdownGuest", "guest", PowerState.ON),
      Operations::shutdown),
  REBOOT("reboot", 2, 2, 0, new Change("RebootGuest", "guest", PowerState.ON), Operations::reboot),
  HOST_NAME("host name", 1, 1, 0, null, Operations::hostName),
  NODE_INFO("node info", 1, 1, 0, null, Operations::nodeInfo),
  FREE_MEMORY("free memory", 1, 1, 0, null, Operations::freeMemory),
  CAPABILITIES("capabilities", 1, 1, 0, null, Operations::capabilities),
  VERSION("version, type, URI", 0, 0, 0, null, Operations::version);

  /**
   * What an operation changes.
   *
   * @param method the one VI method that changes something
   * @param machine name of the machine that it changes
   * @param before state that it has before, and after a failure
   */
  record Change(String method, String machine, PowerState before) {}

  private final String text;
  private final int least;
  private final int most;
  private final int perPage;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum
  private final @Nullable Change change;

  @SuppressWarnings("ImmutableEnumChecker") // only method references without state
  private final Consumer<Operations> action;

  HostOperation(
      String text,
      int least,
      int most,
      int perPage,
      @Nullable Change change,
      Consumer<Operations> action) {
    this.text = text;
    this.least = least;
    this.most = most;
    this.perPage = perPage;
    this.change = change;
    this.action = action;
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
