package dev.vireo.model.internal.domain;

import dev.vireo.model.SizeUnit;
import dev.vireo.model.domain.CpuTuning;
import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.MemoryTuning;
import dev.vireo.model.domain.Vcpus;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import org.jspecify.annotations.Nullable;

/**
 * Memory and processors: {@code <memory>}, {@code <memtune>}, {@code <vcpu>}, {@code <cputune>}.
 */
final class ResourcesXml {

  private static final ElementOrder MEMORY = ElementOrder.attributes("dumpCore", "slots", "unit");

  private static final ElementOrder MEMORY_TUNING =
      ElementOrder.attributes()
          .elements("hard_limit", "soft_limit", "min_guarantee", "swap_hard_limit");

  private static final ElementOrder CPU_TUNING =
      ElementOrder.attributes()
          .elements(
              "shares",
              "period",
              "quota",
              "global_period",
              "global_quota",
              "emulator_period",
              "emulator_quota",
              "iothread_period",
              "iothread_quota",
              "vcpupin",
              "emulatorpin",
              "iothreadpin",
              "vcpusched",
              "iothreadsched",
              "emulatorsched",
              "cachetune",
              "memorytune");

  private ResourcesXml() {}

  /** An amount in the element's unit, or in KiB, rounded up to KiB as libvirt keeps it. */
  static DataSize readSize(ElementReader in) {
    in.inOrder(MEMORY);
    String name = in.attribute("unit");
    SizeUnit unit = name == null ? SizeUnit.KIB : SizeUnit.of(name);
    if (unit == null) {
      throw in.error("unit '" + name + "' is not known; use one such as KiB, MiB or GiB");
    }
    long amount = Values.number(in, 0, Long.MAX_VALUE);
    try {
      return DataSize.ofKib(new DataSize(unit.toBytes(amount)).kib());
    } catch (ArithmeticException e) {
      throw in.error(amount + " " + (name == null ? "KiB" : name) + " is too large");
    }
  }

  static void writeSize(ElementWriter out, String name, @Nullable DataSize size) {
    if (size != null) {
      out.start(name, MEMORY).attribute("unit", "KiB").text(Long.toString(size.kib())).end();
    }
  }

  static MemoryTuning readMemoryTuning(ElementReader in) {
    in.inOrder(MEMORY_TUNING);
    return new MemoryTuning(
        in.optional("hard_limit", ResourcesXml::readSize),
        in.optional("soft_limit", ResourcesXml::readSize),
        in.optional("min_guarantee", ResourcesXml::readSize),
        in.optional("swap_hard_limit", ResourcesXml::readSize),
        in.extras());
  }

  static void writeMemoryTuning(ElementWriter out, MemoryTuning tuning) {
    out.start("memtune", MEMORY_TUNING, tuning.extras());
    writeSize(out, "hard_limit", tuning.hardLimit());
    writeSize(out, "soft_limit", tuning.softLimit());
    writeSize(out, "min_guarantee", tuning.minGuarantee());
    writeSize(out, "swap_hard_limit", tuning.swapHardLimit());
    out.end();
  }

  static Vcpus readVcpus(ElementReader in) {
    // Libvirt takes an empty element for one processor.
    int maximum = in.text().isBlank() ? 1 : (int) Values.number(in, 1, Integer.MAX_VALUE);
    Integer current = Values.integer(in, "current", 1);
    if (current != null && current > maximum) {
      throw in.error("attribute 'current': " + current + " is more than the maximum " + maximum);
    }
    return new Vcpus(maximum, current, in.attribute("cpuset"), in.attribute("placement"));
  }

  static void writeVcpus(ElementWriter out, Vcpus vcpus) {
    out.start("vcpu")
        .attribute("placement", vcpus.placement())
        .attribute("cpuset", vcpus.cpuset())
        .attribute("current", vcpus.current())
        .text(Integer.toString(vcpus.maximum()))
        .end();
  }

  static CpuTuning readCpuTuning(ElementReader in) {
    in.inOrder(CPU_TUNING);
    ElementReader shares = in.child("shares");
    return new CpuTuning(shares == null ? null : (Long) Values.unsigned(shares), in.extras());
  }

  static void writeCpuTuning(ElementWriter out, CpuTuning tuning) {
    out.start("cputune", CPU_TUNING, tuning.extras())
        .element("shares", tuning.shares() == null ? null : Long.toUnsignedString(tuning.shares()))
        .end();
  }
}
