package dev.vireo.internal.esx.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.internal.esx.task.LostAnswer.Finding;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.ResetVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the machine shows of an operation whose answer was lost, look by look. */
@Timeout(60)
class LostTaskTest {

  private static final String LOOK = "RetrievePropertiesEx";
  private static final int LOOKS = 3;

  /** Powers a machine off. */
  private static final MachineTask OFF =
      new MachineTask() {
        @Override
        public String function() {
          return "virDomainDestroy";
        }

        @Override
        public String verb() {
          return "destroy";
        }

        @Override
        public RequiredState required() {
          return RequiredState.ON;
        }

        @Override
        public boolean isResult(MachineState now) {
          return RequiredState.OFF.is(now.power());
        }

        @Override
        public boolean isDoneBy(String descriptionId) {
          return descriptionId.equals("VirtualMachine.powerOff");
        }

        @Override
        public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
          return new PowerOffVM_Task(machine);
        }
      };

  /** Pauses that take no time, or are interrupted. */
  private static final class Pauses implements WaitClock {
    private int count;
    private boolean interrupted;

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      count++;
      if (interrupted) {
        throw new InterruptedException();
      }
    }
  }

  private final Simulator host =
      Simulator.start(
          SimulatorConfig.esx80().toBuilder().vms(0).taskDuration(Duration.ofDays(1)).build());
  private final SimulatedVm web = host.vms().add("web");
  private final Pauses pauses = new Pauses();
  private final VimClient client =
      VimClient.connect(host.transport(), ClientOptions.DEFAULT.withClock(pauses));
  private final TransportException lost = new TransportException(Kind.CUT_OFF, "lost", null);

  @BeforeEach
  void logIn() {
    web.power(PowerState.ON);
    client.login(host.config().userName(), host.config().password());
  }

  @AfterEach
  void close() {
    assertThat(Thread.interrupted()).isEqualTo(pauses.interrupted);
    client.close();
    host.close();
  }

  private MachineState state() {
    return MachineState.read(client, web.ref()).orElseThrow();
  }

  /** An operation that is lost from now on; what was looked at before does not count. */
  private LostAnswer lostAnswer() {
    LostAnswer answer = new LostAnswer(client, OFF, web.ref(), state());
    host.requests().reset();
    pauses.count = 0;
    return answer;
  }

  private void failLooks(int times) {
    host.faults().add(FaultRule.on(LOOK, new FaultEffect.HttpStatus(503)).times(times));
  }

  /** There is a pause before each look but the first. */
  private void assertLooks(int looks) {
    assertThat(host.requests().count(LOOK)).isEqualTo(looks);
    assertThat(pauses.count).isEqualTo(Math.max(0, looks - 1));
    host.requests().reset();
    pauses.count = 0;
  }

  @Test
  void aTaskThatWasNotThereBeforeIsTheOperation() {
    LostAnswer answer = lostAnswer();
    ManagedObjectReference task = client.call(new PowerOffVM_Task(web.ref()));
    assertThat(answer.find(lost)).isEqualTo(new Finding.Begun(task));
    assertLooks(1);
  }

  @Test
  void aTaskOfBeforeIsNotTheOperation() {
    client.call(new PowerOffVM_Task(web.ref()));
    LostAnswer answer = lostAnswer();
    assertThat(answer.find(lost)).isEqualTo(new Finding.Unknown(" so far it shows no task of it;"));
    assertLooks(LOOKS);
  }

  @Test
  void aTaskThatDoesSomethingElseIsNotTheOperation() {
    LostAnswer answer = lostAnswer();
    client.call(new ResetVM_Task(web.ref()));
    assertThat(answer.find(lost)).isInstanceOf(Finding.Unknown.class);
  }

  @Test
  void aMachineThatIsAsItWasWantedIsDone() {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    assertThat(answer.find(lost)).isEqualTo(new Finding.Done());
    assertLooks(1);
    assertThat(answer.isDone(lost)).isTrue();
    assertLooks(1);
    web.power(PowerState.ON);
    assertThat(answer.isDone(lost)).isFalse();
    assertLooks(1);
  }

  @Test
  void aMachineThatIsGoneTellsNothing() {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    host.vms().remove("web");
    assertThat(answer.find(lost)).isInstanceOf(Finding.Unknown.class);
    assertThat(answer.isDone(lost)).isFalse();
  }

  @Test
  void aLookThatFailsIsFollowedByAnother() {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    failLooks(LOOKS - 1);
    assertThat(answer.find(lost)).isEqualTo(new Finding.Done());
    assertLooks(LOOKS);
    failLooks(LOOKS - 1);
    assertThat(answer.isDone(lost)).isTrue();
    assertLooks(LOOKS);
    assertThat(lost.getSuppressed()).hasSize(2 * (LOOKS - 1));
  }

  @Test
  void itIsNotLookedForForever() {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    failLooks(LOOKS);
    assertThat(answer.find(lost)).isEqualTo(new Finding.Unknown(""));
    assertLooks(LOOKS);
    failLooks(LOOKS);
    assertThat(answer.isDone(lost)).isFalse();
    assertLooks(LOOKS);
    assertThat(lost.getSuppressed()).hasSize(2 * LOOKS);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "CLOSED"})
  void whoHasGivenUpDoesNotLook(Kind kind) {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    TransportException givenUp = new TransportException(kind, "given up", null);
    assertThat(answer.find(givenUp)).isEqualTo(new Finding.Unknown(""));
    assertThat(answer.isDone(givenUp)).isFalse();
    assertLooks(0);
  }

  @Test
  void whoIsInterruptedInAPauseLooksNoMore() {
    LostAnswer answer = lostAnswer();
    web.power(PowerState.OFF);
    pauses.interrupted = true;
    failLooks(1);
    assertThat(answer.find(lost)).isEqualTo(new Finding.Unknown(""));
    assertThat(Thread.interrupted()).isTrue();
    failLooks(1);
    assertThat(answer.isDone(lost)).isFalse();
    assertThat(lost.getSuppressed()).hasSize(4);
    assertThat(host.requests().count(LOOK)).isEqualTo(2);
    assertThat(pauses.count).isEqualTo(2);
  }
}
