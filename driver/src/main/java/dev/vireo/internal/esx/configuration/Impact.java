package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.flag.LibvirtFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.Set;

/**
 * Which configuration a call is about, by the bits that all of libvirt's flags for it share. The
 * host has one, so this decides only whether the domain has to run.
 *
 * @param live whether that of the domain that runs
 * @param persistent whether that of the next start
 */
record Impact(boolean live, boolean persistent) {

  private static final int LIVE = 1;
  private static final int CONFIG = 2;

  /** The impact that flags ask for. */
  static Impact of(Set<? extends LibvirtFlag> flags) {
    int bits = LibvirtFlag.bits(flags);
    return new Impact((bits & LIVE) != 0, (bits & CONFIG) != 0);
  }

  /** The state that the domain has to be in. */
  RequiredState required() {
    return live ? RequiredState.ACTIVE : RequiredState.ANY;
  }

  /** Fails when both are wanted where there is one answer. */
  Impact requireOne(Attempt attempt) {
    if (live && persistent) {
      throw attempt.error(
          ErrorCode.INVALID_ARG,
          "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive",
          null);
    }
    return this;
  }

  /** Fails when a domain does not have to be in the state that it is in. */
  void require(ObjectProperties machine, Attempt attempt) {
    required()
        .require(machine.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
  }
}
