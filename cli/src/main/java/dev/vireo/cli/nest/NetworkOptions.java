package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestedHostSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The options that say what a host is connected to. */
final class NetworkOptions {
  private static final String NETWORK = "network";
  private static final String PORT_GROUP = "portgroup";
  private static final String BRIDGE = "bridge";
  private static final String OVS = "ovs";
  private static final String VLAN = "vlan";
  private static final String TRUNK = "trunk";
  private static final String NATIVE_VLAN = "native-vlan";

  private NetworkOptions() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(OptionSpec.named(NETWORK, "network of libvirt (default default)", Completer.NONE))
        .option(
            OptionSpec.named(PORT_GROUP, "port group of the network of libvirt", Completer.NONE))
        .option(OptionSpec.named(BRIDGE, "Linux bridge instead", Completer.NONE))
        .option(OptionSpec.named(OVS, "bridge of Open vSwitch instead", Completer.NONE))
        .option(
            OptionSpec.named(
                VLAN,
                "VLAN tag of the Open vSwitch port; several for a trunk: 10,20",
                Completer.NONE))
        .option(OptionSpec.bool(TRUNK, "have the guest see the VLAN tags"))
        .option(
            OptionSpec.named(
                NATIVE_VLAN, "VLAN of a trunk that the guest sees untagged", Completer.NONE));
  }

  static void apply(Call call, NestedHostSpecBuilder host) {
    call.exclude(NETWORK, BRIDGE);
    call.exclude(NETWORK, OVS);
    call.exclude(BRIDGE, OVS);
    requireWith(call, OVS, VLAN, TRUNK, NATIVE_VLAN);
    String bridge = call.string(BRIDGE);
    String ovs = call.string(OVS);
    if (bridge != null) {
      host.network(new LabNetwork.Bridge(bridge));
    } else if (ovs != null) {
      host.network(
          new LabNetwork.OpenVSwitch(ovs, tags(call), call.has(TRUNK), call.number(NATIVE_VLAN)));
    } else {
      String network = call.string(NETWORK);
      host.network(
          new LabNetwork.LibvirtNetwork(
              network == null ? LabNetwork.DEFAULT_NETWORK : network, call.string(PORT_GROUP)));
    }
    if (bridge != null || ovs != null) {
      requireWith(call, NETWORK, PORT_GROUP);
    }
  }

  private static void requireWith(Call call, String needed, String... options) {
    Stream.of(options)
        .filter(option -> call.has(option) && !call.has(needed))
        .findFirst()
        .ifPresent(option -> {
          throw new CommandException("option --" + option + " needs --" + needed);
        });
  }

  private static List<Integer> tags(Call call) {
    String text = call.string(VLAN);
    List<Integer> tags = new ArrayList<>();
    if (text != null) {
      for (String tag : text.split(",", -1)) {
        try {
          tags.add(Integer.valueOf(tag.strip()));
        } catch (NumberFormatException e) {
          throw new CommandException("'" + text + "' is no list of VLAN tags for --vlan")
              .withHint("write it like 252 or 10,20");
        }
      }
    }
    return tags;
  }
}
