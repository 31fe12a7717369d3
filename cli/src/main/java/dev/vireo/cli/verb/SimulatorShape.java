package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.simulator.InventoryShape;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The options of {@code simulator} that say what is there, with the names that vcsim has for them.
 */
final class SimulatorShape {
  /** The vCenter whose names are all plain. */
  static final String PLAIN = "vcenter-plain";

  static final String VMS = "vms";

  private record Count(
      String option, String help, BiFunction<InventoryShape, Integer, InventoryShape> set) {}

  private static final List<Count> COUNTS =
      List.of(
          new Count("dc", "datacenters (default 1)", InventoryShape::withDatacenters),
          new Count(
              "cluster",
              "clusters in each datacenter (default 1); 0 for hosts that stand alone",
              InventoryShape::withClusters),
          new Count("host", "hosts in each cluster (default 2)", InventoryShape::withHosts),
          new Count(
              "pool", "resource pools in each cluster (default 0)", InventoryShape::withPools),
          new Count(
              "vm", "machines in each cluster, or pool of it (default 4)", InventoryShape::withVms),
          new Count(
              "ds", "datastores in each datacenter (default 1)", InventoryShape::withDatastores),
          new Count(
              "folder",
              "folders of machines in each datacenter (default 0)",
              InventoryShape::withFolders));

  private SimulatorShape() {}

  /** The names of all presets. */
  static List<String> presets() {
    return Stream.concat(Stream.of(Preset.values()).map(Preset::label), Stream.of(PLAIN)).toList();
  }

  static CommandSpec.Builder addOptions(CommandSpec.Builder spec) {
    spec.option(OptionSpec.number(VMS, "number of virtual machines"));
    for (Count count : COUNTS) {
      spec.option(OptionSpec.number(count.option(), PLAIN + ": " + count.help()));
    }
    return spec;
  }

  /**
   * The configuration of a preset with what the options say.
   *
   * @throws IllegalArgumentException when a count is out of range
   */
  static SimulatorConfig.Builder of(Call call, String preset) {
    if (!presets().contains(preset)) {
      throw new CommandException("there is no preset '" + preset + "'")
          .withHint("the presets are " + String.join(", ", presets()));
    }
    if (!preset.equals(PLAIN)) {
      for (Count count : COUNTS) {
        if (call.has(count.option())) {
          throw new CommandException(
                  "--" + count.option() + " has no meaning for the preset '" + preset + "'")
              .withHint("the preset " + PLAIN + " takes it");
        }
      }
      SimulatorConfig.Builder builder = SimulatorConfig.of(Preset.of(preset)).toBuilder();
      Integer vms = call.number(VMS);
      return vms == null ? builder : builder.vms(vms);
    }
    if (call.has(VMS)) {
      throw new CommandException("--" + VMS + " has no meaning for the preset '" + PLAIN + "'")
          .withHint("--vm says how many machines each cluster has");
    }
    InventoryShape shape = InventoryShape.PLAIN;
    for (Count count : COUNTS) {
      Integer number = call.number(count.option());
      shape = number == null ? shape : count.set().apply(shape, number);
    }
    return SimulatorConfig.vcenter().toBuilder().inventory(shape);
  }
}
