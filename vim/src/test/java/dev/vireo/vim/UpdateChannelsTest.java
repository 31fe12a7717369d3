package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyChangeOp;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.UpdateSet;
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

  @Test
  void anOldServerIsAskedForWhatIsNewSinceItsLastAnswer() {
    ScriptedVim old = new ScriptedVim("4.0");
    old.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING)
        .thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);
    try (UpdateChannel channel = old.client().updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).hasSize(1);
      assertThat(channel.next(LIMIT)).hasSize(1);
    }
    assertThat(old.all(WaitForUpdates.class))
        .extracting(WaitForUpdates::version)
        .containsExactly("", "v2");
    assertThat(old.limit(WaitForUpdates.class)).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void theAnswerHasItsTimeAfterTheWait() {
    ScriptedVim other = new ScriptedVim("8.0.3.0");
    SkippedTime clock = new SkippedTime();
    try (VimClient client = other.client(clock.options());
        UpdateChannel channel = client.updateChannels().open(SPEC)) {
      channel.next(LIMIT);
      assertThat(other.limit(WaitForUpdatesEx.class))
          .isEqualTo(LIMIT.plus(ClientOptions.DEFAULT.callTimeout()));

      channel.next(LIMIT.minusMillis(1));
      assertThat(other.limit(WaitForUpdatesEx.class)).isEqualTo(LIMIT.minusMillis(1));
    }
  }

  private UpdateSet update(int filter, TaskInfoState state) {
    ManagedObjectReference of = new ManagedObjectReference("PropertyFilter", "filter-" + filter);
    PropertyChange change = new PropertyChange("info.state", PropertyChangeOp.ASSIGN, state);
    ObjectUpdate update =
        new ObjectUpdate(ObjectUpdateKind.MODIFY, TASK, List.of(change), List.of());
    return new UpdateSet(
        "v", List.of(new PropertyFilterUpdate(of, List.of(update), List.of())), null);
  }

  @Test
  void whoWaitsGoesOnWhenAnotherChannelInterruptsTheWait() throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    server.answer(
        WaitForUpdatesEx.class,
        wait -> {
          if (cancelled.getCount() > 0) {
            waits.countDown();
            awaitQuietly(cancelled);
            throw new FaultException("WaitForUpdatesEx", "RequestCanceled", null, "cancelled");
          }
          return update(1, TaskInfoState.RUNNING);
        });
    server.before(CancelWaitForUpdates.class, cancelled::countDown);
    List<ObjectUpdate> heard = new CopyOnWriteArrayList<>();
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      Thread waiting =
          Thread.ofVirtual().start(() -> heard.addAll(first.next(Duration.ofMinutes(1))));
      waits.await();
      client.updateChannels().open(SPEC).close();
      waiting.join();
    }
    assertThat(heard).extracting(ObjectUpdate::obj).containsExactly(TASK);
  }

  @Test
  void aWaitThatIsCancelledByNobodyHereFails() {
    server.refuse(WaitForUpdatesEx.class, new RequestCanceled(null, List.of()));
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThatThrownBy(() -> channel.next(LIMIT))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.faultName()).isEqualTo("RequestCanceled"));
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(1);
  }

  @Test
  void theEndOfTheSessionIsToldToAllChannelsByOneRequest() {
    server.refuse(WaitForUpdatesEx.class, new NotAuthenticated(TASK, "System.View"));
    try (UpdateChannel first = client.updateChannels().open(SPEC);
        UpdateChannel second = client.updateChannels().open(SPEC)) {
      for (UpdateChannel channel : List.of(first, second, first)) {
        assertThatThrownBy(() -> channel.next(LIMIT))
            .isInstanceOfSatisfying(
                FaultException.class, e -> assertThat(e.isNotAuthenticated()).isTrue());
      }
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(1);
  }

  @Test
  void anAnswerAboutNoFilterIsNoReasonToAskAgain() {
    server.answer(WaitForUpdatesEx.class, wait -> new UpdateSet("v", List.of(), null));
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(1);
  }

  /** A server that repeats itself could else keep whoever waits for ever. */
  @Test
  void changesOfAFilterThatNobodyFollowsAreNoReasonToAskAgain() {
    ManagedObjectReference former = new ManagedObjectReference("PropertyFilter", "former");
    List<ObjectUpdate> changes =
        List.of(new ObjectUpdate(ObjectUpdateKind.MODIFY, TASK, List.of(), List.of()));
    server.answer(
        WaitForUpdatesEx.class,
        wait ->
            new UpdateSet(
                "v", List.of(new PropertyFilterUpdate(former, changes, List.of())), null));
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(1);
  }

  /** The server tells of a filter before it has answered the call that makes it. */
  @Test
  void whatComesBeforeItsFilterHasANameIsKept() throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch again = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      server.answer(
          WaitForUpdatesEx.class,
          wait -> {
            if (made.getCount() > 0) {
              waits.countDown();
              awaitQuietly(made);
              return update(99, TaskInfoState.SUCCESS);
            }
            again.countDown();
            awaitQuietly(end);
            return null;
          });
      Thread waiting = Thread.ofVirtual().start(() -> first.next(Duration.ofMinutes(1)));
      waits.await();
      server.answer(
          CreateFilter.class,
          create -> {
            made.countDown();
            awaitQuietly(again);
            return new ManagedObjectReference("PropertyFilter", "filter-99");
          });
      try (UpdateChannel second = client.updateChannels().open(SPEC)) {
        assertThat(second.next(LIMIT)).extracting(ObjectUpdate::obj).containsExactly(TASK);
      }
      end.countDown();
      waiting.join();
    }
    assertThat(server.calls()).doesNotContain("CancelWaitForUpdates");
    assertThat(server.count(WaitForUpdatesEx.class)).isEqualTo(2);
  }

  @Test
  void answersThatComeAtOnceAreSlowedDownUntilOneIsWaitedFor() {
    SkippedTime clock = new SkippedTime();
    ScriptedVim quick = new ScriptedVim("8.0.3.0");
    Duration pause = Duration.ofMillis(200);
    try (VimClient hasty = quick.client(clock.options());
        UpdateChannel channel = hasty.updateChannels().open(SPEC)) {
      times(51, channel, quick);
      assertThat(clock.slept()).isZero();

      times(2, channel, quick);
      assertThat(clock.slept()).isEqualTo(pause.multipliedBy(2));

      quick.before(WaitForUpdatesEx.class, () -> clock.pass(Duration.ofMillis(500)));
      times(1, channel, quick);
      quick.before(WaitForUpdatesEx.class, () -> {});
      times(51, channel, quick);
      assertThat(clock.slept()).isEqualTo(pause.multipliedBy(3));
    }
  }

  private static void times(int times, UpdateChannel channel, ScriptedVim server) {
    for (int i = 0; i < times; i++) {
      server.thenUpdate(TASK, "info.progress", i);
      assertThat(channel.next(LIMIT)).hasSize(1);
    }
  }
}
