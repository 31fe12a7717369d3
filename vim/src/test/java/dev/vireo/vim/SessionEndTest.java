package dev.vireo.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a session comes to its end, it is gone from the server then. */
@Timeout(60)
class SessionEndTest {

  private static final CurrentTime CALL =
      new CurrentTime(new ManagedObjectReference("ServiceInstance", "ServiceInstance"));

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");

  /** Stops the thread that makes a call until it is let go, whether it is interrupted or not. */
  private static final class Gate implements Runnable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void run() {
      reached.countDown();
      boolean interrupted = false;
      while (open.getCount() > 0) {
        try {
          open.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void logIn(VimClient client) {
    client.login("root", "secret".toCharArray());
  }

  /** Interrupts a thread that waits, until it has noticed. */
  private static void interruptWaiting(Thread thread) {
    thread.interrupt();
    while (thread.isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** Waits until a thread waits, and fails when it ends instead. */
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
      Thread.onSpinWait();
    }
  }

  @Test
  void aLoginThatIsInterruptedIsUndone() throws InterruptedException {
    Gate gate = new Gate();
    server.before(Login.class, gate);
    AtomicReference<VimException> failure = new AtomicReference<>();
    try (VimClient client = VimClient.connect(server, ClientOptions.DEFAULT)) {
      Thread thread =
          new Thread(() -> {
            failure.set(catchThrowableOfType(VimException.class, () -> logIn(client)));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
          });
      thread.start();
      gate.reached.await();
      interruptWaiting(thread);
      gate.open.countDown();
      thread.join();
    }
    assertThat(failure.get())
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.INTERRUPTED));
    assertThat(server.calls()).containsExactly("RetrieveServiceContent", "Login", "Logout");
    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aRenewalThatIsInterruptedLeavesNoSession() throws InterruptedException {
    VimClient client = server.client();
    Gate gate = new Gate();
    server.before(Login.class, gate);
    server.expireBefore(CurrentTime.class, 1);
    AtomicReference<VimException> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> failure.set(catchThrowableOfType(VimException.class, () -> client.call(CALL))));
    thread.start();
    gate.reached.await();
    interruptWaiting(thread);
    gate.open.countDown();
    thread.join();

    assertThat(failure).doesNotHaveNullValue();
    assertThat(server.loggedIn()).isFalse();
    client.close();
  }

  @Test
  void aClientThatIsClosedDuringItsLoginIsLoggedOut() throws InterruptedException {
    Gate gate = new Gate();
    server.before(Login.class, gate);
    VimClient client = VimClient.connect(server, ClientOptions.DEFAULT);
    Thread login = Thread.ofPlatform().start(() -> logIn(client));
    gate.reached.await();
    Thread close = Thread.ofPlatform().start(client::close);
    awaitWaiting(close);
    gate.open.countDown();
    close.join();
    login.join();

    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void anInterruptedThreadThatClosesDuringALoginWaitsForIt() throws InterruptedException {
    Gate gate = new Gate();
    server.before(Login.class, gate);
    VimClient client = VimClient.connect(server, ClientOptions.DEFAULT);
    Thread login = Thread.ofPlatform().start(() -> logIn(client));
    gate.reached.await();
    Thread close =
        Thread.ofPlatform()
            .start(() -> {
              Thread.currentThread().interrupt();
              client.close();
            });
    awaitWaiting(close);
    gate.open.countDown();
    close.join();
    login.join();

    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aClientThatIsClosedLogsInNoMore() {
    VimClient client = VimClient.connect(server, ClientOptions.DEFAULT);
    client.close();

    assertThat(catchThrowableOfType(TransportException.class, () -> logIn(client)).kind())
        .isEqualTo(TransportException.Kind.CLOSED);
    assertThat(server.calls()).doesNotContain("Login");
  }

  @Test
  void anInterruptedThreadLogsOutAndStaysInterrupted() {
    VimClient client = server.client();
    Thread.currentThread().interrupt();
    client.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.loggedIn()).isFalse();
  }

  static Stream<VimException> lostRequests() {
    return Stream.of(
        new TransportException(TransportException.Kind.CUT_OFF, "cut off", null),
        new TransportException(TransportException.Kind.TIMED_OUT, "no answer", null),
        new TransportException(TransportException.Kind.INTERRUPTED, "interrupted", null),
        new ProtocolException(ProtocolException.Kind.UNAVAILABLE, "HTTP status 503", null),
        new FaultException("Logout", "SystemError", null, "out of order"),
        new FaultException("Logout", "NotAuthenticated", null, "not true"));
  }

  @ParameterizedTest
  @MethodSource("lostRequests")
  void aLogoutThatFailsIsTriedAgain(VimException failure) {
    VimClient client = server.client();
    server.lose(Logout.class, failure);
    client.close();

    assertThat(server.calls()).containsExactly("Logout", "Logout");
  }

  @Test
  void anAttemptToLogOutThatAnInterruptCutsShortIsNotTheLastOne() {
    VimClient client = server.client();
    AtomicInteger attempts = new AtomicInteger();
    server.before(
        Logout.class,
        () -> {
          int attempt = attempts.incrementAndGet();
          if (attempt == 3) {
            Thread.currentThread().interrupt();
          }
          if (attempt <= 3) {
            throw new TransportException(TransportException.Kind.CUT_OFF, "cut off", null);
          }
        });
    client.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aServerThatForgetsASessionIsToldToEndIt() {
    try (VimClient client = server.client()) {
      server.denySession(CurrentTime.class);
      assertThat(client.call(CALL)).isNotNull();
      assertThat(server.calls()).containsExactly("CurrentTime", "Logout", "Login", "CurrentTime");
    }
  }

  /** Else the process would end while the logout is under way. */
  @Test
  void theEndOfTheProcessWaitsForALogoutUnderWay() throws InterruptedException {
    VimClient client = server.client();
    Gate gate = new Gate();
    server.before(Logout.class, gate);
    Thread close = Thread.ofPlatform().start(client::close);
    gate.reached.await();
    Thread end = Thread.ofPlatform().start(OpenClients::endAll);
    while (Thread.getAllStackTraces().keySet().stream().noneMatch(SessionEndTest::waitsForLogout)) {
      assertThat(end.isAlive()).as("waits").isTrue();
    }
    gate.open.countDown();
    end.join();
    close.join();

    assertThat(server.loggedIn()).isFalse();
  }

  private static boolean waitsForLogout(Thread thread) {
    return thread.getName().equals("vireo-logout")
        && thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void theEndOfTheProcessLogsOut() {
    VimClient client = server.client();
    OpenClients.endAll();

    assertThat(server.loggedIn()).isFalse();
    client.close();
    assertThat(server.count(Logout.class)).isEqualTo(1);
  }

  @Test
  void aClientThatIsForgottenIsLoggedOutWithAWarning() {
    Logger logger = Logger.getLogger(Lease.class.getName());
    Warnings warnings = new Warnings();
    logger.addHandler(warnings);
    logger.setUseParentHandlers(false);
    try {
      forget();
      while (server.loggedIn() || warnings.records.isEmpty()) {
        System.gc(); // the test class has a limit
      }
    } finally {
      logger.removeHandler(warnings);
      logger.setUseParentHandlers(true);
    }
    LogRecord warning = warnings.records.getFirst();
    assertThat(warning.getLevel()).isEqualTo(Level.WARNING);
    assertThat(warning.getMessage()).contains("forgotten without being closed");
    assertThat(warning.getThrown().getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("forget");
  }

  private void forget() {
    assertThat(server.client().call(CALL)).isNotNull();
  }

  private static final class Warnings extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord log) {
      records.add(log);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
