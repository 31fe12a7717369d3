package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.TaskInfoState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UpdateChannelsTest {

  private static final PropertyFilterSpec SPEC =
      new PropertyFilter().select("Task", "info.state").from(TASK).build();
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final VimClient client = server.client();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aChannelGivesTheChangesOfItsOwnFilter() {
    server.thenUpdate(TASK, "info.state", TaskInfoState.RUNNING);
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).extracting(ObjectUpdate::obj).containsExactly(TASK);
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(server.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdatesEx", "WaitForUpdatesEx", "DestroyPropertyFilter");
  }

  @Test
  void aSecondChannelHasACollectorOfItsOwnAndReleasesIt() {
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      try (UpdateChannel second = client.updateChannels().open(SPEC)) {
        assertThat(second.sessionGeneration()).isEqualTo(first.sessionGeneration());
      }
    }
    try (UpdateChannel third = client.updateChannels().open(SPEC)) {
      assertThat(third.sessionGeneration()).isEqualTo(1);
    }
    assertThat(server.calls())
        .containsExactly(
            "CreateFilter",
            "CreatePropertyCollector",
            "CreateFilter",
            "DestroyPropertyCollector",
            "DestroyPropertyFilter",
            "CreateFilter",
            "DestroyPropertyFilter");
  }

  @Test
  void aFilterThatIsRefusedLeavesNoCollectorBehind() {
    try (UpdateChannel first = client.updateChannels().open(SPEC)) {
      assertThat(first.sessionGeneration()).isEqualTo(1);
      server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
      assertThatThrownBy(() -> client.updateChannels().open(SPEC))
          .isInstanceOf(FaultException.class);
    }
    assertThat(server.call(DestroyPropertyCollector.class)).isNotNull();
  }

  @Test
  void aFilterThatIsRefusedLeavesTheSessionsCollectorToTheNext() {
    server.refuse(CreateFilter.class, new NotSupported(null, List.of()));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> client.updateChannels().open(SPEC))
          .isInstanceOf(FaultException.class);
    }
    assertThat(server.calls()).containsExactly("CreateFilter", "CreateFilter");
  }

  @Test
  void aSessionThatEndsWhileOpeningIsRenewed() {
    server.expireBefore(CreatePropertyCollector.class, 1);
    try (UpdateChannel first = client.updateChannels().open(SPEC);
        UpdateChannel second = client.updateChannels().open(SPEC)) {
      assertThat(second.sessionGeneration()).isEqualTo(2);
      assertThatThrownBy(() -> first.next(LIMIT))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.faultName()).isEqualTo("NotAuthenticated"));
    }
    assertThat(server.calls()).doesNotContain("WaitForUpdatesEx", "DestroyPropertyFilter");
  }

  /** The request is on its way while another thread opens the next session. */
  @Test
  void aFilterThatComesToBeInTheNextSessionIsReleasedThere() {
    AtomicBoolean first = new AtomicBoolean(true);
    server.before(
        CreateFilter.class,
        () -> {
          if (first.getAndSet(false)) {
            server.denySession(CurrentTime.class);
            client.call(new CurrentTime(TASK));
          }
        });
    try (UpdateChannel channel = client.updateChannels().open(SPEC)) {
      assertThat(channel.sessionGeneration()).isEqualTo(2);
    }
    assertThat(server.calls())
        .endsWith(
            "CreateFilter",
            "CurrentTime",
            "Logout",
            "Login",
            "CurrentTime",
            "DestroyPropertyFilter",
            "CreateFilter",
            "DestroyPropertyFilter");
  }

  @Test
  void anInterruptedThreadReleasesItsFilterAndStaysInterrupted() {
    UpdateChannel channel = client.updateChannels().open(SPEC);
    Thread.currentThread().interrupt();
    channel.close();
    channel.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.calls()).containsExactly("CreateFilter", "DestroyPropertyFilter");
  }

  @Test
  void anOldServerIsToldThatNobodyWaitsAnyLonger() {
    ScriptedVim old = new ScriptedVim("2.5");
    try (UpdateChannel channel = old.client().updateChannels().open(SPEC)) {
      assertThat(channel.next(LIMIT)).isEmpty();
    }
    assertThat(old.calls())
        .containsExactly(
            "CreateFilter", "WaitForUpdates", "CancelWaitForUpdates", "DestroyPropertyFilter");
  }
}
