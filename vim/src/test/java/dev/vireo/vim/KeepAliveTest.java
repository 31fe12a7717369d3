package dev.vireo.vim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.types.NotSupported;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeepAliveTest {

  private static final ClientOptions SOON =
      ClientOptions.DEFAULT.withKeepAlive(Duration.ofMillis(1));

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final CountDownLatch calls = new CountDownLatch(3);

  @Test
  void anIdleClientCallsAgainAndAgain() throws InterruptedException {
    server.before(CurrentTime.class, calls::countDown);
    try (VimClient client = server.client(SOON)) {
      calls.await();
      assertThat(client.sessionGeneration()).isEqualTo(1);
    }
  }

  @Test
  void aCallThatFailsIsNotTheLast() throws InterruptedException {
    server.before(CurrentTime.class, calls::countDown);
    server.refuse(CurrentTime.class, new NotSupported(null, List.of()));
    try (VimClient client = server.client(SOON)) {
      calls.await();
      assertThat(client.sessionGeneration()).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatEndedIsOpenedAgainWithoutACaller() throws InterruptedException {
    server.expireBefore(CurrentTime.class, 1);
    server.before(CurrentTime.class, calls::countDown);
    try (VimClient client = server.client(SOON)) {
      calls.await();
      assertThat(client.sessionGeneration()).isEqualTo(2);
    }
  }

  @Test
  void aClosedClientHasNoThreadLeft() throws InterruptedException {
    server.before(CurrentTime.class, calls::countDown);
    Thread keepAlive;
    try (VimClient client = server.client(SOON)) {
      calls.await();
      keepAlive =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("vireo-keep-alive"))
              .findAny()
              .orElseThrow();
      assertThat(keepAlive.isDaemon()).isTrue();
      assertThat(client.sessionGeneration()).isEqualTo(1);
    }
    keepAlive.join();
  }
}
