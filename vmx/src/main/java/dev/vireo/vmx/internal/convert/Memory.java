package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.model.domain.MemoryTuning;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Memory and its limits. */
final class Memory {

  private static final String SIZE = "memsize";
  private static final String MAXIMUM = "sched.mem.max";
  private static final String MINIMUM = "sched.mem.minsize";
  private static final long DEFAULT_MIB = 32;
  private static final long MAX_MIB = 1L << 32;
  private static final long STEP_MIB = 4;
  private static final long MIB_KIB = 1024;
  private static final long STEP_KIB = STEP_MIB * MIB_KIB;

  private Memory() {}

  /**
   * The size of the memory.
   *
   * @throws VmxException if it is not a number above 0: no machine can run with it
   */
  static DataSize readSize(Section file) {
    VmxEntry entry = file.entry(SIZE);
    if (entry == null) {
      return DataSize.ofMib(DEFAULT_MIB);
    }
    Long size = Section.parse(entry.value().strip());
    if (size == null || size <= 0 || size > MAX_MIB) {
      throw new VmxException(
          VmxException.Kind.INVALID,
          entry.line(),
          entry.key(),
          "has to be a number of MiB above 0",
          entry.value(),
          null);
    }
    if (size % STEP_MIB != 0) {
      file.warn(SIZE, "should be a multiple of " + STEP_MIB + " MiB");
    }
    return DataSize.ofMib(size);
  }

  static void read(Reading reading, DataSize size, DomainDefinitionBuilder domain) {
    Section file = reading.general();
    domain.currentMemory(limit(file, MAXIMUM, size, size));
    DataSize minimum = limit(file, MINIMUM, size, null);
    if (minimum != null) {
      domain.memoryTuning(new MemoryTuning(null, null, minimum, null, Extras.NONE));
    }
  }

  /** A limit, at most the size; the fallback when it is missing, 0 or unlimited. */
  private static @Nullable DataSize limit(
      Section file, String key, DataSize size, @Nullable DataSize fallback) {
    long mib = file.whole(key, 0);
    if (mib <= 0) {
      return fallback;
    }
    return mib >= size.mib() ? size : DataSize.ofMib(mib);
  }

  static void plan(Plan plan) {
    DomainDefinition domain = plan.domain();
    MemoryTuning tuning = domain.memoryTuning();
    DataSize minimum = tuning == null ? null : tuning.minGuarantee();
    plan.add(
        "memory",
        Arrays.asList(domain.memory(), domain.currentMemory(), minimum),
        out -> write(domain.memory(), domain.currentMemory(), minimum, out));
  }

  /** A limit that the file has already may have been above the old size, and not have counted. */
  private static void writeLimit(String key, @Nullable DataSize limit, Output out) {
    String there = out.before(key);
    Long before = there == null ? null : Section.parse(there.strip());
    if (limit != null) {
      out.set(key, limit.mib());
      if (before != null && before != limit.mib()) {
        out.insist(key);
      }
    } else if (before != null && before > 0) {
      out.drop(key);
    }
  }

  private static void write(
      DataSize memory, @Nullable DataSize current, @Nullable DataSize minimum, Output out) {
    long kib = memory.kib();
    long mib = memory.mib();
    boolean allowed = kib > 0 && kib % STEP_KIB == 0;
    boolean kept = kib % MIB_KIB == 0 && out.keeps(SIZE, Long.toString(mib));
    if (!allowed && !kept) {
      long nearest = Math.max(STEP_KIB, (kib + STEP_KIB / 2) / STEP_KIB * STEP_KIB);
      throw VmxException.invalid(
          "memory",
          "has to be a multiple of " + STEP_KIB + " KiB",
          Long.toString(kib),
          Long.toString(nearest));
    }
    out.set(SIZE, mib);
    boolean limited = current != null && current.bytes() > 0 && current.compareTo(memory) < 0;
    writeLimit(MAXIMUM, limited ? current : null, out);
    writeLimit(MINIMUM, minimum == null || minimum.bytes() == 0 ? null : minimum, out);
  }
}
