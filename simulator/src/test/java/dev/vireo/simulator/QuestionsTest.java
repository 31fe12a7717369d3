package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionsTest extends HostTestBase {

  private VimClient client;
  private SimulatedVm vm;

  @BeforeEach
  void logIn() {
    Simulator host = start();
    client = logIn(host);
    vm = host.vms().get("build agent");
  }

  /** Waits until the machine asks. */
  private VirtualMachineQuestionInfo question() {
    try (Watch watch = Watch.of(client, object(vm.ref(), "runtime.question"))) {
      while (true) {
        Object question = watch.last(vm.ref(), "runtime.question");
        if (question != null) {
          return (VirtualMachineQuestionInfo) question;
        }
        watch.next();
      }
    }
  }

  private ManagedObjectReference powerOn() {
    return client.call(new PowerOnVM_Task(vm.ref(), null));
  }

  private TaskInfo info(ManagedObjectReference task) {
    return client.propertyCollector().retrieve(task, "info").get("info", TaskInfo.class);
  }

  @Test
  void aQuestionHoldsTheTask() {
    vm.askInNextTask(GuestQuestion.movedOrCopied());
    ManagedObjectReference task = powerOn();

    VirtualMachineQuestionInfo question = question();

    assertThat(question.text()).startsWith("The files of this virtual machine");
    assertThat(question.choice().choiceInfo())
        .hasSize(3)
        .last()
        .isInstanceOfSatisfying(
            ElementDescription.class,
            choice -> {
              assertThat(choice.key()).isEqualTo("2");
              assertThat(choice.label()).isEqualTo("I copied it");
            });
    assertThat(question.choice().defaultIndex()).isEqualTo(2);
    assertThat(vm.pendingQuestion()).isEqualTo(question.text());
    assertThat(info(task).state()).isEqualTo(TaskInfoState.RUNNING);
    assertThat(info(task).progress()).isEqualTo(50);
  }

  @Test
  void anAnswerLetsTheTaskGoOn() {
    vm.askInNextTask(GuestQuestion.movedOrCopied());
    ManagedObjectReference task = powerOn();

    client.run(new AnswerVM(vm.ref(), question().id(), "1"));

    assertThat(finished(client, task).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(vm.pendingQuestion()).isNull();
    assertThat(vm.power()).isEqualTo(PowerState.ON);
  }

  @Test
  void anAnswerMayEndTheTask() {
    vm.askInNextTask(GuestQuestion.movedOrCopied());
    ManagedObjectReference task = powerOn();

    client.run(new AnswerVM(vm.ref(), question().id(), "0"));

    TaskInfo info = finished(client, task);
    assertThat(Objects.requireNonNull(info.error()).fault()).isInstanceOf(RequestCanceled.class);
    assertThat(info.cancelled()).isFalse();
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void wrongAnswersAreRefused() {
    vm.ask(GuestQuestion.movedOrCopied());
    String id = question().id();

    assertThat(faultOf(() -> client.run(new AnswerVM(vm.ref(), id, "7"))))
        .isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> client.run(new AnswerVM(vm.ref(), "nosuch", "1"))))
        .isEqualTo("InvalidArgument");
    client.run(new AnswerVM(vm.ref(), id, "1"));
    assertThat(faultOf(() -> client.run(new AnswerVM(vm.ref(), id, "1"))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void aQuestionWithoutChoicesTakesAnyAnswer() {
    vm.ask(new GuestQuestion("Well?", List.of(), null, true));
    VirtualMachineQuestionInfo question = question();
    assertThat(question.choice().choiceInfo()).isEmpty();

    client.run(new AnswerVM(vm.ref(), question.id(), ""));

    assertThat(vm.pendingQuestion()).isNull();
  }

  @Test
  void aWaitingTaskIsCancelledWithItsQuestion() {
    vm.askInNextTask(GuestQuestion.movedOrCopied().withoutDefault());
    ManagedObjectReference task = powerOn();
    assertThat(question().choice().defaultIndex()).isNull();

    client.run(new CancelTask(task));

    assertThat(finished(client, task).cancelled()).isTrue();
    assertThat(vm.pendingQuestion()).isNull();
  }

  @Test
  void aWaitingTaskMayBeUncancelable() {
    vm.askInNextTask(GuestQuestion.movedOrCopied().notCancelable());
    ManagedObjectReference task = powerOn();
    String id = question().id();

    assertThat(info(task).cancelable()).isFalse();
    assertThat(faultOf(() -> client.run(new CancelTask(task)))).isEqualTo("NotSupported");

    client.run(new AnswerVM(vm.ref(), id, "1"));
    assertThat(finished(client, task).state()).isEqualTo(TaskInfoState.SUCCESS);
  }
}
