package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.HostDnsConfig;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Shows how a host is connected: one virtual switch with a port group for each network, and two
 * cards, one of which carries the switch.
 *
 * @param dns its name, domain and name servers
 * @param networks names of its networks
 * @param number what makes the addresses of its cards others than those of its neighbours
 * @param api the release to show it in
 */
record HostNetworks(HostDnsConfig dns, List<String> networks, int number, ApiRelease api) {

  private static final String SWITCH = "vSwitch0";
  private static final String SWITCH_KEY = "key-vim.host.VirtualSwitch-" + SWITCH;
  private static final int PORTS = 128;

  /** What {@code HostConfigInfo.network} shows. */
  ObjectOf info() {
    return ObjectBuilder.of("HostNetworkInfo", api)
        .put("vswitch", List.of(virtualSwitch()))
        .put("portgroup", networks.stream().map(this::portGroup).toList())
        .put("pnic", IntStream.range(0, MachineHardware.CARDS).mapToObj(this::card).toList())
        .put("dnsConfig", dns)
        .build();
  }

  private static String portGroupKey(String network) {
    return "key-vim.host.PortGroup-" + network;
  }

  private static String cardKey(int index) {
    return "key-vim.host.PhysicalNic-vmnic" + index;
  }

  private ObjectOf policy() {
    ObjectOf security =
        ObjectBuilder.of("HostNetworkSecurityPolicy", api)
            .put("allowPromiscuous", false)
            .put("macChanges", true)
            .put("forgedTransmits", true)
            .build();
    return ObjectBuilder.of("HostNetworkPolicy", api).put("security", security).build();
  }

  private ObjectOf virtualSwitch() {
    ObjectOf bridge =
        ObjectBuilder.of("HostVirtualSwitchBondBridge", api)
            .put("nicDevice", List.of("vmnic0"))
            .build();
    return ObjectBuilder.of("HostVirtualSwitch", api)
        .put("name", SWITCH)
        .put("key", SWITCH_KEY)
        .put("numPorts", PORTS)
        .put("numPortsAvailable", PORTS - networks.size() - 1)
        .put("mtu", 1500)
        .put("portgroup", networks.stream().map(HostNetworks::portGroupKey).toList())
        .put("pnic", List.of(cardKey(0)))
        .put(
            "spec",
            ObjectBuilder.of("HostVirtualSwitchSpec", api)
                .put("numPorts", PORTS)
                .put("bridge", bridge)
                .put("policy", policy())
                .put("mtu", 1500)
                .build())
        .build();
  }

  private ObjectOf portGroup(String network) {
    return ObjectBuilder.of("HostPortGroup", api)
        .put("key", portGroupKey(network))
        .put("vswitch", SWITCH_KEY)
        .put("computedPolicy", policy())
        .put(
            "spec",
            ObjectBuilder.of("HostPortGroupSpec", api)
                .put("name", network)
                .put("vlanId", 0)
                .put("vswitchName", SWITCH)
                .put("policy", ObjectBuilder.of("HostNetworkPolicy", api).build())
                .build())
        .build();
  }

  private ObjectOf card(int index) {
    ObjectOf speed =
        ObjectBuilder.of("PhysicalNicLinkInfo", api)
            .put("speedMb", 10_000)
            .put("duplex", true)
            .build();
    return ObjectBuilder.of("PhysicalNic", api)
        .put("key", cardKey(index))
        .put("device", "vmnic" + index)
        .put("pci", "0000:02:00." + index)
        .put("driver", "ixgben")
        .put("linkSpeed", speed)
        .put("spec", ObjectBuilder.of("PhysicalNicSpec", api).build())
        .put("wakeOnLanSupported", false)
        .put("mac", String.format(Locale.ROOT, "02:00:5e:10:%02x:%02x", number & 255, index))
        .build();
  }
}
