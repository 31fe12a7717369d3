package dev.vireo.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was made is taken back when a later step fails, and what cannot be is told. */
class UndoLogTest {

  private final List<String> undone = new ArrayList<>();
  private final UndoLog log = new UndoLog(UndoLog.LIBVIRT);
  private final LibvirtException cause =
      LibvirtException.builder(ErrorCode.OPERATION_DENIED, "no")
          .operation("virDomainDefineXML")
          .object("web")
          .hint("ask somebody")
          .build();

  private void made(String what) {
    log.add(what, () -> undone.add(what));
  }

  @Test
  void theLastIsTakenBackFirst() {
    made("directory");
    made("file");

    assertThat(log.run(cause)).isSameAs(cause);
    assertThat(undone).containsExactly("file", "directory");
    assertThat(cause.getSuppressed()).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackKeepsWhatItStandsOn() {
    IOException trouble = new IOException("no permission");
    made("directory");
    log.add(
        "file",
        () -> {
          throw trouble;
        });
    made("domain");

    RuntimeException told = log.run(cause);

    assertThat(undone).containsExactly("domain");
    assertThat(told)
        .hasMessage("operation forbidden: no; file stays: no permission; directory stays, too")
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
              assertThat(e.operation()).isEqualTo("virDomainDefineXML");
              assertThat(e.object()).isEqualTo("web");
              assertThat(e.hints()).containsExactly("ask somebody");
              assertThat(e.getStackTrace()).isEqualTo(cause.getStackTrace());
            });
    assertThat(told.getSuppressed()).containsExactly(trouble);
  }

  @Test
  void anotherFailureBecomesOneOfLibvirts() {
    log.add(
        "file",
        () -> {
          throw new IOException("busy");
        });

    assertThat(log.run(new IllegalStateException("odd")))
        .hasMessage("internal error: odd; file stays: busy");
  }

  @Test
  void anInterruptLeavesNothingBehindAndIsKept() {
    made("file");
    Thread.currentThread().interrupt();

    assertThat(log.run(cause)).isSameAs(cause);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(undone).containsExactly("file");
  }

  private static LibvirtException interrupted() {
    Thread.currentThread().interrupt();
    return LibvirtException.of(ErrorCode.OPERATION_ABORTED, "interrupted");
  }

  @Test
  void whatAHostAbortsIsNoInterrupt() {
    log.add(
        "file",
        () -> {
          throw LibvirtException.of(ErrorCode.OPERATION_ABORTED, "canceled");
        });

    assertThat(log.run(cause)).hasMessageContaining("file stays: operation aborted: canceled");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whatAnInterruptSpoiledIsTriedAgainOnce() {
    List<String> tries = new ArrayList<>();
    log.add(
        "file",
        () -> {
          tries.add("again");
          if (tries.size() == 1) {
            throw interrupted();
          }
        });

    assertThat(log.run(cause)).isSameAs(cause);
    assertThat(tries).hasSize(2);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptThatGoesOnIsNotTriedForEver() {
    log.add(
        "file",
        () -> {
          throw interrupted();
        });

    assertThat(log.run(cause)).hasMessageContaining("file stays: operation aborted: interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
