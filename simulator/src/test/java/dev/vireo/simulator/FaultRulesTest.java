package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.types.HostNotConnected;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong, or takes long, on purpose. */
class FaultRulesTest extends HostTestBase {

  private static final FaultEffect REFUSE =
      new FaultEffect.SoapFault(new NotSupported(null, List.of()), "Not today.");

  private Simulator host;
  private VimClient client;
  private SimulatedVm vm;

  @BeforeEach
  void logIn() {
    host = start();
    client = logIn(host);
    vm = host.vms().get("build agent");
  }

  private void touch() {
    client.call(new CurrentTime(SERVICE_INSTANCE));
  }

  private boolean passes() {
    try {
      touch();
      return true;
    } catch (FaultException e) {
      return false;
    }
  }

  private static Kind kindOf(ThrowingCallable call) {
    TransportException failure = catchThrowableOfType(TransportException.class, call);
    assertThat(failure).isNotNull();
    return failure.kind();
  }

  @Test
  void aFaultHitsItsMethodOnly() {
    FaultRule rule = FaultRule.on("CurrentTime", REFUSE);
    host.faults().add(rule);

    FaultException failure = failureOf(this::touch);

    assertThat(failure.fault()).isInstanceOf(NotSupported.class);
    assertThat(failure.faultString()).isEqualTo("Not today.");
    assertThat(client.propertyCollector().retrieve(vm.ref(), "name").missing()).isEmpty();
    assertThat(host.faults().hits(rule)).isEqualTo(1);
  }

  @Test
  void aRuleMaySkipAndCount() {
    host.faults().add(FaultRule.on("CurrentTime", REFUSE).after(1).times(2));

    List<Boolean> outcome = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      outcome.add(passes());
    }

