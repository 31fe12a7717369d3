package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.TaskOptions;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ParallelTasksTest extends DriverTestBase {

  @Test
  void aWaitingTaskBlocksNobody() throws InterruptedException {
    try (Connect connect = connect()) {
      Domain old = connect.domainLookupByName("old");
      Domain other = connect.domainLookupByName("a/b");
      CountDownLatch waiting = new CountDownLatch(1);
      CountDownLatch otherIsDone = new CountDownLatch(1);
      Thread first =
          Thread.ofVirtual()
              .start(() ->
                  old.create(
                      TaskOptions.DEFAULT.withProgress(percent -> {
                        waiting.countDown();
                        awaitQuietly(otherIsDone);
                      })));
      waiting.await();
      assertThat(other.getState()).isEqualTo(DomainState.SHUTOFF);
      other.create();
      assertThat(other.getState()).isEqualTo(DomainState.RUNNING);
      otherIsDone.countDown();
      first.join();
      assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
    }
    assertThat(host.requests().byOperation())
        .containsEntry("CreateFilter", 2L)
        .containsEntry("DestroyPropertyFilter", 2L)
        .doesNotContainKey("CreatePropertyCollector");
  }

  @Test
  void manyTasksAtATimeAllEnd() throws InterruptedException {
    TestMachines.fill(host, 45);
    try (Connect connect = connect()) {
      Thread[] threads = new Thread[40];
      for (int i = 0; i < threads.length; i++) {
        Domain domain = connect.domainLookupByName("vm-" + (6 + i));
        threads[i] = Thread.ofVirtual().start(domain::create);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(connect.numOfDomains()).isEqualTo(2 + 40);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
