package dev.vireo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.CredentialType;
import dev.vireo.auth.HostTrust;
import dev.vireo.auth.KnownCertificate;
import dev.vireo.auth.UntrustedCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's own code answers and throws goes through the driver as it is. */
class CallersCodeTest {

  private static final KnownCertificate KNOWN = new KnownCertificate("AB", "line 1");

  /** Answers everything alike, or throws. */
  private static final class Caller implements ConnectAuth, HostTrust {
    private final List<String> calls = new ArrayList<>();
    private final boolean answer;
    private final @Nullable RuntimeException failure;

    Caller(boolean answer, @Nullable RuntimeException failure) {
      this.answer = answer;
      this.failure = failure;
    }

    private boolean hear(String call) {
      calls.add(call);
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    @Override
    public boolean supports(CredentialType type) {
      return hear("supports " + type);
    }

    @Override
    public void answer(List<Credential> credentials) {
      hear("answer " + credentials);
    }

    @Override
    public boolean asksAgain(int refusals) {
      return hear("again " + refusals);
    }

    @Override
    public List<KnownCertificate> known(String host, int port) {
      hear("known " + host + ":" + port);
      return List.of(KNOWN);
    }

    @Override
    public boolean accepts(UntrustedCertificate certificate) {
      return hear("accepts");
    }

    ConnectAuth auth() {
      return Objects.requireNonNull(CallersCode.mark((ConnectAuth) this));
    }

    ConnectOptions options() {
      return CallersCode.mark(
          ConnectOptions.defaults().withHostTrust(this).withWarnings(this::hear));
    }

    HostTrust trust() {
      return Objects.requireNonNull(options().hostTrust());
    }

    TaskOptions task() {
      return CallersCode.mark(
          TaskOptions.DEFAULT
              .withProgress(percent -> hear("percent " + percent))
              .withCancelled(() -> hear("cancelled")));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheCallerAnswersIsTheAnswer(boolean answer) {
    Caller caller = new Caller(answer, null);

    assertThat(caller.auth().supports(CredentialType.AUTHNAME)).isEqualTo(answer);
    assertThat(caller.auth().asksAgain(2)).isEqualTo(answer);
    caller.auth().answer(List.of());
    assertThat(caller.trust().known("esx", 443)).containsExactly(KNOWN);
    Objects.requireNonNull(caller.options().warnings()).accept("warned");
    assertThat(Objects.requireNonNull(caller.task().cancelled()).getAsBoolean()).isEqualTo(answer);
    Objects.requireNonNull(caller.task().progress()).accept(5);

    assertThat(caller.calls)
        .containsExactly(
            "supports " + CredentialType.AUTHNAME,
            "again 2",
            "answer []",
            "known esx:443",
            "warned",
            "cancelled",
            "percent 5");
  }

  @Test
  void whatTheCallerThrowsReachesItAsItIs() {
    LibvirtException mine = LibvirtException.of(ErrorCode.NO_DOMAIN, "mine");
    for (RuntimeException failure : List.of(new IllegalStateException("mine"), mine)) {
      Caller caller = new Caller(true, failure);
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> caller.auth().supports(CredentialType.AUTHNAME),
              () -> caller.auth().asksAgain(1),
              () -> caller.auth().answer(List.of()),
              () -> caller.trust().known("esx", 443),
              () -> Objects.requireNonNull(caller.options().warnings()).accept("warned"),
              () -> Objects.requireNonNull(caller.task().cancelled()).getAsBoolean(),
              () -> Objects.requireNonNull(caller.task().progress()).accept(5))) {
        assertThatThrownBy(call)
            .isInstanceOfSatisfying(
                CallersCode.Failure.class, e -> assertThat(e.thrown()).isSameAs(failure));
        assertThatThrownBy(() ->
                Boundary.run(() -> {
                  try {
                    call.call();
                  } catch (RuntimeException e) {
                    throw e;
                  } catch (Throwable e) {
                    throw new AssertionError(e);
                  }
                }))
            .isSameAs(failure);
      }
    }
  }

  @Test
  void whoGivesNoCodeIsCalledByNobody() {
    assertThat(CallersCode.mark((ConnectAuth) null)).isNull();
    ConnectOptions options = ConnectOptions.defaults();
    assertThat(CallersCode.mark(options)).isEqualTo(options);
    assertThat(CallersCode.mark(TaskOptions.DEFAULT)).isEqualTo(TaskOptions.DEFAULT);
  }
}