    assertThat(outcome).containsExactly(true, false, false, true, true);
  }

  @Test
  void clearedRulesHaveNoEffect() {
    host.faults().add(FaultRule.on("*", REFUSE));
    assertThat(passes()).isFalse();

    host.faults().clear();

    assertThat(passes()).isTrue();
  }

  @Test
  void chanceFollowsTheSeed() {
    String first = pattern(7, 0.5);

    assertThat(pattern(7, 0.5)).isEqualTo(first).contains("-", "+");
    assertThat(pattern(8, 0.5)).isNotEqualTo(first);
    assertThat(pattern(7, 0)).doesNotContain("-");
    assertThat(pattern(7, 1)).doesNotContain("+");
  }

  /** Which of a hundred requests pass. */
  private String pattern(long seed, double probability) {
    Simulator seeded = start(SimulatorConfig.esx80().toBuilder().seed(seed).build());
    seeded
        .faults()
        .add(FaultRule.on("GET /", new FaultEffect.HttpStatus(503)).withProbability(probability));
    VimTransport transport = closing(seeded.transport());
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      pattern.append(get(transport, "/").status() == 503 ? '-' : '+');
    }
    return pattern.toString();
  }

  @Test
  void aTaskMayFailInTheEnd() {
    host.faults()
        .add(
            FaultRule.on(
                "PowerOnVM_Task",
                new FaultEffect.TaskFault(new HostNotConnected(null, List.of()), "Gone.")));

    ManagedObjectReference task = client.call(new PowerOnVM_Task(vm.ref(), null));

    TaskInfo info = finished(client, task);
    assertThat(info.state()).isEqualTo(TaskInfoState.ERROR);
    assertThat(Objects.requireNonNull(info.error()).fault()).isInstanceOf(HostNotConnected.class);
    assertThat(info.error().localizedMessage()).isEqualTo("Gone.");
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
  }

  @ParameterizedTest
  @CsvSource({"403, HTTP_STATUS", "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE"})
  void aBareStatusHasNoOtherEffect(int status, ProtocolException.Kind kind) {
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.HttpStatus(status)));

    assertThatThrownBy(() -> client.call(new PowerOnVM_Task(vm.ref(), null)))
        .isInstanceOfSatisfying(ProtocolException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void anAnswerMayBeGarbage() {
    host.faults().add(FaultRule.on("CurrentTime", new FaultEffect.Garbage("<html>")));

    assertThatThrownBy(this::touch).isInstanceOf(ProtocolException.class);
  }

  @Test
  void aConnectionMayBeCutAfterTheCall() {
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.CutConnection(0)));

    assertThat(kindOf(() -> client.call(new PowerOnVM_Task(vm.ref(), null))))
        .isEqualTo(Kind.CUT_OFF);

    try (Watch watch = Watch.of(client, object(vm.ref(), "runtime.powerState"))) {
      while (vm.power() != PowerState.ON) {
        watch.next();
      }
    }
  }

  @Test
  void overHttpAnAnswerMayEndEarly() {
    SimulatorServer server = host.serve(ServeOptions.http());
    VimTransport http = closing(new HttpTransport(HttpOptions.http("127.0.0.1", server.port())));
    for (int bytes : new int[] {0, 10}) {
      host.faults().add(FaultRule.on("malformed", new FaultEffect.CutConnection(bytes)).times(1));
      assertThat(kindOf(() -> post(http, "nonsense"))).isEqualTo(Kind.CUT_OFF);
    }
    assertThat(get(http, "/").status()).isEqualTo(200);
  }

  @Test
  void anAnswerMayNeverCome() {
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.NeverAnswer()));

    assertThat(
            kindOf(() ->
                client.callOptional(new PowerOnVM_Task(vm.ref(), null), Duration.ofMillis(50))))
        .isEqualTo(Kind.TIMED_OUT);
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
    assertThat(passes()).isTrue();
  }

  @Test
  void aRequestMayBeLostBeforeTheCall() {
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.CutRequest()));

    assertThat(kindOf(() -> client.call(new PowerOnVM_Task(vm.ref(), null))))
        .isEqualTo(Kind.CUT_OFF);
    assertThat(client.propertyCollector().retrieve(vm.ref(), "recentTask").missing()).isEmpty();
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void theTimeMayRunOutAtOnce() {
    host.faults().add(FaultRule.on("CurrentTime", new FaultEffect.TimeOut()));

    assertThat(kindOf(this::touch)).isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void aCallMayBeCarriedOutAndItsAnswerReplaced() {
    for (FaultEffect answer :
        List.of(
            REFUSE,
            new FaultEffect.HttpStatus(503),
            new FaultEffect.Garbage("<html>"),
            new FaultEffect.TimeOut(),
            new FaultEffect.Redirect("https://other/sdk"))) {
      vm.power(PowerState.OFF);
      host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.Afterwards(answer)));

      assertThatThrownBy(() -> client.call(new PowerOnVM_Task(vm.ref(), null)))
          .as("%s", answer)
          .isInstanceOf(VimException.class);

      host.faults().clear();
      try (Watch watch = Watch.of(client, object(vm.ref(), "runtime.powerState"))) {
        while (vm.power() != PowerState.ON) {
          watch.next();
        }
      }
    }
  }

  @Test
  void aRedirectNamesItsTarget() {
    host.faults().add(FaultRule.on("CurrentTime", new FaultEffect.Redirect("https://other/sdk")));

    assertThatThrownBy(this::touch).hasMessageContaining("302, which points to https://other/sdk");
  }

  @Test
  void theFirstAnswerMayBeRepeated() {
    FaultEffect repeat = new FaultEffect.Repeat();
    host.faults().add(FaultRule.on("CurrentTime", repeat));
    host.faults().add(FaultRule.on("RetrievePropertiesEx", repeat));

    Instant first = client.call(new CurrentTime(SERVICE_INSTANCE));
    assertThat(client.call(new CurrentTime(SERVICE_INSTANCE))).isEqualTo(first);
    vm.power(PowerState.OFF);
    String path = "runtime.powerState";
    assertThat(client.propertyCollector().retrieve(vm.ref(), path).object()).isEqualTo(vm.ref());
    vm.power(PowerState.ON);
    assertThat(
            client
                .propertyCollector()
                .retrieve(vm.ref(), path)
                .get(path, VirtualMachinePowerState.class))
        .isEqualTo(VirtualMachinePowerState.POWERED_OFF);
  }

  @Test
  void overHttpAnAnswerMayComePieceByPiece() {
    SimulatorServer server = host.serve(ServeOptions.http());
    VimTransport http = closing(new HttpTransport(HttpOptions.http("127.0.0.1", server.port())));
    byte[] whole = get(http, "/").body();
    host.faults().add(FaultRule.on("GET /", new FaultEffect.Drip(1, Duration.ZERO)));

    assertThat(get(http, "/").body()).isEqualTo(whole);
    assertThat(get(closing(host.transport()), "/").body()).isEqualTo(whole);
  }

  @Test
  void latencyAndDelaysAddUp() {
    Simulator slow =
        start(SimulatorConfig.esx80().toBuilder().latency(Duration.ofMillis(20)).build());
    slow.faults().add(FaultRule.on("GET /", new FaultEffect.Delay(Duration.ofMillis(30))));
    VimTransport transport = closing(slow.transport());

    long start = System.nanoTime();
    get(transport, "/");

    // Only a lower bound: how much longer it takes is the machine's affair.
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50));
  }

  @Test
  void filesAndTheListOfVersionsHaveRulesToo() {
    host.faults().add(FaultRule.on("GET /folder", new FaultEffect.HttpStatus(507)));
    host.faults()
        .add(FaultRule.on("GET /sdk/vimServiceVersions.xml", new FaultEffect.HttpStatus(404)));
    VimTransport transport = closing(host.transport());

    assertThat(get(transport, "/folder/web-1/web-1.vmx?dsName=datastore1").status()).isEqualTo(507);
    assertThat(get(transport, "/sdk/vimServiceVersions.xml").status()).isEqualTo(404);
    assertThat(host.requests().count("GET /folder")).isEqualTo(1);
  }

  @Test
  void requestsAreCountedByOperation() {
    host.requests().reset();
    touch();
    touch();

    assertThat(host.requests().byOperation()).containsExactly(Map.entry("CurrentTime", 2L));
    assertThat(host.requests().total()).isEqualTo(2);
  }

  @Test
  void impossibleRulesAreRefused() {
    FaultRule rule = FaultRule.on("Login", REFUSE);

    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> rule.times(-1),
            () -> rule.after(-1),
            () -> rule.withProbability(1.1),
            () -> rule.withProbability(Double.NaN),
            () -> new FaultEffect.HttpStatus(100),
            () -> new FaultEffect.CutConnection(-1),
            () -> new FaultEffect.Drip(0, Duration.ZERO),
            () -> new FaultEffect.Afterwards(new FaultEffect.ExpireSessions()),
            () -> new FaultEffect.Delay(Duration.ofMillis(-1)))) {
      assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
