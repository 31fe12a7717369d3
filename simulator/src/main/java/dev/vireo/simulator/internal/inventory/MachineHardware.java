package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.HostCpuIdInfo;
import dev.vireo.vim.types.HostCpuInfo;
import dev.vireo.vim.types.HostHardwareInfo;
import dev.vireo.vim.types.HostHardwareSummary;
import dev.vireo.vim.types.HostNumaInfo;
import dev.vireo.vim.types.HostSystemInfo;
import dev.vireo.vim.types.KeyAnyValue;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/**
 * The machine that a simulated host runs on.
 *
 * @param model the server's model
 * @param cpuModel the processor's brand string
 * @param sockets processors
 * @param coresPerSocket cores of each
 * @param threadsPerCore threads of each core
 * @param hertz clock rate
 * @param memory bytes of memory
 * @param maxVcpus most virtual processors of one machine
 */
record MachineHardware(
    String model,
    String cpuModel,
    int sockets,
    int coresPerSocket,
    int threadsPerCore,
    long hertz,
    long memory,
    int maxVcpus) {

  /** Network cards of any machine. */
  static final int CARDS = 2;

  private static final String VENDOR = "Vireo";
  private static final String ZERO = "0000:0000:0000:0000:0000:0000:0000:0000";

  /** A server as they are sold with vSphere 8. */
  static MachineHardware current() {
    return new MachineHardware(
        "Simulated Server R2",
        "Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz",
        2,
        16,
        2,
        1_995_309_000L,
        137_325_879_296L,
        768);
  }

  /** A server of 2009, for the old products. */
  static MachineHardware old() {
    return new MachineHardware(
        "Simulated Server R1",
        "Intel(R) Xeon(R) CPU           E5405  @ 2.00GHz",
        2,
        4,
        1,
        1_994_999_000L,
        17_178_869_760L,
        4);
  }

  HostHardwareInfo info(String uuid) {
    return new HostHardwareInfo(
        new HostSystemInfo(VENDOR, model, uuid),
        new HostCpuInfo(
            (short) sockets,
            (short) (sockets * coresPerSocket),
            (short) (sockets * coresPerSocket * threadsPerCore),
            hertz),
        memory,
        new HostNumaInfo("NUMA", sockets),
        cpuFeatures());
  }

  HostHardwareSummary summary(String uuid) {
    return new HostHardwareSummary(
        VENDOR,
        model,
        uuid,
        memory,
        cpuModel,
        (int) (hertz / 1_000_000),
        (short) sockets,
        (short) (sockets * coresPerSocket),
        (short) (sockets * coresPerSocket * threadsPerCore),
        CARDS,
        2);
  }

  ObjectOf capability(boolean vmotion, ApiRelease api) {
    return ObjectBuilder.of("HostCapability", api)
        .put("vmotionSupported", vmotion)
        .put("maxSupportedVcpus", maxVcpus)
        .put("maxSupportedVMs", 1024)
        .put("maxRunningVMs", 1024)
        .put("iscsiSupported", true)
        .put("screenshotSupported", true)
        .put("ftSupported", false)
        .put("smpFtSupported", false)
        .put("recordReplaySupported", false)
        .put("tpmSupported", false)
        .put("standbySupported", false)
        .put("interVMCommunicationThroughVMCISupported", false)
        .others(true)
        .build();
  }

  /** What licences are counted by. */
  ObjectOf licensable(ApiRelease api) {
    return ObjectBuilder.of("HostLicensableResourceInfo", api)
        .put(
            "resource",
            List.of(
                new KeyAnyValue("numCpuPackages", sockets),
                new KeyAnyValue("numCpuCores", sockets * coresPerSocket)))
        .build();
  }

  /** CPUID leaves; bit 29 of EDX in the last one says that the processor has 64-bit long mode. */
  private static List<HostCpuIdInfo> cpuFeatures() {
    return List.of(
        feature(0, "0000:0000:0000:0000:0000:0000:0000:1101", ZERO),
        feature(1, "0000:0000:0000:0001:0000:0110:0111:0110", ZERO),
        feature(0x80000000, "1000:0000:0000:0000:0000:0000:0000:1000", ZERO),
        feature(0x80000001, ZERO, "0010:0000:0001:0000:0000:1000:0000:0000"));
  }

  private static HostCpuIdInfo feature(int level, String eax, String edx) {
    return new HostCpuIdInfo(level, null, eax, ZERO, ZERO, edx);
  }
}
