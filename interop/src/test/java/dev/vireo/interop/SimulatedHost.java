package dev.vireo.interop;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.Command;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * This project's simulated host, served over TLS on a loopback port, with clients set up for it.
 *
 * @param simulator the host
 * @param server its server
 * @param uri the connection URI of its preset, with the BIOS uuids that libvirt 9.0 knows
 * @param authFile an auth.conf with the credentials
 */
public record SimulatedHost(Simulator simulator, SimulatorServer server, String uri, Path authFile)
    implements AutoCloseable {
  /** The user that may log in. */
  public static final String USER = "interop";

  /** Its password. */
  public static final String PASSWORD = "s3cret & <more>";

  private static final int MACHINES = 5;

  /**
   * Starts one.
   *
   * @param preset what it plays
   * @param folder a folder for its auth.conf
   * @return the running host
   * @throws IOException if the file cannot be written
   */
  public static SimulatedHost start(Preset preset, Path folder) throws IOException {
    // A vCenter deals its machines to five hosts, of which the URI names one.
    int vms = preset == Preset.VCENTER ? 5 * MACHINES : MACHINES;
    SimulatorConfig config =
        SimulatorConfig.of(preset).toBuilder()
            .vms(vms)
            .userName(USER)
            .password(PASSWORD.toCharArray())
            .build();
    Simulator simulator = Simulator.start(config);
    SimulatorServer server = simulator.serve(ServeOptions.https());
    return new SimulatedHost(
        simulator,
        server,
        uri(preset, server.port()),
        AuthFile.write(folder.resolve("auth-" + server.port() + ".conf"), USER, PASSWORD));
  }

  private static String uri(Preset preset, int port) {
    String place = USER + "@127.0.0.1:" + port;
    String parameters = "?no_verify=1&legacy_uuid=1";
    return switch (preset) {
      case ESX80, ESX41, ESX35 -> "esx://" + place + "/" + parameters;
      case GSX20 -> "gsx://" + place + "/" + parameters;
      case VCENTER -> "vpx://" + place + "/Datacenter/Cluster/esx1.example.com" + parameters;
    };
  }

  /** The server's host and port. */
  public String authority() {
    return "127.0.0.1:" + server.port();
  }

  /** C virsh, connected to this host. */
  public Command virsh() {
    return Clients.virsh(uri, authFile);
  }

  /** vireo, connected to this host. */
  InProcessVireo vireo() {
    return InProcessVireo.of(uri, authFile);
  }

  /** govc, connected to this host. */
  Command govc() {
    return Clients.govc(authority(), USER, PASSWORD);
  }

  @Override
  public void close() {
    server.close();
    simulator.close();
  }
}
