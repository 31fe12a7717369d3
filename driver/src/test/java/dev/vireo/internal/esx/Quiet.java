package dev.vireo.internal.esx;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.task.TaskWait;

/** Waits until nothing happens on a simulated host any more. */
final class Quiet {

  private Quiet() {}

  /**
   * Waits for the end of all tasks, and of what guests were asked for: the host does one after the
   * other, each in the same time, so that a task that begins now is the last to end.
   */
  static void await(Simulator host) {
    SimulatedVm idle = host.vms().get("a/b");
    try (VimClient client = VimClient.connect(host.transport(), ClientOptions.DEFAULT)) {
      client.login(host.config().userName(), host.config().password());
      client
          .tasks()
          .await(client.call(new PowerOnVM_Task(idle.ref(), null)), TaskWait.of("PowerOnVM_Task"));
    }
    idle.power(PowerState.OFF);
  }
}
