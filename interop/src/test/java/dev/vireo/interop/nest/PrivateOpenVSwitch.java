package dev.vireo.interop.nest;

import dev.vireo.interop.process.ForeignProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Open vSwitch in the namespaces of a {@link PrivateLibvirt}, where it ends with it. Its bridges
 * are in user space ({@code datapath_type=netdev}), which needs no kernel module.
 */
final class PrivateOpenVSwitch {

  private static final String DATABASE = "/etc/openvswitch/conf.db";

  private final PrivateLibvirt place;
  private final Path folder;

  private PrivateOpenVSwitch(PrivateLibvirt place, Path folder) {
    this.place = place;
    this.folder = folder;
  }

  /**
   * Starts its daemons, and returns when they answer.
   *
   * @param place where
   * @param folder where the files of DHCP servers go
   */
  static PrivateOpenVSwitch start(PrivateLibvirt place, Path folder) {
    place.inside("mkdir", "-p", "/run/openvswitch");
    place.inside("ovsdb-tool", "create", DATABASE, "/usr/share/openvswitch/vswitch.ovsschema");
    place.inside(
        "ovsdb-server",
        DATABASE,
        "--remote=punix:/run/openvswitch/db.sock",
        "--pidfile",
        "--detach",
        "--log-file");
    place.inside("ovs-vsctl", "--no-wait", "init");
    place.inside(
        ForeignProgram.OVS_VSWITCHD.path().toString(), "--pidfile", "--detach", "--log-file");
    return new PrivateOpenVSwitch(place, folder);
  }

  /** Makes a bridge. */
  void bridge(String name) {
    bridge(name, "netdev");
    place.inside("ip", "link", "set", name, "up");
  }

  /**
   * Makes a bridge, or only a record of it where Open vSwitch has no such datapath.
   *
   * @return what {@code ovs-vsctl}, which ends well all the same, said
   */
  String bridge(String name, String datapath) {
    return place.inside(
        "ovs-vsctl", "add-br", name, "--", "set", "bridge", name, "datapath_type=" + datapath);
  }

  /**
   * Adds a port of this machine in one VLAN.
   *
   * @param address its address, with the length of the prefix
   */
  void port(String bridge, String name, int tag, String address) {
    place.inside("ovs-vsctl", "add-port", bridge, name, "tag=" + tag);
    place.inside("ovs-vsctl", "set", "interface", name, "type=internal");
    place.inside("ip", "address", "add", address, "dev", name);
    place.inside("ip", "link", "set", name, "up");
  }

  /**
   * Starts a DHCP server at a port.
   *
   * @param prefix the first three numbers of its network, such as {@code 10.252.0}
   */
  void dhcp(String port, String prefix) {
    Path configuration = folder.resolve(port + ".conf");
    String text =
        """
        start %1$s.100
        end %1$s.199
        interface %2$s
        lease_file %3$s/%2$s.leases
        pidfile %3$s/%2$s.pid
        opt subnet 255.255.255.0
        """
            .formatted(prefix, port, folder);
    try {
      Files.writeString(configuration, text);
      Files.createFile(folder.resolve(port + ".leases"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    place.inside(ForeignProgram.LINUX_GUEST.path().toString(), "udhcpd", configuration.toString());
  }

  /** Names of the ports of a bridge, without its own. */
  List<String> ports(String bridge) {
    return place.inside("ovs-vsctl", "list-ports", bridge).lines().toList();
  }

  /** Number of frames that a port has brought to this machine. */
  long received(String port) {
    return Long.parseLong(
        place.inside("cat", "/sys/class/net/" + port + "/statistics/rx_packets").strip());
  }
}
