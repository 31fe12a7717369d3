package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.AutoStart;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.ReconfigureAutostart;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What hosts start and stop by themselves. */
final class AutoStartMethods {

  private AutoStartMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        ReconfigureAutostart.class,
        "HostAutoStartManager",
        ApiRelease.V2_5,
        "Host.Config.AutoStart",
        AutoStartMethods::reconfigure);
  }

  private static @Nullable Void reconfigure(Call call, ReconfigureAutostart method) {
    AutoStart autoStart = call.require(method.self(), AutoStart.class, "_this");
    call.host()
        .state()
        .write(() ->
            call.host().inventory().hosts().stream()
                .filter(host -> host.autoStart().equals(autoStart))
                .forEach(host ->
                    autoStart.reconfigure(
                        method.spec(),
                        host.vms().stream()
                            .map(VirtualMachine::ref)
                            .collect(Collectors.toUnmodifiableSet()))));
    return null;
  }
}
