package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a machine's hardware can change while it runs. */
enum HotPlug {
  /** Adding memory. */
  ADD_MEMORY("config.memoryHotAddEnabled", "mem.hotadd", "memory can be added"),
  /** Adding processors. */
  ADD_CPU("config.cpuHotAddEnabled", "vcpu.hotadd", "processors can be added"),
  /** Removing processors. */
  REMOVE_CPU("config.cpuHotRemoveEnabled", "vcpu.hotremove", "processors can be removed");

  private final String path;
  private final String key;
  private final String text;

  HotPlug(String path, String key, String text) {
    this.path = path;
    this.key = key;
    this.text = text;
  }

  /** The paths that say whether a machine allows it; none on servers that have no such thing. */
  static List<String> paths(HostContext host, HotPlug... kinds) {
    return host.client().apiVersion().isAtLeast(ApiVersion.V4_0)
        ? List.of(kinds).stream().map(kind -> kind.path).toList()
        : List.of();
  }

  /**
   * Fails when a machine is not off, and cannot be changed otherwise.
   *
   * @param kind what the change is; null for one that no machine allows while it runs
   */
  static void requireChange(ObjectProperties machine, @Nullable HotPlug kind, Attempt attempt) {
    VirtualMachinePowerState power =
        machine.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class);
    boolean allowed =
        RequiredState.OFF.is(power)
            || (kind != null && RequiredState.ON.is(power) && kind.isAllowed(machine));
    if (!allowed) {
      LibvirtException refusal =
          attempt.error(ErrorCode.OPERATION_INVALID, "Domain is not powered off", null);
      throw kind == null ? refusal : refusal.withHints(List.of(kind.hint()));
    }
  }

  private boolean isAllowed(ObjectProperties machine) {
    return Boolean.TRUE.equals(machine.find(path, Boolean.class));
  }

  private String hint() {
    return text + " while a domain runs whose VMX file has " + key + " = TRUE";
  }
}
