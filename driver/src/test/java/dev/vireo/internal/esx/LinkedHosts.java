package dev.vireo.internal.esx;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.SimulatorConfig;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An ESX host and the vCenter that manages it, at the same port of two loopback addresses: a URI
 * has one port for both.
 *
 * @param esx the host
 * @param vCenter the vCenter
 */
record LinkedHosts(ServedHost esx, ServedHost vCenter) implements AutoCloseable {

  private static final String OTHER_LOOPBACK = "127.0.0.2";
  private static final int MAX_ATTEMPTS = 20;

  static LinkedHosts start() {
    return start(SimulatorConfig.esx80(), SimulatorConfig.of(Preset.VCENTER));
  }

  /** Hosts of which the vCenter really manages the ESX, as its first host; without machines. */
  static LinkedHosts managed() {
    LinkedHosts hosts =
        start(
            ServedHost.empty(Preset.ESX80).seed(2).build(),
            ServedHost.empty(Preset.VCENTER).build());
    hosts
        .vCenter
        .simulator()
        .hypervisors()
        .get("esx1.example.com")
        .manage(hosts.esx.simulator(), "127.0.0.1", OTHER_LOOPBACK);
    return hosts;
  }

  private static LinkedHosts start(SimulatorConfig host, SimulatorConfig manager) {
    for (int attempt = 1; ; attempt++) {
      ServedHost esx = ServedHost.start(host);
      try {
        return new LinkedHosts(esx, vCenter(manager, esx.port()));
      } catch (UncheckedIOException e) {
        esx.close(); // the other address has that port in use
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static ServedHost vCenter(SimulatorConfig manager, int port) {
    SimulatorConfig config = manager.toBuilder().hostAddress("127.0.0.1").userName("root").build();
    try {
      ServeOptions options =
          ServeOptions.https()
              .withBindAddress(InetAddress.getByName(OTHER_LOOPBACK))
              .withPort(port);
      return ServedHost.start(config, options);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address needs no lookup", e);
    }
  }

  /** The parameter that links the two. */
  String parameter() {
    return "&vcenter=" + OTHER_LOOPBACK;
  }

  @Override
  public void close() {
    vCenter.close();
    esx.close();
  }
}
