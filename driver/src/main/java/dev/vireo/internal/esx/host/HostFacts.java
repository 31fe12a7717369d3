package dev.vireo.internal.esx.host;

import dev.vireo.ErrorCode;
import dev.vireo.NodeInfo;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.model.Arch;
import dev.vireo.model.Capabilities;
import dev.vireo.spi.HostTable;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.AboutInfo;
import dev.vireo.vim.types.HostCpuIdInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the host is: name, hardware, memory, capabilities. One request each. */
public final class HostFacts implements HostTable {

  private static final System.Logger LOG = System.getLogger(HostFacts.class.getName());
  private static final long BYTES_PER_KIB = 1024;
  private static final long BYTES_PER_MIB = 1024 * 1024;
  private static final long HZ_PER_MHZ = 1_000_000;
  private static final String HOST_NAME = "config.network.dnsConfig.hostName";
  private static final String DOMAIN_NAME = "config.network.dnsConfig.domainName";
  private static final String HZ = "hardware.cpuInfo.hz";
  private static final String CORES = "hardware.cpuInfo.numCpuCores";
  private static final String PACKAGES = "hardware.cpuInfo.numCpuPackages";
  private static final String THREADS = "hardware.cpuInfo.numCpuThreads";
  private static final String MEMORY = "hardware.memorySize";
  private static final String NUMA_NODES = "hardware.numaInfo.numNodes";
  private static final String CPU_MODEL = "summary.hardware.cpuModel";
  private static final String MEMORY_USED = "summary.quickStats.overallMemoryUsage";
  private static final String CPU_FEATURES = "hardware.cpuFeature";
  private static final String HARDWARE_UUID = "hardware.systemInfo.uuid";

  private final HostContext host;
  private final boolean encrypted;

  /**
   * @param encrypted whether requests to the host are
   */
  public HostFacts(HostContext host, boolean encrypted) {
    this.host = host;
    this.encrypted = encrypted;
  }

  @Override
  public String type() {
    return "ESX";
  }

  @Override
  public long version() {
    return version(host.client().serviceContent().about());
  }

  @Override
  public boolean isEncrypted() {
    return encrypted;
  }

  /** The same, as in libvirt's driver. */
  @Override
  public boolean isSecure() {
    return encrypted;
  }

  /** Version of the product: major * 1,000,000 + minor * 1,000 + micro. */
  public static long version(AboutInfo about) {
    String[] parts = about.version().split("\\.");
    long version = 0;
    for (int i = 0; i < 3; i++) {
      String part = i < parts.length ? parts[i] : "0";
      if (!part.matches("[0-9]{1,6}")) {
        throw EsxError.of(
            ErrorCode.INTERNAL_ERROR, "Could not parse product version '" + about.version() + "'");
      }
      version = version * 1000 + Long.parseLong(part);
    }
    return version;
  }

  @Override
  public String hostName() {
    ObjectProperties found = read("virConnectGetHostname", "name", HOST_NAME, DOMAIN_NAME);
    String name = found.find(HOST_NAME, String.class);
    if (name == null || name.isEmpty()) {
      throw EsxError.of(ErrorCode.INTERNAL_ERROR, "Missing or empty 'hostName' property");
    }
    String domain = found.find(DOMAIN_NAME, String.class);
    return domain == null || domain.isEmpty() ? name : name + "." + domain;
  }

  @Override
  public NodeInfo nodeInfo() {
    return attempt("virNodeGetInfo", "hardware")
        .get(() -> {
          ObjectProperties found =
              host.queries().host(HZ, CORES, PACKAGES, THREADS, MEMORY, NUMA_NODES, CPU_MODEL);
          int cores = integer(found, CORES);
          int packages = Math.max(1, integer(found, PACKAGES));
          return new NodeInfo(
              CpuModel.shorten(found.get(CPU_MODEL, String.class)),
              found.get(MEMORY, Long.class) / BYTES_PER_KIB,
              cores,
              (int) (found.get(HZ, Long.class) / HZ_PER_MHZ),
              numaNodes(found.find(NUMA_NODES, Number.class)),
              packages,
              cores / packages,
              integer(found, THREADS) / Math.max(1, cores));
        });
  }

  /** A host without NUMA says zero or nothing; it is one node then. */
  private static int numaNodes(@Nullable Number nodes) {
    return nodes == null ? 1 : Math.max(1, nodes.intValue());
  }

  private static int integer(ObjectProperties found, String path) {
    return found.get(path, Number.class).intValue();
  }

  @Override
  public long freeMemory() {
    ObjectProperties found = read("virNodeGetFreeMemory", "free memory", MEMORY, MEMORY_USED);
    return attempt("virNodeGetFreeMemory", "free memory")
        .get(() ->
            found.get(MEMORY, Long.class)
                - found.get(MEMORY_USED, Number.class).longValue() * BYTES_PER_MIB);
  }

  @Override
  public int maxVcpus(@Nullable String type) {
    if (type != null && !type.equalsIgnoreCase("vmware")) {
      throw EsxError.of(ErrorCode.INVALID_ARG, "unknown type '" + type + "'");
    }
    Attempt attempt = attempt("virConnectGetMaxVcpus", "most virtual processors of a domain");
    Integer most = attempt.<@Nullable Integer>get(host.queries()::maxVcpus);
    if (most == null) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR, attempt.complaint() + ": the host does not say", null);
    }
    return most;
  }

  @Override
  public String capabilities() {
    return attempt("virConnectGetCapabilities", "capabilities")
        .get(() -> {
          ObjectProperties found = host.queries().host(CPU_FEATURES, HARDWARE_UUID);
          boolean longMode = LongMode.isSupported(found.list(CPU_FEATURES, HostCpuIdInfo.class));
          return capabilities(longMode, found.find(HARDWARE_UUID, String.class)).toXml();
        });
  }

  private static Capabilities capabilities(boolean longMode, @Nullable String uuid) {
    Arch arch = longMode ? Arch.X86_64 : Arch.I686;
    List<Capabilities.Guest> guests = new ArrayList<>();
    guests.add(new Capabilities.Guest("hvm", Arch.I686, List.of("vmware")));
    if (longMode) {
      guests.add(new Capabilities.Guest("hvm", Arch.X86_64, List.of("vmware")));
    }
    return new Capabilities(
        new Capabilities.Host(hardwareUuid(uuid), arch, true, List.of("vpxmigr")), guests);
  }

  private static @Nullable UUID hardwareUuid(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Optional<UUID> uuid = UuidText.parse(text);
    if (uuid.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "Could not parse host UUID from string ''{0}''", text);
    }
    return uuid.filter(UuidText::identifies).orElse(null);
  }

  private ObjectProperties read(String function, String what, String... paths) {
    return attempt(function, what).get(() -> host.queries().host(paths));
  }

  private Attempt attempt(String function, String what) {
    return host.attempt(
        function, "Could not read the " + what + " of the host '" + host.name() + "'");
  }
}
