package dev.vireo.interop;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.Command;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two simulated ESX hosts and the vCenter that manages them, at the same port of three loopback
 * addresses: a URI has one port for host and vCenter.
 *
 * @param first a host, with one machine that runs and one that does not
 * @param second a host without machines
 * @param vCenter the vCenter of both
 * @param port the port of all
 * @param authFile an auth.conf with the credentials of all
 */
record ManagedHosts(Simulator first, Simulator second, Simulator vCenter, int port, Path authFile)
    implements AutoCloseable {

  static final String RUNNING = "Fedora11";
  static final String OFF = "Büro & <Lager> 50%/x";

  private static final String FIRST = "127.0.0.1";
  private static final String SECOND = "127.0.0.2";
  static final String VCENTER = "127.0.0.3";
  private static final int ATTEMPTS = 20;

  static ManagedHosts start(Path folder) throws IOException {
    Path authFile =
        AuthFile.write(
            folder.resolve("auth-managed.conf"),
            SimulatedHost.USER,
            SimulatedHost.PASSWORD,
            List.of(FIRST, SECOND, VCENTER));
    Simulator first = Simulator.start(config(Preset.ESX80, 1));
    Simulator second = Simulator.start(config(Preset.ESX80, 2));
    Simulator vCenter = Simulator.start(config(Preset.VCENTER, 3));
    first.vms().add(RUNNING).power(PowerState.ON);
    first.vms().add(OFF);
    vCenter.hypervisors().get("esx1.example.com").manage(first, FIRST, VCENTER);
    vCenter.hypervisors().get("esx3.example.com").manage(second, SECOND, VCENTER);
    return new ManagedHosts(first, second, vCenter, serve(first, second, vCenter), authFile);
  }

  private static SimulatorConfig config(Preset preset, long seed) {
    return SimulatorConfig.of(preset).toBuilder()
        .vms(0)
        .seed(seed)
        .userName(SimulatedHost.USER)
        .password(SimulatedHost.PASSWORD.toCharArray())
        .build();
  }

  /** Serves all at a port that is free at each address. */
  private static int serve(Simulator first, Simulator second, Simulator vCenter) {
    for (int attempt = 1; ; attempt++) {
      List<AutoCloseable> served = new ArrayList<>();
      try {
        var server = first.serve(at(FIRST));
        served.add(server);
        served.add(second.serve(at(SECOND).withPort(server.port())));
        served.add(vCenter.serve(at(VCENTER).withPort(server.port())));
        return server.port();
      } catch (UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        served.forEach(ManagedHosts::close);
      }
    }
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ServeOptions at(String address) {
    try {
      return ServeOptions.https().withBindAddress(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      throw new AssertionError("an address needs no lookup", e);
    }
  }

  /**
   * URI of the first host.
   *
   * @param vCenter value of the parameter
   */
  String source(String vCenter) {
    return uri(FIRST, vCenter);
  }

  /**
   * URI of the second host.
   *
   * @param vCenter value of the parameter
   */
  String destination(String vCenter) {
    return uri(SECOND, vCenter);
  }

  private String uri(String address, String vCenter) {
    return "esx://"
        + SimulatedHost.USER
        + "@"
        + address
        + ":"
        + port
        + "/?no_verify=1&vcenter="
        + vCenter;
  }

  Command virsh(String uri) {
    return Clients.virsh(uri, authFile);
  }

  InProcessVireo vireo(String uri) {
    return InProcessVireo.of(uri, authFile);
  }

  @Override
  public void close() {
    first.close();
    second.close();
    vCenter.close();
  }
}
