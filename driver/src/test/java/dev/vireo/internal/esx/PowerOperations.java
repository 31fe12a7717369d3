package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.PowerState;
import java.util.List;

/** Starting and stopping domains. */
final class PowerOperations {

  private PowerOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("start, with the wait")
              .calls("virDomainCreate")
              .costs(5, 7)
              .needs(Need.READ, new Need("PowerOnVM_Task", "VirtualMachine.Interact.PowerOn"))
              .changes("PowerOnVM_Task")
              .does(PowerOperations::create),
          HostOperation.named("suspend, with the wait")
              .calls("virDomainSuspend")
              .costs(5, 7)
              .needs(Need.READ, new Need("SuspendVM_Task", "VirtualMachine.Interact.Suspend"))
              .changes("SuspendVM_Task")
              .does(PowerOperations::suspend),
          HostOperation.named("resume, with the wait")
              .calls("virDomainResume")
              .costs(5, 7)
              .needs(Need.READ, new Need("PowerOnVM_Task", "VirtualMachine.Interact.PowerOn"))
              .changes("PowerOnVM_Task")
              .does(PowerOperations::resume),
          HostOperation.named("destroy, with the wait")
              .calls("virDomainDestroy")
              .costs(5, 7)
              .needs(Need.READ, new Need("PowerOffVM_Task", "VirtualMachine.Interact.PowerOff"))
              .changes("PowerOffVM_Task")
              .does(PowerOperations::destroy),
          HostOperation.named("shutdown")
              .calls("virDomainShutdown")
              .costs(2)
              .needs(Need.READ, new Need("ShutdownGuest", "VirtualMachine.Interact.PowerOff"))
              .changes("ShutdownGuest")
              .does(PowerOperations::shutdown),
          HostOperation.named("reboot")
              .calls("virDomainReboot")
              .costs(2)
              .needs(Need.READ, new Need("RebootGuest", "VirtualMachine.Interact.Reset"))
              .changes("RebootGuest")
              .does(PowerOperations::reboot));

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
