package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the host itself is reached: the {@code network} command of a kickstart file. Names and rules
 * are those of "Installation and Upgrade Script Commands" in VMware's documents, for one
 * https://docs.vmware.com/en/VMware-vSphere/5.5/com.vmware.vsphere.install.doc/GUID-61A14EBB-5CF3-43EE-87EF-DB8EC6D83698.html.
 */
public sealed interface ManagementNetwork {

  /** The first network card, by ESXi's name for it. */
  String FIRST_DEVICE = "vmnic0";

  /** The network card: ESXi's name such as {@code vmnic0}, or its hardware address. */
  String device();

  /** The host's name; null to leave it to DHCP or ESXi. */
  @Nullable String hostname();

  /**
   * The VLAN that the host tags its frames with, 1 to 4094; null for none. A network card on an
   * access port, such as one of Open vSwitch with a tag, needs none.
   */
  @Nullable Integer vlan();

  /** The command as the kickstart file has it. */
  String command();

  /**
   * The network says the address.
   *
   * @param device see {@link #device}
   * @param hostname see {@link #hostname}
   * @param vlan see {@link #vlan}
   */
  record Dhcp(String device, @Nullable String hostname, @Nullable Integer vlan)
      implements ManagementNetwork {
    public Dhcp {
      Rules.require(device, hostname, vlan);
    }

    /** DHCP at the first network card. */
    public static Dhcp first() {
      return new Dhcp(FIRST_DEVICE, null, null);
    }

    @Override
    public String command() {
      return Rules.command("dhcp", this, List.of());
    }
  }

  /**
   * An address that stays.
   *
   * @param device see {@link #device}
   * @param address the host's IPv4 address
   * @param netmask such as {@code 255.255.255.0}
   * @param gateway the router, in the same network; null for none
   * @param nameservers up to two IPv4 addresses
   * @param hostname see {@link #hostname}
   * @param vlan see {@link #vlan}
   */
  record Static(
      String device,
      String address,
      String netmask,
      @Nullable String gateway,
      List<String> nameservers,
      @Nullable String hostname,
      @Nullable Integer vlan)
      implements ManagementNetwork {

    private static final Pattern WITH_PREFIX = Pattern.compile("([^/]+)/([1-9]|[12]\\d|30)");

    public Static {
      Rules.require(device, hostname, vlan);
      nameservers = List.copyOf(nameservers);
      int mask = Ipv4.parseMask(netmask);
      Rules.requireHost("address of the host", address, netmask, mask);
      if (gateway != null) {
        Rules.requireHost("gateway", gateway, netmask, mask);
        if ((Ipv4.parse("gateway", gateway) & mask) != (Ipv4.parse("address", address) & mask)) {
          throw new NestException(
              "the gateway %s is not in the network of %s with netmask %s"
                  .formatted(gateway, address, netmask));
        }
        if (gateway.equals(address)) {
          throw new NestException(
              "the gateway cannot be the address of the host itself: " + address);
        }
      }
      nameservers.forEach(server -> Ipv4.parse("address of a name server", server));
      if (nameservers.size() > 2) {
        throw new NestException(
            "the installer takes two name servers at most, and there are " + nameservers.size());
      }
    }

    /**
     * A static address of the first network card.
     *
     * @param addressWithPrefix such as {@code 192.0.2.10/24}
     * @param gateway see {@link #gateway}
     * @param nameservers see {@link #nameservers}
     * @throws NestException if one of them is no address
     */
    public static Static of(
        String addressWithPrefix, @Nullable String gateway, List<String> nameservers) {
      Matcher matcher = WITH_PREFIX.matcher(addressWithPrefix);
      if (!matcher.matches()) {
        throw new NestException(
                "'%s' is not an address with a prefix length of 1 to 30"
                    .formatted(addressWithPrefix))
            .withHint("give one such as 192.0.2.10/24");
      }
      String netmask = Ipv4.mask(Integer.parseInt(matcher.group(2)));
      return new Static(FIRST_DEVICE, matcher.group(1), netmask, gateway, nameservers, null, null);
    }

    @Override
    public String command() {
      List<String> settings = new ArrayList<>(List.of("--ip=" + address, "--netmask=" + netmask));
      if (gateway != null) {
        settings.add("--gateway=" + gateway);
      }
      if (!nameservers.isEmpty()) {
        settings.add("--nameserver=" + String.join(",", nameservers));
      }
      return Rules.command("static", this, settings);
    }
  }

  /** What both kinds share. */
  final class Rules {
    private static final Pattern DEVICE =
        Pattern.compile("vmnic\\d{1,3}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");
    private static final Pattern HOSTNAME =
        Pattern.compile("(?=.{1,253}$)" + "LABEL(\\.LABEL)*".replace("LABEL", label()));
    private static final int MAX_VLAN = 4094;

    private Rules() {}

    private static String label() {
      return "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    }

    private static void require(String device, @Nullable String hostname, @Nullable Integer vlan) {
      if (!DEVICE.matcher(device).matches()) {
        throw new NestException("'%s' is not a network card of ESXi".formatted(device))
            .withHint("give a name such as vmnic0, or a hardware address");
      }
      if (hostname != null && !HOSTNAME.matcher(hostname).matches()) {
        throw new NestException(
            "'%s' cannot be a host name: letters, digits and hyphens, in parts with dots between"
                .formatted(hostname));
      }
      if (vlan != null && (vlan < 1 || vlan > MAX_VLAN)) {
        throw new NestException("a VLAN is a number from 1 to 4094, not " + vlan);
      }
    }

    private static void requireHost(String what, String address, String netmask, int mask) {
      int host = Ipv4.parse(what, address) & ~mask;
      if (host == 0 || host == ~mask) {
        throw new NestException(
            "%s cannot be the %s: with netmask %s it stands for the network or for all in it"
                .formatted(address, what, netmask));
      }
    }

    private static String command(
        String protocol, ManagementNetwork network, List<String> settings) {
      List<String> words = new ArrayList<>();
      words.add("network");
      words.add("--bootproto=" + protocol);
      words.add("--device=" + network.device());
      words.addAll(settings);
      if (network.hostname() != null) {
        words.add("--hostname=" + network.hostname());
      }
      if (network.vlan() != null) {
        words.add("--vlanid=" + Objects.requireNonNull(network.vlan()));
      }
      return String.join(" ", words);
    }
  }
}
