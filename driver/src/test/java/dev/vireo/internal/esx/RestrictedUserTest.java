package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorRole;
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
      for (HostOperation operation : HostOperation.on(preset)) {
        for (Need need : operation.needs()) {
          assertDeniedByFault(operation, need, on, host.simulator());
          denials++;
        }
      }
      assertThat(denials).isGreaterThan(30);
    }
  }

  /** What every role has cannot be missing; it is denied by a fault above. */
  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void eachPrivilegeThatTheRoleOfTheUserLacks(Preset preset) {
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(preset).build());
        Operations on = new Operations(host).prepared()) {
      int denials = 0;
      for (HostOperation operation : HostOperation.on(preset)) {
        for (Need need : operation.needs()) {
          if (!need.privilege().startsWith("System.")) {
            assertDeniedByRole(operation, need, on, host.simulator());
            denials++;
          }
        }
      }
      assertThat(denials).isGreaterThan(6);
    }
  }

  private static void assertDeniedByRole(
      HostOperation operation, Need need, Operations on, Simulator host) {
    String user = host.config().userName();
    SimulatorRole all = SimulatorRole.administrator();
    SimulatorRole lacking = all.without("Without " + need.privilege(), need.privilege());
    assertDenied(
        operation,
        need,
        on,
        host,
        () -> host.permissions().grant(host.root(), user, lacking, true),
        () -> host.permissions().grant(host.root(), user, all, true));
  }

  private static void assertDeniedByFault(
      HostOperation operation, Need need, Operations on, Simulator host) {
    FaultRule denial = FaultRule.on(need.request(), effect(need));
    assertDenied(
        operation,
        need,
        on,
        host,
        () -> host.faults().add(denial),
        () -> {
          assertThat(host.faults().hits(denial)).as("%s without %s", operation, need).isPositive();
          host.faults().clear();
        });
  }

  private static void assertDenied(
      HostOperation operation,
      Need need,
      Operations on,
      Simulator host,
      Runnable deny,
      Runnable allow) {
    String text = operation + " without " + need;
    on.startOf(operation);
    HostContents before = host.contents();
    deny.run();
    LibvirtException failure =
        catchThrowableOfType(LibvirtException.class, () -> operation.run(on));
    allow.run();
    on.closeFurther();

    assertThat(failure).as(text).isNotNull();
    assertThat(failure.isOutcomeUnknown()).as(text).isFalse();
    assertThat(failure.operation()).as(text).isIn(operation.functions());
    if (!need.isOfFile()) { // a file request is denied without a reason
      assertThat(failure.code()).as(text).isEqualTo(ErrorCode.OPERATION_DENIED);
      assertThat(failure.hints())
          .as(text)
          .anyMatch(hint -> hint.contains("the privilege '" + need.privilege() + "'"));
    }
    assertThat(host.contents()).as(text).isEqualTo(before);
    assertThat(host.sessions())
        .as(text)
        .hasSize(1)
        .allMatch(session -> session.propertyFilters() + session.views() == 0);
  }

  private static FaultEffect effect(Need need) {
    return need.isOfFile()
        ? new FaultEffect.HttpStatus(403)
        : new FaultEffect.SoapFault(
            new NoPermission(SOMETHING, need.privilege()), "Permission was denied.");
  }
}
