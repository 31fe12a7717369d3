package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.MACHINE;
import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TaskAbandonedException.Fate;
import dev.vireo.vim.TaskAbandonedException.Reason;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.task.QuestionHandler;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.FileLocked;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TasksTest {

  private static final TaskWait WAIT = TaskWait.of("PowerOnVM_Task");
  private static final VirtualMachineQuestionInfo QUESTION =
      new VirtualMachineQuestionInfo(
          "q1",
          "Moved or copied?",
          new ChoiceOption(null, List.of(new ElementDescription("Moved", "moved", "5")), 0),
          List.of());

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final SkippedTime clock = new SkippedTime();
  private final VimClient client = server.client(clock.options());

  @AfterEach
  void close() {
    client.close();
  }

  private ScriptedVim running(boolean cancelable) {
    return server.thenUpdate(
        TASK, "info.state", TaskInfoState.RUNNING, "info.cancelable", cancelable);
  }

  private void succeed() {
    server.thenUpdate(TASK, "info.state", TaskInfoState.SUCCESS);
  }

  private TaskAbandonedException abandoned(TaskWait wait) {
    return catchThrowableOfType(
        TaskAbandonedException.class, () -> client.tasks().await(TASK, wait));
  }

  @Test
  void successCostsOneRequestForEachChangeAndTwoMore() {
    running(true);
    succeed();

    client.tasks().await(TASK, WAIT);

    assertThat(server.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdatesEx", "WaitForUpdatesEx", "DestroyPropertyFilter");
  }

  @Test
  void whatATaskGivesComesWithItsSuccess() {
    running(true);
    server.thenUpdate(TASK, "info.result", MACHINE, "info.state", TaskInfoState.SUCCESS);

    assertThat(client.tasks().await(TASK, WAIT)).isEqualTo(MACHINE);
    assertThat(paths()).contains("info.result");
    assertThat(server.calls()).doesNotContain("RetrievePropertiesEx");
  }

  @Test
  void aTaskMayGiveNothing() {
    succeed();

    assertThat(client.tasks().await(TASK, WAIT)).isNull();
  }

  @Test
  void aTaskThatFailsTellsWhy() {
    running(true)
        .thenUpdate(
            TASK,
            "info.error",
            new LocalizedMethodFault(new FileLocked(null, List.of(), "web.vmdk"), "in use"),
            "info.state",
            TaskInfoState.ERROR);

    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> client.tasks().await(TASK, WAIT));

    assertThat(failure).hasMessage("PowerOnVM_Task failed with FileLocked: in use");
    assertThat(server.calls()).endsWith("DestroyPropertyFilter");
  }

  @Test
  void progressIsAskedForOnlyWhenSomebodyListens() {
    succeed();
    client.tasks().await(TASK, WAIT);
    assertThat(paths()).doesNotContain("info.progress");
    server.thenUpdate(TASK, "info.progress", 30).thenUpdate(TASK, "info.progress", 30);
    server.thenUpdate(TASK, "info.progress", 140);
    succeed();
    List<Integer> heard = new ArrayList<>();

    client.tasks().await(TASK, WAIT.withProgress(heard::add));

    assertThat(heard).containsExactly(30, 100);
  }

  private List<String> paths() {
    return server.call(CreateFilter.class).spec().propSet().stream()
        .map(PropertySpec::pathSet)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void aTaskThatTakesTooLongIsCancelled() {
    running(true);
    server.before(WaitForUpdatesEx.class, () -> clock.pass(Duration.ofSeconds(1)));

    TaskAbandonedException failure = abandoned(WAIT.withTimeout(Duration.ofMillis(1)));

    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure.fate()).isEqualTo(Fate.CANCELLED);
    assertThat(server.call(CancelTask.class).self()).isEqualTo(TASK);
    assertThat(server.calls()).endsWith("CancelTask", "DestroyPropertyFilter");
  }

  @Test
  void aTaskThatWasNotHeardOfInTimeIsCancelledAllTheSame() {
    server.before(CreateFilter.class, () -> clock.pass(Duration.ofSeconds(1)));

    TaskAbandonedException failure = abandoned(WAIT.withTimeout(Duration.ofMillis(1)));

    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure.fate()).isEqualTo(Fate.CANCELLED);
    assertThat(server.call(CancelTask.class).self()).isEqualTo(TASK);
  }

  @Test
  void whatCannotBeCancelledIsNotTried() {
    running(false);

    TaskAbandonedException failure = abandoned(WAIT.withCancelled(() -> true));

    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_CANCELABLE);
    assertThat(server.calls()).doesNotContain("CancelTask").endsWith("DestroyPropertyFilter");
  }

  @Test
  void aCancellationThatFailsLeavesTheFateUnknown() {
    running(true);
    server.refuse(CancelTask.class, new NotSupported(null, List.of()));

    TaskAbandonedException failure = abandoned(WAIT.withCancelled(() -> true));

    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure).hasCauseInstanceOf(FaultException.class);
  }

  @Test
  void aQuestionIsAnsweredOnce() {
    running(true).thenUpdate(MACHINE, "runtime.question", QUESTION);
    server.thenUpdate(MACHINE, "runtime.question", QUESTION);
    succeed();
    List<String> asked = new ArrayList<>();

    client
        .tasks()
        .await(
            TASK,
            WAIT.withQuestions(
                MACHINE,
                question -> {
                  asked.add(question.text());
                  return "5";
                }));

    assertThat(asked).containsExactly("Moved or copied?");
    assertThat(server.call(AnswerVM.class)).isEqualTo(new AnswerVM(MACHINE, "q1", "5"));
  }

  @Test
  void aQuestionWithoutAnAnswerEndsTheWait() {
    running(true).thenUpdate(MACHINE, "runtime.question", QUESTION);

    TaskAbandonedException failure = abandoned(WAIT.withQuestions(MACHINE, QuestionHandler.NEVER));

    assertThat(failure.reason()).isEqualTo(Reason.QUESTION);
    assertThat(failure.fate()).isEqualTo(Fate.CANCELLED);
    assertThat(failure.question()).isEqualTo(QUESTION);
  }

  @Test
  void aSessionThatEndsBeforeTheFirstWaitIsNotWaitedInWithoutAFilter() {
    succeed();
    server.expireBefore(WaitForUpdatesEx.class, 1);

    client.tasks().await(TASK, WAIT);

    assertThat(server.calls())
        .containsExactly(
            "CreateFilter",
            "WaitForUpdatesEx",
            "Logout",
            "Login",
            "CreateFilter",
            "WaitForUpdatesEx",
            "DestroyPropertyFilter");
  }

  private List<Integer> longestWaits() {
    return server.all(WaitForUpdatesEx.class).stream()
        .map(WaitForUpdatesEx::options)
        .map(options -> Objects.requireNonNull(options).maxWaitSeconds())
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void aWaitIsNoLongerThanTheTimeThatIsLeft() {
    running(true);
    server.before(WaitForUpdatesEx.class, () -> clock.pass(Duration.ofSeconds(15)));

    assertThat(abandoned(WAIT.withTimeout(Duration.ofSeconds(20))).reason())
        .isEqualTo(Reason.TIMED_OUT);

    assertThat(longestWaits()).containsExactly(20, 5);
  }

  @Test
  void aWaitIsShortWhereItMayBeCancelledAndLongWhereNot() {
    succeed();
    client.tasks().await(TASK, WAIT);
    succeed();
    client.tasks().await(TASK, WAIT.withCancelled(() -> false));
    succeed();
    client.tasks().await(TASK, WAIT.withTimeout(Duration.ofHours(1)));

    assertThat(longestWaits()).containsExactly(30, 1, 30);
  }

  @Test
  void aTaskThatIsLostAgainAndAgainButMakesWayGoesOn() {
    List<Integer> heard = new ArrayList<>();
    server.before(
        CreateFilter.class,
        () -> {
          int done = (int) server.count(CreateFilter.class);
          server.thenUpdate(TASK, "info.progress", done);
          if (done < 40) {
            server.before(
                WaitForUpdatesEx.class,
                () -> {
                  if (server.count(WaitForUpdatesEx.class) % 2 == 0) {
                    throw new TransportException(TransportException.Kind.CUT_OFF, "cut", null);
                  }
                });
          } else {
            server.before(WaitForUpdatesEx.class, () -> {});
            succeed();
          }
        });

    client.tasks().await(TASK, WAIT.withProgress(heard::add));

    assertThat(heard).hasSize(41).endsWith(40, 100);
  }

  @Test
  void aTaskThatIsLookedAtIsNotDoneUntilItSaysSo() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
    server.answer(
        RetrievePropertiesEx.class,
        call -> {
          boolean done = server.count(RetrievePropertiesEx.class) == 3;
          return new RetrieveResult(
              null,
              List.of(
                  new ObjectContent(
                      TASK,
                      List.of(
                          new DynamicProperty(
                              "info.state", done ? TaskInfoState.SUCCESS : TaskInfoState.RUNNING)),
                      List.of())));
        });

    client.tasks().await(TASK, WAIT);

    assertThat(server.count(RetrievePropertiesEx.class)).isEqualTo(3);
  }

  @Test
  void whyATaskCouldNotBeLookedAtIsKept() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
    server.refuse(RetrievePropertiesEx.class, new NoPermission(TASK, "System.Read"));

    TaskAbandonedException failure = abandoned(WAIT);

    assertThat(failure.reason()).isEqualTo(Reason.LOST);
    assertThat(failure)
        .cause()
        .isInstanceOfSatisfying(
            FaultException.class, cause -> assertThat(cause.getSuppressed()).isNotEmpty());
  }

  @Test
  void aPauseEndsSoonAfterTheTaskIsToBeCancelled() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
    Duration enough = Duration.ofSeconds(8);

    TaskAbandonedException failure =
        abandoned(WAIT.withCancelled(() -> clock.slept().compareTo(enough) >= 0));

    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(clock.slept()).isBetween(enough, enough.plusSeconds(1));
  }

  @Test
  void aPauseEndsWithTheTimeOfTheTask() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));

    TaskAbandonedException failure = abandoned(WAIT.withTimeout(Duration.ofMillis(7_300)));

    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(clock.slept()).isEqualTo(Duration.ofMillis(7_300));
  }

  @Test
  void progressBeginsWithNothingAndEndsWithAll() {
    server.thenUpdate(TASK, "info.progress", -1).thenUpdate(TASK, "info.progress", 0);
    server.thenUpdate(TASK, "info.progress", 100).thenUpdate(TASK, "info.progress", 101);
    running(true);
    List<Integer> heard = new ArrayList<>();

    abandoned(WAIT.withProgress(heard::add).withCancelled(() -> heard.contains(100)));

    assertThat(heard).containsExactly(0, 100);
  }
}
