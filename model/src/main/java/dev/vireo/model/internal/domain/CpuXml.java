package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Cpu;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;

/** {@code <cpu>} ({@code virCPUDefFormatBuf}). */
final class CpuXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("mode", "match", "check", "migratable")
          .elements("model", "vendor", "topology", "cache", "maxphysaddr", "feature", "numa");

  private static final ElementOrder MODEL = ElementOrder.attributes("fallback", "vendor_id");

  private CpuXml() {}

  static Cpu read(ElementReader in) {
    in.inOrder(ORDER);
    return new Cpu(
        in.attribute("mode"),
        in.attribute("match"),
        in.attribute("check"),
        in.attribute("migratable"),
        in.optional("model", CpuXml::readModel),
        in.optional("topology", CpuXml::readTopology),
        in.children("feature", CpuXml::readFeature),
        in.extras());
  }

  private static Cpu.Model readModel(ElementReader in) {
    in.inOrder(MODEL);
    return new Cpu.Model(in.text(), in.attribute("fallback"), in.extras());
  }

  private static Cpu.Topology readTopology(ElementReader in) {
    in.required("sockets");
    in.required("cores");
    in.required("threads");
    return new Cpu.Topology(
        Values.integer(in, "sockets", 1, 1),
        Values.integer(in, "dies", 1),
        Values.integer(in, "clusters", 1),
        Values.integer(in, "cores", 1, 1),
        Values.integer(in, "threads", 1, 1));
  }

  private static Cpu.Feature readFeature(ElementReader in) {
    return new Cpu.Feature(in.attribute("policy"), in.required("name"), in.extras());
  }

  static void write(ElementWriter out, Cpu cpu) {
    out.start("cpu", ORDER, cpu.extras())
        .attribute("mode", cpu.mode())
        .attribute("match", cpu.match())
        .attribute("check", cpu.check())
        .attribute("migratable", cpu.migratable());
    if (cpu.model() != null) {
      writeModel(out, cpu.model());
    }
    if (cpu.topology() != null) {
      writeTopology(out, cpu.topology());
    }
    for (Cpu.Feature feature : cpu.features()) {
      out.start("feature", ElementOrder.NONE, feature.extras())
          .attribute("policy", feature.policy())
          .attribute("name", feature.name())
          .end();
    }
    out.end();
  }

  private static void writeModel(ElementWriter out, Cpu.Model model) {
    out.start("model", MODEL, model.extras()).attribute("fallback", model.fallback());
    if (!model.name().isEmpty()) {
      out.text(model.name());
    }
    out.end();
  }

  private static void writeTopology(ElementWriter out, Cpu.Topology topology) {
    out.start("topology")
        .attribute("sockets", topology.sockets())
        .attribute("dies", topology.dies())
        .attribute("clusters", topology.clusters())
        .attribute("cores", topology.cores())
        .attribute("threads", topology.threads())
        .end();
  }
}
