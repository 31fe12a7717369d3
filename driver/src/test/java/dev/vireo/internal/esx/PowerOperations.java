package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.PowerState;
import java.util.List;
import java.util.function.Consumer;

/** Starting and stopping domains. */
final class PowerOperations {

  private PowerOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          task("start", "virDomainCreate", "PowerOnVM_Task", "PowerOn", PowerOperations::create),
          task(
              "suspend", "virDomainSuspend", "SuspendVM_Task", "Suspend", PowerOperations::suspend),
          task("resume", "virDomainResume", "PowerOnVM_Task", "PowerOn", PowerOperations::resume),
          task(
              "destroy",
              "virDomainDestroy",
              "PowerOffVM_Task",
              "PowerOff",
              PowerOperations::destroy),
          changing("shutdown", "virDomainShutdown", "ShutdownGuest", "PowerOff")
              .costs(2)
              .does(PowerOperations::shutdown),
          changing("reboot", "virDomainReboot", "RebootGuest", "Reset")
              .costs(2)
              .does(PowerOperations::reboot));

  private static HostOperation task(
      String verb,
      String function,
      String method,
      String interaction,
      Consumer<Operations> action) {
    return changing(verb + ", with the wait", function, method, interaction)
        .costs(5, 7)
        .does(action);
  }

  private static HostOperation.Builder changing(
      String text, String function, String method, String interaction) {
    return HostOperation.named(text)
        .calls(function)
        .needs(Need.READ, new Need(method, "VirtualMachine.Interact." + interaction))
        .changes(method);
  }

  private static void create(Operations on) {
    on.domain("old").create();
    on.assertPower("old", PowerState.ON);
  }

  private static void suspend(Operations on) {
    on.domain("web").suspend();
    on.assertPower("web", PowerState.SUSPENDED);
  }

  private static void resume(Operations on) {
    on.domain("build").resume();
    on.assertPower("build", PowerState.ON);
  }

  private static void destroy(Operations on) {
    on.domain("web").destroy();
    on.assertPower("web", PowerState.OFF);
  }

  @SuppressWarnings("ThreadPriorityCheck") // it only waits
  private static void shutdown(Operations on) {
    on.domain("guest").shutdown();
    while (on.guest().power() != PowerState.OFF) {
      Thread.onSpinWait(); // the guest does it in its own time; the test class has a limit
    }
  }

  private static void reboot(Operations on) {
    on.domain("guest").reboot();
    assertThat(on.guest().power()).isEqualTo(PowerState.ON);
  }
}
