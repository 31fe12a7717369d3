package dev.vireo.internal.esx.domain;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.flag.DomainHostnameFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.GuestTable;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.Set;

/** What VMware Tools tell of guests. */
public final class GuestFacts implements GuestTable {

  private static final String HOST_NAME = "guest.hostName";

  private final HostContext host;

  /** On a host. */
  public GuestFacts(HostContext host) {
    this.host = host;
  }

  @Override
  public String hostname(DomainHandle domain, Set<DomainHostnameFlag> flags) {
    String function = "virDomainGetHostname";
    Unsupported.requireOnly(flags, Set.of(), ErrorDomain.ESX, function, "esxDomainGetHostname");
    Attempt attempt = HostContext.reading(function, domain);
    return attempt.get(() -> {
      ObjectProperties machine =
          host.queries()
              .machine(
                  HostContext.machine(domain), List.of(MachineIdentity.POWER_STATE, HOST_NAME));
      RequiredState.ON.require(
          machine.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
      String name = machine.find(HOST_NAME, String.class);
      if (name == null || name.isEmpty()) {
        throw attempt.error(
            ErrorCode.OPERATION_INVALID,
            "hostName field not available (missing VMware Tools?)",
            null);
      }
      return name;
    });
  }
}
