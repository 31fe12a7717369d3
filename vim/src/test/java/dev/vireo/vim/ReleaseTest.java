package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was made on the server is released there, or it is known that it was not. */
@Timeout(30)
class ReleaseTest {

  private static final PropertyFilterSpec SPEC =
      new PropertyFilter().select("Task", "info.state").from(TASK).build();
  private static final MethodFault REFUSAL = new NotSupported(null, List.of());
  private static final MethodFault GONE = new ManagedObjectNotFound(null, List.of(), TASK);

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final VimClient client = server.client();

  @AfterEach
  void close() {
    client.close();
  }

  private long releases() {
    return server.count(DestroyPropertyFilter.class);
  }

  private static TransportException cutOff() {
    return new TransportException(TransportException.Kind.CUT_OFF, "cut off", null);
  }

  /** Closes a channel, and gives what was logged meanwhile. */
  private List<String> closeLogging(UpdateChannel channel) {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.vireo.vim");
    Level level = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    try {
      channel.close();
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(level);
    }
    return lines;
  }

  @Test
  void aReleaseWhoseAnswerIsLostIsTriedAgain() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    server.lose(DestroyPropertyFilter.class, cutOff());

    assertThat(closeLogging(channel)).containsExactly("An object was not released");

    assertThat(releases()).isEqualTo(2);
  }

  static List<MethodFault> wordsForGone() {
    return List.of(GONE, new NotAuthenticated(TASK, "System.View"));
  }

  /** The first attempt took effect, though its answer was lost. */
  @ParameterizedTest
  @MethodSource("wordsForGone")
  void whatIsGoneAtTheSecondAttemptIsReleased(MethodFault word) {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    server.lose(DestroyPropertyFilter.class, cutOff());
    server.refuseOnce(DestroyPropertyFilter.class, word);

    assertThat(closeLogging(channel)).doesNotContain("A property filter was left to the server");

    assertThat(releases()).isEqualTo(2);
  }

  @Test
  void whatIsNotReleasedAtTwoAttemptsIsLeft() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    server.refuse(DestroyPropertyFilter.class, REFUSAL);

    assertThat(closeLogging(channel))
        .containsExactly(
            "An object was not released",
            "An object was not released",
            "A property filter was left to the server");

    assertThat(releases()).isEqualTo(2);
    assertThat(server.count(Logout.class)).isZero();
  }

  @Test
  void anInterruptDuringAReleaseIsKeptAndTheReleaseTriedAgain() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    AtomicBoolean first = new AtomicBoolean(true);
    server.before(
        DestroyPropertyFilter.class,
        () -> {
          if (first.getAndSet(false)) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.INTERRUPTED, "interrupted", null);
          }
        });

    channel.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(releases()).isEqualTo(2);
  }

  /** As when the host is asked for the last time, and the thread then told to stop. */
  @Test
  void anAttemptThatAnInterruptCutsShortIsNotTheLastOne() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    AtomicInteger attempts = new AtomicInteger();
    server.before(
        DestroyPropertyFilter.class,
        () -> {
          switch (attempts.incrementAndGet()) {
            case 1 -> throw cutOff();
            case 2 -> {
              Thread.currentThread().interrupt();
              throw new TransportException(
                  TransportException.Kind.INTERRUPTED, "interrupted", null);
            }
            default -> {}
          }
        });

    assertThat(closeLogging(channel)).doesNotContain("A property filter was left to the server");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(releases()).isEqualTo(3);
  }

  /** Waits on a channel in another thread; opening a second one then fails. */
  private void openBesideAWait() throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    server.before(
        WaitForUpdatesEx.class,
        () -> {
          waits.countDown();
          awaitQuietly(end);
        });
    server.refuse(CancelWaitForUpdates.class, REFUSAL);
    UpdateChannel first = client.updateChannels().open(SPEC);
    Thread waiting = Thread.ofVirtual().start(() -> first.next(Duration.ofSeconds(5)));
    waits.await();
    try {
      assertThatThrownBy(() -> client.updateChannels().open(SPEC))
          .isInstanceOf(FaultException.class);
    } finally {
      end.countDown();
      waiting.join();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFilterThatNobodyCanFollowIsReleased() throws InterruptedException {
    openBesideAWait();

    assertThat(server.calls())
        .startsWith(
            "CreateFilter",
            "WaitForUpdatesEx",
            "CreateFilter",
            "CancelWaitForUpdates",
            "DestroyPropertyFilter");
    assertThat(server.count(Logout.class)).isZero();
  }

  @Test
  void aFilterThatNobodyCanFollowNorReleaseGoesWithItsSession() throws InterruptedException {
    server.refuse(DestroyPropertyFilter.class, REFUSAL);

    openBesideAWait();

    assertThat(releases()).isEqualTo(2);
    assertThat(server.count(Logout.class)).isEqualTo(1);
    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aFilterOfTheNextSessionThatCannotBeReleasedGoesWithIt() {
    AtomicBoolean first = new AtomicBoolean(true);
    server.before(
        CreateFilter.class,
        () -> {
          if (first.getAndSet(false)) {
            server.denySession(CurrentTime.class);
            client.call(new CurrentTime(TASK));
          }
        });
    server.refuse(DestroyPropertyFilter.class, REFUSAL);

    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.sessionGeneration()).isEqualTo(3);
    }
  }
}
