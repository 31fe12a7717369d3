package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.vim.types.NotAuthenticated;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A session that the host ends at any moment goes unnoticed. */
class SessionExpiryTest extends DriverTestBase {

  @Test
  void listing() {
    survivesExpiry(connect -> assertThat(connect.listAllDomains(Set.of())).hasSize(5));
  }

  @Test
  void lookups() {
    survivesExpiry(connect -> {
      connect.domainLookupByID(1);
      connect.domainLookupByUUID(FakeMachines.instanceUuid(1));
      connect.domainLookupByName("web").getInfo();
    });
  }

  @Test
  void poweringOnAndOff() {
    survivesExpiry(connect -> {
      Domain old = connect.domainLookupByName("old");
      old.create();
      old.destroy();
    });
  }

  @Test
  void unreadablePropertiesAfterTheEndOfTheSession() {
    try (Connect connect = connect()) {
      host.inventory()
          .put(
              FakeHost.ref("VirtualMachine", "1"),
              "runtime.powerState",
              new NotAuthenticated(null, "System.Read"));
      host.interfere((number, operation) -> {
        if (operation.equals("Login")) {
          host.inventory()
              .put(
                  FakeHost.ref("VirtualMachine", "1"),
                  "runtime.powerState",
                  dev.vireo.vim.types.VirtualMachinePowerState.POWERED_ON);
        }
      });

      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
      assertThat(host.logins()).isEqualTo(2);
    }
  }

  /** Repeats an operation, with the session ended before its first, second... request. */
  private void survivesExpiry(Consumer<Connect> operation) {
    try (Connect connect = connect()) {
      operation.accept(connect);
      host.takeRequests();
      operation.accept(connect);
      int requests = host.takeRequests().size();
      for (int before = 1; before <= requests; before++) {
        expireBefore(before);
        operation.accept(connect);
        assertThat(host.takeRequests()).as("expired before request %d", before).contains("Login");
      }
    }
  }

  private void expireBefore(int request) {
    host.interfere((number, operation) -> {
      if (number == request) {
        host.expireSessions();
      }
    });
  }
}
