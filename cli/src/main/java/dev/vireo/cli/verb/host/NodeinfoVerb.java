package dev.vireo.cli.verb.host;

import dev.vireo.NodeInfo;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Fields;
import dev.vireo.cli.verb.Verb;

/** {@code nodeinfo}: the hardware of the host. */
public final class NodeinfoVerb implements Verb {
  private static final int LABEL_WIDTH = 20;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("nodeinfo", CommandGroup.HOST, "node information")
        .description("Returns basic information about the node.")
        .example("nodeinfo")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    NodeInfo node = call.host().nodeInfo();
    if (call.json()) {
      call.print(json(node));
    } else {
      Fields fields = new Fields(LABEL_WIDTH);
      fields.add("CPU model:", node.model());
      fields.add("CPU(s):", Integer.toString(node.cpus()));
      fields.add("CPU frequency:", node.mhz() + " MHz");
      fields.add("CPU socket(s):", Integer.toString(node.sockets()));
      fields.add("Core(s) per socket:", Integer.toString(node.cores()));
      fields.add("Thread(s) per core:", Integer.toString(node.threads()));
      fields.add("NUMA cell(s):", Integer.toString(node.nodes()));
      fields.add("Memory size:", node.memoryKiB() + " KiB");
      call.output().print(fields.toString());
    }
  }

  private static JsonWriter json(NodeInfo node) {
    return new JsonWriter()
        .object()
        .key("model")
        .value(node.model())
        .key("cpus")
        .value(node.cpus())
        .key("frequencyMHz")
        .value(node.mhz())
        .key("sockets")
        .value(node.sockets())
        .key("coresPerSocket")
        .value(node.cores())
        .key("threadsPerCore")
        .value(node.threads())
        .key("numaCells")
        .value(node.nodes())
        .key("memoryKiB")
        .value(node.memoryKiB())
        .endObject();
  }
}
