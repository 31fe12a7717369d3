package dev.vireo.internal.esx.definition;

import dev.vireo.DomainRemains;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.UnregisterVM;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineSnapshotTree;
import java.util.List;
import java.util.Set;

/** Takes domains out of the inventory of a host, and leaves all their files. */
final class Undefinition {

  private static final String FUNCTION = "virDomainUndefine";
  private static final String VERB = "undefine";
  private static final String VMX_PATH = "config.files.vmPathName";
  private static final String SNAPSHOTS = "snapshot.rootSnapshotList";

  /** The host may be about to begin: so often it is looked at, with pauses. */
  private static final int LOOKS = 3;

  private static final Set<DomainUndefineFlag> SUPPORTED =
      Set.of(
          DomainUndefineFlag.SNAPSHOTS_METADATA,
          DomainUndefineFlag.KEEP_NVRAM,
          DomainUndefineFlag.KEEP_TPM);

  private final HostContext host;

  /** On a host. */
  Undefinition(HostContext host) {
    this.host = host;
  }

  /** See {@link dev.vireo.spi.DefinitionTable#undefine}: two requests. */
  DomainRemains undefine(DomainHandle domain, Set<DomainUndefineFlag> flags) {
    Unsupported.requireOnly(
        flags, SUPPORTED, ErrorDomain.ESX, FUNCTION + "Flags", "esxDomainUndefineFlags");
    Attempt attempt = Attempt.onDomain(FUNCTION, "Could not undefine domain", domain.name());
    return attempt.get(() -> undefine(HostContext.machine(domain), attempt));
  }

  private DomainRemains undefine(ManagedObjectReference machine, Attempt attempt) {
    ObjectProperties found =
        host.queries().machine(machine, List.of(MachineIdentity.POWER_STATE, VMX_PATH, SNAPSHOTS));
    VirtualMachinePowerState power =
        found.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class);
    if (power.equals(VirtualMachinePowerState.POWERED_ON)) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Domain is not suspended or powered off", null);
    }
    DomainRemains remains =
        new DomainRemains(
            found.get(VMX_PATH, String.class),
            count(found.list(SNAPSHOTS, VirtualMachineSnapshotTree.class)));
    try {
      host.client().run(new UnregisterVM(machine));
    } catch (VimException e) {
      if (!e.mayHaveTakenEffect() || !isGone(machine, e)) {
        throw e.mayHaveTakenEffect() ? attempt.unknown(VERB, e, "") : e;
      }
    }
    return remains;
  }

  /** Whether the machine is gone, after the answer was lost. */
  private boolean isGone(ManagedObjectReference machine, VimException lost) {
    Patience patience = new Patience(LOOKS);
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        host.client().pause(patience.pause());
        if (MachineState.read(host.client(), machine).isEmpty()) {
          return true;
        }
      } catch (FaultException e) {
        if (e.fault() instanceof ManagedObjectNotFound missing && missing.obj().equals(machine)) {
          return true;
        }
        lost.addSuppressed(e);
      } catch (VimException e) {
        lost.addSuppressed(e);
        if (e.isGivenUp()) {
          return false;
        }
      }
    }
    return false;
  }

  private static int count(List<VirtualMachineSnapshotTree> trees) {
    int count = 0;
    for (VirtualMachineSnapshotTree tree : trees) {
      count += 1 + count(tree.childSnapshotList());
    }
    return count;
  }
}
