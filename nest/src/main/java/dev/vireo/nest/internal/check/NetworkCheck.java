package dev.vireo.nest.internal.check;

import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.ShellWord;
import dev.vireo.nest.internal.Software;
import dev.vireo.nest.internal.XmlQuery;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.Optional;

/**
 * Whether what a guest is to be connected to is there. libvirt defines a domain without its bridge
 * and fails at the start ({@code Cannot get interface MTU on 'ovsbr0': No such device}); {@code
 * ovs-vsctl add-br} ends well without making the link. So only the link counts.
 */
final class NetworkCheck {

  private final LocalHost local;
  private final VirtualizationHost libvirt;

  NetworkCheck(LocalHost local, VirtualizationHost libvirt) {
    this.local = local;
    this.libvirt = libvirt;
  }

  HostCheckResult of(LabNetwork network) {
    return switch (network) {
      case LabNetwork.Bridge bridge -> bridge(bridge);
      case LabNetwork.OpenVSwitch ovs -> openVSwitch(ovs);
      case LabNetwork.LibvirtNetwork libvirtNetwork -> libvirtNetwork(libvirtNetwork);
    };
  }

  private HostCheckResult bridge(LabNetwork.Bridge network) {
    String name = network.bridge();
    if (!libvirt.local()) {
      return elsewhere(network);
    }
    if (!local.linkExists(name)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "there is no bridge %s on this machine".formatted(name),
          "ip link add %1$s type bridge && ip link set %1$s up".formatted(ShellWord.quoted(name)));
    }
    if (!local.isLinuxBridge(name)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          local.knownToOpenVSwitch(name)
              ? "%s is a bridge of Open vSwitch".formatted(name)
              : "%s is a link but not a bridge".formatted(name),
          local.knownToOpenVSwitch(name)
              ? "ask for it as an Open vSwitch bridge"
              : "name a bridge: ip -brief link show type bridge");
    }
    return up(network, name);
  }

  private HostCheckResult openVSwitch(LabNetwork.OpenVSwitch network) {
    String name = network.bridge();
    if (!libvirt.local()) {
      return elsewhere(network);
    }
    if (local.linkExists(name)) {
      return openVSwitchLink(network, name);
    }
    if (local.knownToOpenVSwitch(name)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "Open vSwitch has bridge %s on record, but there is no such link: its daemon or its kernel module does not work"
              .formatted(name),
          "modprobe openvswitch && systemctl restart %s && ip link show %s"
              .formatted(
                  Distribution.of(local.osRelease()).openVSwitchService(), ShellWord.quoted(name)));
    }
    String add = "ovs-vsctl add-br %1$s && ip link show %1$s".formatted(ShellWord.quoted(name));
    return HostCheckResult.fail(
        Check.NETWORK,
        "there is no Open vSwitch bridge %s on this machine".formatted(name),
        local.hasProgram("ovs-vsctl") ? add : withOpenVSwitch(add));
  }

  private String withOpenVSwitch(String command) {
    Distribution distribution = Distribution.of(local.osRelease());
    String install = distribution.install(Software.OPEN_VSWITCH);
    if (distribution.family().isEmpty()) {
      return install + ", then: " + command;
    }
    return local.hasSystemd()
        ? "%s && systemctl enable --now %s && %s"
            .formatted(install, distribution.openVSwitchService(), command)
        : install + " && " + command;
  }

  private HostCheckResult openVSwitchLink(LabNetwork network, String name) {
    if (local.isLinuxBridge(name)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "%s is a Linux bridge, not one of Open vSwitch".formatted(name),
          "ask for it as a bridge without VLAN");
    }
    Optional<String> other = local.otherLink(name);
    if (other.isPresent()) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "%s is %s, not a bridge of Open vSwitch".formatted(name, other.get()),
          "name a bridge: ovs-vsctl list-br");
    }
    if (local.seesOpenVSwitch() && !local.knownToOpenVSwitch(name)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "there is a link %s, but Open vSwitch has no bridge of this name".formatted(name),
          "name a bridge: ovs-vsctl list-br");
    }
    return up(network, name);
  }

  private HostCheckResult up(LabNetwork network, String name) {
    return local.linkUp(name)
        ? HostCheckResult.ok(Check.NETWORK, network.text() + " is there")
        : HostCheckResult.warn(
            Check.NETWORK,
            network.text() + " is down",
            "ip link set " + ShellWord.quoted(name) + " up");
  }

  private HostCheckResult libvirtNetwork(LabNetwork.LibvirtNetwork network) {
    String name = network.network();
    Optional<Boolean> active;
    try {
      active = libvirt.networkActive(name);
    } catch (VirtualizationException e) {
      return unasked(e);
    }
    if (active.isEmpty()) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "libvirt has no network '%s'".formatted(name),
          new NetworkRemedy(local, libvirt).missing(name));
    }
    if (!active.get()) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "libvirt's network '%s' does not run".formatted(name),
          NetworkRemedy.inactive(libvirt.uri(), name));
    }
    String group = network.portGroup();
    if (group != null && !hasPortGroup(name, group)) {
      return HostCheckResult.fail(
          Check.NETWORK,
          "libvirt's network '%s' has no port group '%s'".formatted(name, group),
          virsh("net-edit " + ShellWord.quoted(name)));
    }
    return HostCheckResult.ok(Check.NETWORK, network.text() + " runs");
  }

  /** Where libvirt has a daemon for each driver, that for networks may be off. */
  private static HostCheckResult unasked(VirtualizationException failure) {
    if (failure.kind() != VirtualizationException.Kind.REFUSED) {
      throw failure;
    }
    return HostCheckResult.fail(
        Check.NETWORK,
        failure.problems().getFirst(),
        failure.libvirtText().contains("virtnetworkd")
            ? "systemctl enable --now virtnetworkd.socket"
            : "have libvirt's driver for networks work, or name a bridge");
  }

  private String virsh(String command) {
    return "virsh --connect %s %s".formatted(ShellWord.quoted(libvirt.uri()), command);
  }

  private boolean hasPortGroup(String network, String group) {
    return XmlQuery.parse(libvirt.networkXml(network)).all("portgroup").stream()
        .anyMatch(found -> found.attribute("name").orElse("").equals(group));
  }

  private HostCheckResult elsewhere(LabNetwork network) {
    return HostCheckResult.skipped(
        Check.NETWORK,
        "%s is on another machine (%s), where its link cannot be seen"
            .formatted(network.text(), libvirt.uri()));
  }
}
