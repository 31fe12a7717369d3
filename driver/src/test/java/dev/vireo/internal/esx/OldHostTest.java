package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.simulator.Preset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ESX 3.5 has no negotiation, no paging, no instance uuid and no wait with a limit. */
class OldHostTest extends DriverTestBase {

  OldHostTest() {
    super(Preset.ESX35);
  }

  @Test
  void everythingWorksWithTheOldCalls() {
    try (Connect connect = connect()) {
      Domain old = connect.domainLookupByName("old");
      assertThat(old.getUUID()).isEqualTo(machine("old").biosUuid());
      assertThat(connect.domainLookupByUUID(old.getUUID()).getName()).isEqualTo("old");
      old.create();
      assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
      old.destroy();
      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
    }
    assertThat(host.requests().byOperation())
        .containsKeys("RetrieveProperties", "WaitForUpdates", "DestroyPropertyFilter")
        .doesNotContainKeys("RetrievePropertiesEx", "WaitForUpdatesEx", "CreatePropertyCollector");
  }

  @Test
  void tasksAreWaitedForOneAfterTheOther() throws InterruptedException {
    TestMachines.fill(host, 12);
    try (Connect connect = connect()) {
      Thread[] threads = new Thread[7];
      for (int i = 0; i < threads.length; i++) {
        Domain domain = connect.domainLookupByName("vm-" + (6 + i));
        threads[i] = Thread.ofVirtual().start(domain::create);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(connect.numOfDomains()).isEqualTo(2 + 7);
    }
  }
}
