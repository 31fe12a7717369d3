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
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.task.QuestionHandler;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.FileLocked;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
}
