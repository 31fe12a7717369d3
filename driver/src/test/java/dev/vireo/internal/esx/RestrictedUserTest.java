package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.HostOperation.Change;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation by a user who lacks one privilege: an error that names it, and nothing done. */
@Timeout(120)
class RestrictedUserTest {

  private static final ManagedObjectReference SOMETHING = new ManagedObjectReference("Folder", "f");

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void eachMissingPrivilegeOfEachOperation(Preset preset) {
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(preset).build());
        Operations on = new Operations(host).prepared()) {
      int denials = 0;
      for (HostOperation operation : HostOperation.values()) {
        for (Need need : operation.needs()) {
          assertDenied(operation, need, on, host.simulator());
          denials++;
        }
      }
      assertThat(denials).isGreaterThan(30);
    }
  }

  private static void assertDenied(
      HostOperation operation, Need need, Operations on, Simulator host) {
    String text = operation + " without " + need;
    on.reset();
    FaultRule denial = FaultRule.on(need.request(), effect(need));
    host.faults().add(denial);
    LibvirtException failure =
        catchThrowableOfType(LibvirtException.class, () -> operation.run(on));
    int hits = host.faults().hits(denial);
    host.faults().clear();
    on.closeFurther();

    assertThat(hits).as(text).isPositive();
    assertThat(failure).as(text).isNotNull();
    assertThat(failure.isOutcomeUnknown()).as(text).isFalse();
    assertThat(failure.operation()).as(text).isIn(operation.functions());
    if (!need.equals(Need.FILE)) { // a file request is denied without a reason
      assertThat(failure.code()).as(text).isEqualTo(ErrorCode.OPERATION_DENIED);
      assertThat(failure.hints())
          .as(text)
          .anyMatch(hint -> hint.contains("the privilege '" + need.privilege() + "'"));
    }
    Change change = operation.change();
    if (change != null) {
      assertThat(host.vms().get(change.machine()).power()).as(text).isEqualTo(change.before());
    }
    assertThat(host.sessions())
        .as(text)
        .hasSize(1)
        .allMatch(session -> session.propertyFilters() + session.views() == 0);
  }

  private static FaultEffect effect(Need need) {
    return need.equals(Need.FILE)
        ? new FaultEffect.HttpStatus(403)
        : new FaultEffect.SoapFault(
            new NoPermission(SOMETHING, need.privilege()), "Permission was denied.");
  }
}
