package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Connects to a {@link FakeHost} with five machines, and looks for leaks at the end. */
@Timeout(60)
abstract class DriverTestBase {

  final FakeHost host = newHost();
  private final String name = UUID.randomUUID().toString();

  FakeHost newHost() {
    return FakeHost.esx();
  }

  @BeforeEach
  void fillHost() {
    FakeHosts.register(name, host);
    host.machines().add(1, "web", VirtualMachinePowerState.POWERED_ON);
    host.machines().add(2, "db", VirtualMachinePowerState.POWERED_ON);
    host.machines().add(3, "build", VirtualMachinePowerState.SUSPENDED);
    host.machines().add(4, "old", VirtualMachinePowerState.POWERED_OFF);
    host.machines().add(5, "a%2fb", VirtualMachinePowerState.POWERED_OFF);
  }

  @AfterEach
  void nothingIsLeftOnTheHost() {
    FakeHosts.forget(name);
    assertThat(host.sessions()).as("sessions").isZero();
    assertThat(host.filters()).as("filters").isZero();
  }

  String uri(String parameters) {
    return "test:///" + name + parameters;
  }

  Connect connect() {
    return Connect.open(uri(""));
  }

  Connect connect(String parameters) {
    return Connect.open(uri(parameters));
  }

  Connect connectReadOnly() {
    return Connect.open(
        uri(""), ConnectAuth.unattended(), ConnectOptions.defaults().withReadOnly(true));
  }

  /** Runs an action on the domain of a name. */
  void onDomain(String domain, java.util.function.Consumer<Domain> action) {
    onDomain("", domain, action);
  }

  void onDomain(String parameters, String domain, java.util.function.Consumer<Domain> action) {
    try (Connect connect = connect(parameters)) {
      action.accept(connect.domainLookupByName(domain));
    }
  }

  static void assertFails(ThrowingCallable action, ErrorCode code, String message) {
    assertThatThrownBy(action)
        .hasMessage(message)
        .isInstanceOfSatisfying(LibvirtException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
