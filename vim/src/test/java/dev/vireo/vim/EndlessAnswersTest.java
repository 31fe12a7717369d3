package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.MACHINE;
import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TaskAbandonedException.Reason;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops that a server could keep going for ever end, and those that make way go on. */
@Timeout(60)
class EndlessAnswersTest {

  private static final TaskWait WAIT = TaskWait.of("PowerOnVM_Task");
  private static final PropertyFilterSpec NAMES =
      new PropertyFilter().select("Folder", "name").from(MACHINE).build();

  /** About what the rounds of one wait cost, each with all that belongs to it. */
  private static final int MOST_CALLS = 100;

  private final SkippedTime clock = new SkippedTime();
  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final VimClient client = server.client(clock.options());

  @AfterEach
  void close() {
    client.close();
  }

  private TaskAbandonedException lost(TaskWait wait) {
    TaskAbandonedException failure =
        catchThrowableOfType(TaskAbandonedException.class, () -> client.tasks().await(TASK, wait));
    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.LOST);
    return failure;
  }

  @ParameterizedTest
  @ValueSource(classes = {WaitForUpdatesEx.class, CreateFilter.class})
  void aServerThatTakesLoginsOnlyIsGivenUp(Class<?> method) {
    server.refuse(method, new NotAuthenticated(TASK, "System.View"));

    assertThat(lost(WAIT)).hasCauseInstanceOf(FaultException.class);

    assertThat(server.count(Login.class)).isBetween(2L, 12L);
    assertThat(server.count(Logout.class)).isEqualTo(server.count(Login.class));
    assertThat(server.calls()).hasSizeLessThan(MOST_CALLS);
    assertThat(clock.slept()).isGreaterThan(Duration.ofSeconds(10));
    client.close();
    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aRefusedPasswordIsNotTriedAgain() {
    server.refuse(Login.class, new InvalidLogin());
    server.expireBefore(WaitForUpdatesEx.class, 100);

    assertThat(lost(WAIT))
        .cause()
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.faultName()).isEqualTo("InvalidLogin"));

    assertThat(server.count(Login.class)).isEqualTo(1);
  }

  @Test
  void answersWithoutNewsThatComeAtOnceSlowTheClientDownAndEnd() {
    assertThat(lost(WAIT))
        .cause()
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.ENDLESS));

    assertThat(server.calls()).hasSizeLessThan(MOST_CALLS);
    assertThat(clock.slept()).isGreaterThan(Duration.ofSeconds(10));
  }

  @Test
  void theSameNewsAgainAndAgainAreNone() {
    for (int i = 0; i < 1_000; i++) {
      server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING, "info.progress", 30);
    }

    lost(WAIT.withProgress(percent -> {}));

    assertThat(server.calls()).hasSizeLessThan(MOST_CALLS);
  }

  @Test
  void progressToAndFroIsSlowedDownAndEndsWithTheTime() {
    for (int i = 0; i < 1_000; i++) {
      server.thenUpdate(TASK, "info.progress", i % 2);
    }

    TaskAbandonedException failure =
        catchThrowableOfType(
            TaskAbandonedException.class,
            () ->
                client
                    .tasks()
                    .await(
                        TASK,
                        WAIT.withProgress(percent -> {}).withTimeout(Duration.ofSeconds(20))));

    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(server.count(WaitForUpdatesEx.class)).isLessThan(200);
  }

  @Test
  void questionsAfterQuestionsAreNotAnsweredForEver() {
    for (int i = 0; i < 1_000; i++) {
      ChoiceOption choice =
          new ChoiceOption(null, List.of(new ElementDescription("Yes", "yes", "1")), 0);
      server.thenUpdate(
          MACHINE,
          "runtime.question",
          new VirtualMachineQuestionInfo("q" + i, "Sure?", choice, List.of()));
      server.thenUpdate(TASK, "info.progress", i % 100);
    }

    assertThatThrownBy(() ->
            client
                .tasks()
                .await(
                    TASK, WAIT.withProgress(percent -> {}).withQuestions(MACHINE, question -> "1")))
        .isInstanceOf(TaskAbandonedException.class);

    assertThat(server.count(AnswerVM.class)).isLessThanOrEqualTo(50);
  }

  @Test
  void aTaskMayTakeDaysAndSeveralSessions() {
    AtomicInteger waits = new AtomicInteger();
    server.before(
        WaitForUpdatesEx.class,
        () -> {
          clock.pass(Duration.ofSeconds(30));
          if (waits.incrementAndGet() % 60 == 0) {
            server.denySession(WaitForUpdatesEx.class);
          } else if (waits.get() == 6_001) {
            server.thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);
          }
        });

    client.tasks().await(TASK, WAIT);

    assertThat(server.count(Login.class)).isEqualTo(100);
  }

  static Stream<VimException> lostAnswers() {
    return Stream.of(
        new TransportException(TransportException.Kind.CUT_OFF, "cut off", null),
        new TransportException(TransportException.Kind.TIMED_OUT, "no answer", null),
        new TransportException(TransportException.Kind.CONNECTION_REFUSED, "refused", null),
        new ProtocolException(ProtocolException.Kind.UNAVAILABLE, "HTTP status 503", null),
        new ProtocolException(ProtocolException.Kind.MALFORMED, "no XML", null),
        new FaultException("WaitForUpdatesEx", "InvalidCollectorVersion", null, "old"),
        new FaultException("WaitForUpdatesEx", "NoPermission", new NoPermission(TASK, "x"), "no"));
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void aTaskIsFollowedAnewWhenItsNewsGetLost(VimException loss) {
    server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING);
    server.lose(WaitForUpdatesEx.class, loss);
    server.thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);

    client.tasks().await(TASK, WAIT);

    List<String> calls = new ArrayList<>(server.calls());
    boolean givenUp =
        loss instanceof TransportException e && e.kind() == TransportException.Kind.TIMED_OUT;
    assertThat(calls.remove("CancelWaitForUpdates")).isEqualTo(givenUp);
    assertThat(calls)
        .containsExactly(
            "CreateFilter",
            "WaitForUpdatesEx",
            "DestroyPropertyFilter",
            "CreateFilter",
            "WaitForUpdatesEx",
            "DestroyPropertyFilter");
  }

  @Test
  void aFilterWhoseReferenceIsLostGoesWithItsSession() {
    server.lose(
        CreateFilter.class,
        new TransportException(TransportException.Kind.CUT_OFF, "cut off", null));
    server.thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);

    client.tasks().await(TASK, WAIT);

    assertThat(server.calls()).startsWith("CreateFilter", "Logout");
    assertThat(server.calls())
        .endsWith("CreateFilter", "WaitForUpdatesEx", "DestroyPropertyFilter");
  }

  @Test
  void aTaskThatCannotBeFollowedIsLookedAt() {
    server.refuse(CreateFilter.class, new NoPermission(TASK, "System.Read"));
    server.answer(
        RetrievePropertiesEx.class,
        call ->
            new RetrieveResult(
                null,
                List.of(
                    new ObjectContent(
                        TASK,
                        List.of(new DynamicProperty("info.state", TaskInfoState.SUCCESS)),
                        List.of()))));

    client.tasks().await(TASK, WAIT);

    assertThat(server.count(CreateFilter.class)).isEqualTo(2);
  }

  @Test
  void anInterruptedPauseEndsTheWaitAtOnce() {
    server.refuse(CreateFilter.class, new NoPermission(TASK, "System.Read"));
    server.before(CreateFilter.class, Thread.currentThread()::interrupt);

    assertThat(lost(WAIT))
        .cause()
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.INTERRUPTED));

    assertThat(Thread.interrupted()).isTrue();
  }

  private void givePages(Pages pages) {
    AtomicInteger page = new AtomicInteger();
    server.answer(RetrievePropertiesEx.class, call -> pages.page(page.getAndIncrement()));
    server.answer(ContinueRetrievePropertiesEx.class, call -> pages.page(page.getAndIncrement()));
  }

  /** Gives the page of a number. */
  private interface Pages {
    RetrieveResult page(int number);
  }

  private static ObjectContent object(int number) {
    return new ObjectContent(
        new ManagedObjectReference("Folder", "f" + number), List.of(), List.of());
  }

  private static RetrieveResult page(@Nullable String token, ObjectContent... objects) {
    return new RetrieveResult(token, List.of(objects));
  }

  private void assertEndless(long mostPages) {
    assertThatThrownBy(() -> client.propertyCollector().retrieve(NAMES))
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.ENDLESS));
    assertThat(server.count(ContinueRetrievePropertiesEx.class)).isLessThanOrEqualTo(mostPages);
    assertThat(server.calls()).endsWith("CancelRetrievePropertiesEx");
  }

  @Test
  void aPageTokenThatNeverEndsIsGivenUp() {
    givePages(number -> page("again", object(1)));
    assertEndless(5);
    assertThat(clock.slept()).isPositive();
  }

  @Test
  void pagesWithoutObjectsAreGivenUp() {
    givePages(number -> page("again"));
    assertEndless(5);
  }

  @Test
  void objectsWithoutNumberAreGivenUp() {
    int size = 20_000;
    givePages(number ->
        page(
            "again",
            IntStream.range(0, size)
                .mapToObj(i -> object(number * size + i))
                .toArray(ObjectContent[]::new)));
    assertEndless(13);
  }

  @Test
  void tenThousandPagesAreReadToTheirEnd() {
    givePages(number -> page(number == 9_999 ? null : "more", object(number)));

    assertThat(client.propertyCollector().retrieve(NAMES)).hasSize(10_000);

    assertThat(server.count(CancelRetrievePropertiesEx.class)).isZero();
    assertThat(clock.slept()).isZero();
  }

  @Test
  void aRetrievalThatLosesEachSessionIsNoHalfTruth() {
    givePages(number -> page("more", object(number)));
    server.answer(
        ContinueRetrievePropertiesEx.class,
        call -> {
          server.denySession(ContinueRetrievePropertiesEx.class);
          return page("more", object(1));
        });

    assertThatThrownBy(() -> client.propertyCollector().retrieve(NAMES))
        .isInstanceOf(VimException.class);
    assertThat(server.count(Login.class)).isLessThan(20);
  }
}
