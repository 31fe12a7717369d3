package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.Preset;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that takes for ever takes nothing from another one of the same connection. */
@Timeout(60)
class TasksBesideEachOtherTest {

  private static final TaskOptions SHORT = TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(50));

  private static ServedHost stuckHost(Preset preset) {
    return ServedHost.withMachines(
        ServedHost.empty(preset).taskDuration(Duration.ofDays(1)).build());
  }

  private static Thread createForEver(Domain domain, CountDownLatch begun) {
    return Thread.ofVirtual()
        .start(() -> {
          TaskOptions options =
              TaskOptions.DEFAULT
                  .withProgress(percent -> begun.countDown())
                  .withCancelled(() -> Thread.currentThread().isInterrupted());
          try {
            domain.create(options);
          } catch (LibvirtException e) {
            // it is interrupted at the end of the test
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aTimeOutCountsWhileAnotherTaskRuns(Preset preset) throws InterruptedException {
    try (ServedHost host = stuckHost(preset);
        Connect connect = host.open()) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread other = createForEver(connect.domainLookupByName("old"), begun);
      begun.await();

      assertThatThrownBy(() -> connect.domainLookupByName("a/b").create(SHORT))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));

      assertThat(other.isAlive()).isTrue();
      other.interrupt();
      other.join();
      assertThat(host.simulator().sessions())
          .extracting(OpenSession::propertyFilters)
          .containsExactly(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aCancellationCountsWhileAnotherTaskRuns(Preset preset) throws InterruptedException {
    try (ServedHost host = stuckHost(preset);
        Connect connect = host.open()) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread other = createForEver(connect.domainLookupByName("old"), begun);
      begun.await();

      assertThatThrownBy(() ->
              connect
                  .domainLookupByName("a/b")
                  .create(TaskOptions.DEFAULT.withCancelled(() -> true)))
          .isInstanceOf(LibvirtException.class);

      assertThat(other.isAlive()).isTrue();
      other.interrupt();
      other.join();
    }
  }
}
