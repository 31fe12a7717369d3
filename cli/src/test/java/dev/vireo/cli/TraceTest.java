package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.HostRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {
  private final Trace trace = new Trace(true);

  @Test
  void sumsUpPhasesAndRequestsOfOneKind() {
    exchange("Login", 400, 800, 5, null);
    trace.endPhase("connect");
    exchange("RetrievePropertiesEx", 1000, 2000, 10, null);
    exchange("RetrievePropertiesEx", 1048, 10_000, 10, null);
    exchange("PowerOnVM_Task", 300, 100, 2, "InvalidPowerState");
    trace.endPhase("start");
    assertThat(trace.take("start").lines())
        .containsExactly(
            "start                                      4 requests  2.6 KiB out  12.5 KiB in  27.000 ms",
            "+- connect                                 1 request     400 B out     800 B in   5.000 ms",
            "|  `- Login                                1             400 B out     800 B in   5.000 ms",
            "`- start                                   3 requests  2.2 KiB out  11.8 KiB in  22.000 ms",
            "   +- RetrievePropertiesEx                 2           2.0 KiB out  11.7 KiB in  20.000 ms",
            "   `- PowerOnVM_Task -> InvalidPowerState  1             300 B out     100 B in   2.000 ms");
  }

  @Test
  void forgetsWhatItHasShown() {
    exchange("Login", 1, 1, 1, null);
    trace.endPhase("connect");
    assertThat(trace.take("uri")).startsWith("uri").contains("1 request ").contains("`- Login");
    assertThat(trace.take("uri")).startsWith("uri  0 requests").doesNotContain("Login");
  }

  @Test
  void dropsWhatNobodyAskedFor() {
    exchange("Login", 1, 1, 1, null);
    trace.endPhase("connect");
    exchange("RetrievePropertiesEx", 1, 1, 1, null);
    trace.drop();
    assertThat(trace.take("uri")).contains("Login").doesNotContain("RetrievePropertiesEx");
  }

  private void exchange(String operation, int out, int in, int millis, @Nullable String failure) {
    trace.answered(new HostRequest(operation, out, in, Duration.ofMillis(millis), 200, failure));
  }
}
