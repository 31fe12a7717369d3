package dev.vireo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainCreateFlag;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is not the ESX driver knows nothing of VMware: another driver goes through all of it. */
class SecondDriverTest {

  private static Connect open() {
    return Connect.open("memo+pigeon://roof/?name=note");
  }

  @Test
  void aDriverIsFoundByItsOwnGrammar() {
    try (Connect connect = open()) {
      assertThat(connect.getHostName()).isEqualTo("roof by pigeon");
      assertThat(connect.getURI()).isEqualTo("memo+pigeon://roof/?name=note");
    }
    assertFails(
        () -> Connect.open("memo+pigeon://roof/"),
        ErrorCode.INVALID_ARG,
        "invalid argument: a memo needs a name");
  }

  @Test
  void itDoesWhatItCanAndRefusesTheRest() {
    try (Connect connect = open()) {
      Domain note = connect.listAllDomains(Set.of()).get(0);
      assertThat(note.getName()).isEqualTo("note");
      assertThat(note.getID()).isEqualTo(-1);

      assertFails(
          () -> note.create(Set.of(DomainCreateFlag.AUTODESTROY), TaskOptions.DEFAULT),
          ErrorCode.INVALID_ARG,
          "unsupported flags (0x2) in function memoDomainCreate");
      note.create(Set.of(DomainCreateFlag.PAUSED), TaskOptions.DEFAULT);

      assertThat(note.getState()).isEqualTo(DomainState.PAUSED);
      assertThat(note.getID()).isEqualTo(7);
      assertFails(
          note::destroy,
          ErrorCode.NO_SUPPORT,
          "this function is not supported by the connection driver: virDomainDestroy");
      assertFails(
          connect::listNetworks,
          ErrorCode.NO_SUPPORT,
          "this function is not supported by the connection driver: virConnectListNetworks");
      assertFails(
          () -> note.migrate(connect, Set.of(), null, null, 0),
          ErrorCode.NO_SUPPORT,
          "this function is not supported by the connection driver: virDomainMigrate");
      assertFails(
          () -> note.migrateToURI("pigeon://roof", Set.of(), null, 0),
          ErrorCode.ARGUMENT_UNSUPPORTED,
          "argument unsupported: direct migration is not supported by the source host");
    }
  }

  @Test
  void aTransportThatNoDriverHasIsRefusedForEachScheme() {
    assertFails(
        () -> Connect.open("fake+pigeon://roof/"),
        ErrorCode.INVALID_ARG,
        "invalid argument: Transport 'pigeon' in URI scheme is not supported");
  }

  private static void assertFails(ThrowingCallable action, ErrorCode code, String message) {
    assertThatThrownBy(action)
        .hasMessage(message)
        .isInstanceOfSatisfying(LibvirtException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
