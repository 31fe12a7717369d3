package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.TaskInfoState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UpdateChannelsTest {

  private static final PropertyFilterSpec SPEC =
      new PropertyFilter().select("Task", "info.state").from(TASK).build();
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final VimClient client = server.client();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aChannelGivesTheChangesOfItsOwnFilter() {
    server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING);
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).extracting(ObjectUpdate::obj).containsExactly(TASK);
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(server.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdatesEx", "WaitForUpdatesEx", "DestroyPropertyFilter");
  }

  @Test
  void channelsShareTheCollectorOfTheirSession() {
    try (UpdateChannel first = client.updateChannels().open(SPEC);
        UpdateChannel second = client.updateChannels().open(SPEC)) {
      assertThat(second.sessionGeneration()).isEqualTo(first.sessionGeneration());
    }
    assertThat(server.calls())
        .containsExactly(
            "CreateFilter", "CreateFilter", "DestroyPropertyFilter", "DestroyPropertyFilter");
  }

  @Test
  void whatComesForAnotherChannelIsKeptForIt() {
    try (UpdateChannel first = client.updateChannels().open(SPEC);
        UpdateChannel second = client.updateChannels().open(SPEC)) {
      // the server's updates are of the filter that was made last
      server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING);

      assertThat(first.next(LIMIT)).isEmpty();
      assertThat(second.next(LIMIT)).extracting(ObjectUpdate::obj).containsExactly(TASK);
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(2);
  }

  @Test
  void aChannelThatIsOpenedDuringAWaitInterruptsIt() throws InterruptedException {
    BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    server.answer(
        WaitForUpdatesEx.class,
        wait -> {
          waits.add("wait");
          if (cancelled.getCount() > 0) {
            awaitQuietly(cancelled);
            throw new FaultException("WaitForUpdatesEx", "RequestCanceled", null, "cancelled");
          }
          return server.nextUpdate();
        });
    server.before(CancelWaitForUpdates.class, cancelled::countDown);
    List<ObjectUpdate> heard = new CopyOnWriteArrayList<>();
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      Thread waiting = Thread.ofVirtual().start(() -> heard.addAll(first.next(LIMIT)));
      waits.take();
      try (UpdateChannel second = client.updateChannels().open(SPEC)) {
        server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING);
        List<ObjectUpdate> changes = new ArrayList<>();
        while (changes.isEmpty()) {
          changes.addAll(second.next(LIMIT));
        }
        assertThat(changes).extracting(ObjectUpdate::obj).containsExactly(TASK);
      }
      waiting.join();
    }
    assertThat(heard).isEmpty();
    assertThat(server.count(CancelWaitForUpdates.class)).isEqualTo(1);
  }

  @Test
  void eachChannelKeepsToItsOwnTimeAlthoughAnotherAsks() throws InterruptedException {
    BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    CountDownLatch end = new CountDownLatch(1);
    try (UpdateChannel first = client.updateChannels().open(SPEC);
        UpdateChannel second = client.updateChannels().open(SPEC)) {
      server.before(
          WaitForUpdatesEx.class,
          () -> {
            waits.add("wait");
            awaitQuietly(end);
          });
      Thread asking = Thread.ofVirtual().start(() -> first.next(Duration.ofMinutes(1)));
      waits.take();

      assertThat(second.next(Duration.ofMillis(50))).isEmpty();

      assertThat(asking.isAlive()).isTrue();
      end.countDown();
      asking.join();
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(1);
  }

  @Test
  void whenTheThreadThatAsksIsInterruptedAnotherAsks() throws InterruptedException {
    BlockingQueue<Thread> askers = new LinkedBlockingQueue<>();
    AtomicBoolean first = new AtomicBoolean(true);
    server.before(
        WaitForUpdatesEx.class,
        () -> {
          askers.add(Thread.currentThread());
          if (first.getAndSet(false)) {
            awaitQuietly(new CountDownLatch(1));
            throw new TransportException(TransportException.Kind.INTERRUPTED, "interrupted", null);
          }
        });
    BlockingQueue<List<ObjectUpdate>> heard = new LinkedBlockingQueue<>();
    try (UpdateChannel impatient = client.updateChannels().open(SPEC);
        UpdateChannel patient = client.updateChannels().open(SPEC)) {
      server.thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);
      Thread leaves =
          Thread.ofVirtual()
              .start(() ->
                  assertThatThrownBy(() -> impatient.next(Duration.ofMinutes(1)))
                      .isInstanceOf(TransportException.class));
      Thread asker = askers.take();
      Thread stays = Thread.ofVirtual().start(() -> heard.add(patient.next(Duration.ofMinutes(1))));
      asker.interrupt();

      assertThat(heard.take()).extracting(ObjectUpdate::obj).containsExactly(TASK);
      leaves.join();
      stays.join();
    }
    assertThat(server.calls()).contains("CancelWaitForUpdates");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void lessThanASecondIsKeptAndTheServerTold() {
    server.lose(
        WaitForUpdatesEx.class,
        new TransportException(TransportException.Kind.TIMED_OUT, "no answer", null));
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.next(Duration.ofMillis(50))).isEmpty();
    }
    assertThat(server.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdatesEx", "CancelWaitForUpdates", "DestroyPropertyFilter");
  }

  @Test
  void aFilterThatIsRefusedLeavesTheSessionsCollectorToTheNext() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> client.updateChannels().open(SPEC))
          .isInstanceOf(FaultException.class);
    }
    assertThat(server.calls()).containsExactly("CreateFilter", "CreateFilter");
  }

  @Test
  void aSessionThatEndsWhileOpeningIsRenewed() {
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      server.expireBefore(CreateFilter.class, 1);
      UpdateChannel second = client.updateChannels().open(SPEC);
      second.close();
      assertThat(second.sessionGeneration()).isEqualTo(2);
      assertThatThrownBy(() -> first.next(LIMIT))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.faultName()).isEqualTo("NotAuthenticated"));
    }
    assertThat(server.calls()).doesNotContain("WaitForUpdatesEx");
    assertThat(server.count(DestroyPropertyFilter.class)).isEqualTo(1);
  }

  /** The request is on its way while another thread opens the next session. */
  @Test
  void aFilterThatComesToBeInTheNextSessionIsReleasedThere() {
    AtomicBoolean first = new AtomicBoolean(true);
    server.before(
        CreateFilter.class,
        () -> {
          if (first.getAndSet(false)) {
            server.denySession(CurrentTime.class);
            client.call(new CurrentTime(TASK));
          }
        });
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.sessionGeneration()).isEqualTo(2);
    }
    assertThat(server.calls())
        .endsWith(
            "CreateFilter",
            "CurrentTime",
            "Logout",
            "Login",
            "CurrentTime",
            "DestroyPropertyFilter",
            "CreateFilter",
            "DestroyPropertyFilter");
  }

  @Test
  void anInterruptedThreadReleasesItsFilterAndStaysInterrupted() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    Thread.currentThread().interrupt();
    channel.close();
    channel.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.calls()).containsExactly("CreateFilter", "DestroyPropertyFilter");
  }

  @Test
  void anOldServerIsToldThatNobodyWaitsAnyLonger() {
    ScriptedVim old = new ScriptedVim("2.5");
    try (UpdateChannel channel = old.client().updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(old.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdates", "CancelWaitForUpdates", "DestroyPropertyFilter");
  }
}
