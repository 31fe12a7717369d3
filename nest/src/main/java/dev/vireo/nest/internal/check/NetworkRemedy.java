package dev.vireo.nest.internal.check;

import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.ShellWord;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Commands that bring a network of libvirt up. */
public final class NetworkRemedy {

  // Of the package libvirt-daemon-config-network.
  private static final Path DEFINITION = Path.of("/usr/share/libvirt/networks/default.xml");
  // The subnet of libvirt's own definition, and those that Red Hat's packages go on to.
  private static final int USUAL = 122;
  private static final int LAST = 254;

  private final LocalHost machine;
  private final VirtualizationHost libvirt;

  NetworkRemedy(LocalHost machine, VirtualizationHost libvirt) {
    this.machine = machine;
    this.libvirt = libvirt;
  }

  /** What to do about a network that is not defined. */
  String missing(String network) {
    if (!network.equals(LabNetwork.DEFAULT_NETWORK)) {
      return "%s shows those that are there: name one, or define this one with net-define"
          .formatted(virsh(libvirt.uri(), "net-list --all"));
    }
    return define() + " && " + inactive(libvirt.uri(), network);
  }

  /** The command that starts a network, now and always. */
  public static String inactive(String uri, String network) {
    String name = ShellWord.quoted(network);
    return virsh(uri, "net-start " + name) + " && " + virsh(uri, "net-autostart " + name);
  }

  private String define() {
    int subnet = libvirt.local() ? freeSubnet() : USUAL;
    if (libvirt.local() && subnet == USUAL && machine.exists(DEFINITION)) {
      return virsh(libvirt.uri(), "net-define " + DEFINITION);
    }
    String xml =
        "<network><name>default</name><forward mode='nat'/>"
            + "<ip address='192.168.%1$d.1' netmask='255.255.255.0'>".formatted(subnet)
            + "<dhcp><range start='192.168.%1$d.2' end='192.168.%1$d.254'/></dhcp></ip></network>"
                .formatted(subnet);
    return "echo \"" + xml + "\" | " + virsh(libvirt.uri(), "net-define /dev/stdin");
  }

  /** libvirt starts no network whose addresses this machine uses, as inside of another libvirt. */
  private int freeSubnet() {
    return IntStream.rangeClosed(USUAL, LAST)
        .filter(third -> !machine.hasRoute(192, 168, third))
        .findFirst()
        .orElse(USUAL);
  }

  private static String virsh(String uri, String command) {
    return "virsh --connect %s %s".formatted(ShellWord.quoted(uri), command);
  }
}
