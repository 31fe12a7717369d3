package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Connects to a simulated host in this process, and looks for leaks at the end. */
@Timeout(60)
abstract class DriverTestBase {

  /** The host's own object on every standalone host. */
  static final ManagedObjectReference HOST = new ManagedObjectReference("HostSystem", "ha-host");

  final Simulator host;
  private final String name = UUID.randomUUID().toString();

  /** On the newest ESX. */
  DriverTestBase() {
    this(Preset.ESX80);
  }

  DriverTestBase(Preset preset) {
    host = Simulator.start(ServedHost.empty(preset).build());
  }

  @BeforeEach
  void fillHost() {
    TestHosts.register(name, host);
    TestMachines.addTo(host);
  }

  @AfterEach
  void nothingIsLeftOnTheHost() {
    TestHosts.forget(name);
    assertThat(host.sessions()).as("sessions").isEmpty();
    assertThat(host.requests().count("DestroyPropertyCollector"))
        .as("collectors released")
        .isEqualTo(host.requests().count("CreatePropertyCollector"));
    host.close();
  }

  SimulatedVm machine(String domain) {
    return host.vms().get(domain);
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
  void onDomain(String domain, Consumer<Domain> action) {
    onDomain("", domain, action);
  }

  void onDomain(String parameters, String domain, Consumer<Domain> action) {
    try (Connect connect = connect(parameters)) {
      action.accept(connect.domainLookupByName(domain));
      assertThat(host.sessions())
          .extracting(OpenSession::propertyFilters)
          .as("property filters")
          .containsOnly(0);
    }
  }

  static void assertFails(ThrowingCallable action, ErrorCode code, String message) {
    assertThatThrownBy(action)
        .hasMessage(message)
        .isInstanceOfSatisfying(LibvirtException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
