package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainMemoryFlag;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.flag.DomainVcpuFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.vim.types.ConcurrentAccess;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory, processors and their shares, on hosts of all products. */
@ParameterizedClass
@EnumSource(Preset.class)
class ResourcesTest extends DriverTestBase {

  private static final String INVALID = "invalid argument: ";
  private static final String WRONG_STATE = "Requested operation is not valid: ";
  private static final Set<DomainModificationImpact> CURRENT = Set.of();
  private static final Set<DomainModificationImpact> LIVE = Set.of(DomainModificationImpact.LIVE);
  private static final Set<DomainModificationImpact> CONFIG =
      Set.of(DomainModificationImpact.CONFIG);
  private static final Set<DomainModificationImpact> BOTH =
      Set.of(DomainModificationImpact.LIVE, DomainModificationImpact.CONFIG);

  private final Preset preset;

  ResourcesTest(Preset preset) {
    super(preset);
    this.preset = preset;
  }

  /** Whether machines of the host can get more while they run. */
  private boolean hasHotAdd() {
    return preset == Preset.ESX80 || preset == Preset.ESX41 || preset == Preset.VCENTER;
  }

  private void reconfigure(String name, VirtualMachineConfigSpec.Builder spec) {
    machine(name).reconfigure(spec.build());
  }

  private long reconfigurations() {
    return host.requests().count("ReconfigVM_Task");
  }

  @ParameterizedTest
  @ValueSource(longs = {65_537, 66_000, 69_632})
  void theMaximumOfMemoryIsRoundedUpToWhatVmwareTakes(long kib) {
    onDomain(
        "old",
        old -> {
          old.setMaxMemory(kib);
          assertThat(old.getMaxMemory()).isEqualTo(69_632);
          old.setMemoryFlags(1, Set.of(DomainMemoryFlag.MAXIMUM, DomainMemoryFlag.CONFIG));
          assertThat(old.getMaxMemory()).isEqualTo(4096);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "build"})
  void theMaximumOfMemoryIsForDomainsThatAreOff(String name) {
    onDomain(
        name,
        domain -> {
          long before = domain.getMaxMemory();
          assertFails(
              () -> domain.setMaxMemory(2 * before),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "Domain is not powered off");
          assertFails(
              () -> domain.setMemoryFlags(before / 2, Set.of(DomainMemoryFlag.MAXIMUM)),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "Domain is not powered off");
          assertThat(domain.getMaxMemory()).isEqualTo(before);
          assertThat(reconfigurations()).isZero();
        });
  }

  @Test
  void memoryGrowsWhileTheDomainRunsWhereItMay() {
    if (!hasHotAdd()) {
      return;
    }
    reconfigure("old", VirtualMachineConfigSpec.builder().memoryHotAddEnabled(true));
    machine("old").power(PowerState.ON);
    onDomain(
        "old",
        old -> {
          long before = old.getMaxMemory();
          old.setMemoryFlags(2 * before, Set.of(DomainMemoryFlag.MAXIMUM, DomainMemoryFlag.LIVE));
          assertThat(old.getMaxMemory()).isEqualTo(2 * before);
          assertThatThrownBy(() -> old.setMaxMemory(before))
              .hasMessage(WRONG_STATE + "Domain is not powered off");
        });
  }

  @Test
  void theErrorSaysWhatLetsADomainGrow() {
    onDomain(
        "web",
        web ->
            assertThatThrownBy(() -> web.setMaxMemory(1L << 30))
                .isInstanceOfSatisfying(
                    LibvirtException.class,
                    e -> assertThat(e.hints()).singleElement().asString().contains("mem.hotadd")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "old"})
  void memoryIsALimitInMebibytes(String name) {
    onDomain(
        name,
        domain -> {
          long size = domain.getMaxMemory();
          domain.setMemory(10_000);
          assertThat(domain.getInfo().memoryKiB()).isEqualTo(10 * 1024);
          assertThat(domain.getMaxMemory()).isEqualTo(size);
          domain.setMemory(size);
          assertThat(domain.getInfo().memoryKiB()).isEqualTo(size);
          assertFails(
              () -> domain.setMemory(size + 1),
              ErrorCode.INVALID_ARG,
              INVALID + "cannot set memory higher than max memory");
          assertFails(
              () -> domain.setMemory(0),
              ErrorCode.INVALID_ARG,
              "memory in virDomainSetMemory must not be zero");
          assertFails(
              () -> domain.setMemoryFlags(0, Set.of()),
              ErrorCode.INVALID_ARG,
              "memory in virDomainSetMemoryFlags must not be zero");
          assertThat(domain.getInfo().memoryKiB()).isEqualTo(size);
        });
  }

  @Test
  void theLiveMemoryIsThatOfADomainThatRuns() {
    onDomain(
        "web",
        web -> {
          web.setMemoryFlags(8192, Set.of(DomainMemoryFlag.LIVE, DomainMemoryFlag.CONFIG));
          assertThat(web.getInfo().memoryKiB()).isEqualTo(8192);
        });
    onDomain(
        "old",
        old ->
            assertFails(
                () -> old.setMemoryFlags(8192, Set.of(DomainMemoryFlag.LIVE)),
                ErrorCode.OPERATION_INVALID,
                WRONG_STATE + "domain is not running"));
  }

  @Test
  void memoryAndItsGuaranteeLeaveEachOtherAlone() {
    SharesInfo shares = new SharesInfo(777, SharesLevel.CUSTOM);
    reconfigure(
        "old",
        VirtualMachineConfigSpec.builder()
            .memoryAllocation(new ResourceAllocationInfo(null, null, null, shares, null)));
    onDomain(
        "old",
        old -> {
          old.setMemory(20 * 1024);
          old.setMemoryParameters(
              List.of(TypedParameter.ofUnsignedLong("min_guarantee", 9_217)), CURRENT);
          assertThat(old.getMemoryParameters(CURRENT))
              .containsExactly(TypedParameter.ofUnsignedLong("min_guarantee", 10 * 1024));
          assertThat(old.getInfo().memoryKiB()).isEqualTo(20 * 1024);
          old.setMemory(10 * 1024);
          assertThat(old.getMemoryParameters(CONFIG)).isEqualTo(old.getMemoryParameters(CURRENT));
          assertThat(new String(machine("old").vmxFile(), StandardCharsets.UTF_8))
              .contains("sched.mem.shares = \"777\"");
        });
  }

  @Test
  void noLimitOfMemoryIsBelowItsGuarantee() {
    onDomain(
        "old",
        old -> {
          old.setMemory(20 * 1024);
          assertFails(
              () ->
                  old.setMemoryParameters(
                      List.of(TypedParameter.ofUnsignedLong("min_guarantee", 21 * 1024)), CURRENT),
              ErrorCode.INVALID_ARG,
              INVALID + "A limit of 20 MiB is below the reservation of 21 MiB");
          old.setMemoryParameters(
              List.of(TypedParameter.ofUnsignedLong("min_guarantee", 20 * 1024)), CURRENT);
          long asked = reconfigurations();
          assertFails(
              () -> old.setMemory(19 * 1024),
              ErrorCode.INVALID_ARG,
              INVALID + "A limit of 19 MiB is below the reservation of 20 MiB");
          assertThat(reconfigurations()).isEqualTo(asked);
        });
  }

  @Test
  void memoryHasOneParameter() {
    onDomain(
        "old",
        old -> {
          assertFails(
              () ->
                  old.setMemoryParameters(
                      List.of(TypedParameter.ofUnsignedLong("hard_limit", 1)), CURRENT),
              ErrorCode.ARGUMENT_UNSUPPORTED,
              "argument unsupported: parameter 'hard_limit' not supported");
          assertFails(
              () ->
                  old.setMemoryParameters(
                      List.of(TypedParameter.ofInt("min_guarantee", 1)), CURRENT),
              ErrorCode.INVALID_ARG,
              INVALID + "invalid type 'int' for parameter 'min_guarantee', expected 'ullong'");
          assertThatThrownBy(() -> old.getMemoryParameters(BOTH))
              .hasMessageContaining("are mutually exclusive");
          assertFails(
              () -> old.getMemoryParameters(LIVE),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "domain is not running");
          assertFails(
              () ->
                  old.setMemoryParameters(
                      List.of(TypedParameter.ofUnsignedLong("min_guarantee", 1)), LIVE),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "domain is not running");
        });
  }

  @Test
  void theNumberOfProcessorsIsThatOfTheDomain() {
    reconfigure("old", VirtualMachineConfigSpec.builder().numCPUs(3));
    onDomain(
        "old",
        old -> {
          assertThat(old.getVcpusFlags(Set.of())).isEqualTo(3);
          assertThat(old.getVcpusFlags(Set.of(DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM)))
              .isEqualTo(3);
          assertFails(
              () -> old.getVcpusFlags(Set.of(DomainVcpuFlag.LIVE)),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "domain is not running");
          assertFails(
              () -> old.getVcpusFlags(Set.of(DomainVcpuFlag.LIVE, DomainVcpuFlag.CONFIG)),
              ErrorCode.INVALID_ARG,
              INVALID
                  + "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                  + " exclusive");
          assertFails(
              () -> old.getVcpusFlags(Set.of(DomainVcpuFlag.GUEST)),
              ErrorCode.INVALID_ARG,
              "unsupported flags (0x8) in function esxDomainGetVcpusFlags");
        });
    onDomain(
        "web",
        web ->
            assertThat(web.getVcpusFlags(Set.of(DomainVcpuFlag.LIVE, DomainVcpuFlag.MAXIMUM)))
                .isEqualTo(web.getInfo().vcpus()));
  }

  @Test
  void theMostProcessorsAreThoseOfTheHostOrOfTheDomainThatRuns() {
    try (Connect connect = connect()) {
      int most = connect.getMaxVcpus(null);
      assertThat(most).isGreaterThan(1);
      assertThat(connect.getMaxVcpus("vmware")).isEqualTo(most);
      assertFails(
          () -> connect.getMaxVcpus("kvm"), ErrorCode.INVALID_ARG, INVALID + "unknown type 'kvm'");
      Domain old = connect.domainLookupByName("old");
      assertThat(old.getMaxVcpus()).isEqualTo(most);
      Domain web = connect.domainLookupByName("web");
      assertThat(web.getMaxVcpus()).isEqualTo(web.getInfo().vcpus()).isLessThan(most);
      old.setVcpus(most);
      assertThat(old.getInfo().vcpus()).isEqualTo(most);
      long asked = reconfigurations();
      assertFails(
          () -> old.setVcpusFlags(most + 1, Set.of(DomainVcpuFlag.CONFIG)),
          ErrorCode.INVALID_ARG,
          INVALID
              + "Requested number of virtual CPUs is greater than max allowable number of virtual"
              + " CPUs for the domain: %d > %d".formatted(most + 1, most));
      assertThat(reconfigurations()).isEqualTo(asked);
    }
  }

  @Test
  void processorsAreSetWhileTheDomainIsOff() {
    onDomain(
        "old",
        old -> {
          old.setVcpusFlags(2, Set.of(DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM));
          assertThat(old.getInfo().vcpus()).isEqualTo(2);
          assertFails(
              () -> old.setVcpus(0),
              ErrorCode.INVALID_ARG,
              "nvcpus in virDomainSetVcpus must not be zero");
          assertFails(
              () -> old.setVcpusFlags(1, Set.of(DomainVcpuFlag.LIVE)),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "domain is not running");
          assertFails(
              () -> old.setVcpusFlags(1, Set.of(DomainVcpuFlag.HOTPLUGGABLE)),
              ErrorCode.INVALID_ARG,
              "unsupported flags (0x10) in function esxDomainSetVcpusFlags");
          old.setVcpus(1);
          assertThat(old.getInfo().vcpus()).isEqualTo(1);
        });
    onDomain(
        "web",
        web -> {
          long asked = reconfigurations();
          int count = web.getInfo().vcpus();
          assertFails(
              () -> web.setVcpus(count + 1),
              ErrorCode.OPERATION_INVALID,
              WRONG_STATE + "Domain is not powered off");
          web.setVcpusFlags(count, Set.of(DomainVcpuFlag.LIVE));
          assertThat(reconfigurations()).isEqualTo(asked);
        });
  }

  @Test
  void processorsComeAndGoWhileTheDomainRunsWhereTheyMay() {
    if (!hasHotAdd()) {
      return;
    }
    reconfigure("old", VirtualMachineConfigSpec.builder().cpuHotAddEnabled(true));
    machine("old").power(PowerState.ON);
    onDomain(
        "old",
        old -> {
          old.setVcpusFlags(4, Set.of(DomainVcpuFlag.LIVE));
          assertThat(old.getVcpusFlags(Set.of(DomainVcpuFlag.LIVE))).isEqualTo(4);
          assertThatThrownBy(() -> old.setVcpus(3))
              .isInstanceOfSatisfying(
                  LibvirtException.class,
                  e -> assertThat(e.hints()).singleElement().asString().contains("vcpu.hotremove"));
        });
  }

  @Test
  void processorsFillWholeSockets() {
    if (preset == Preset.ESX80 || preset == Preset.VCENTER) {
      reconfigure("old", VirtualMachineConfigSpec.builder().numCPUs(4).numCoresPerSocket(2));
      onDomain(
          "old",
          old ->
              assertThatThrownBy(() -> old.setVcpus(3))
                  .hasMessageContaining("no multiple of the 2 cores"));
    }
  }

  @Test
  void theSchedulerHasThreeParameters() {
    onDomain(
        "web",
        web -> {
          assertThat(web.getSchedulerType()).isEqualTo("allocation");
          assertThat(web.getSchedulerParameters())
              .containsExactly(
                  TypedParameter.ofLong("reservation", 0),
                  TypedParameter.ofLong("limit", -1),
                  TypedParameter.ofInt("shares", -2));
          assertThat(web.getSchedulerParametersFlags(LIVE))
              .isEqualTo(web.getSchedulerParametersFlags(CONFIG));
          assertFails(
              () -> web.getSchedulerParametersFlags(BOTH),
              ErrorCode.INVALID_ARG,
              INVALID
                  + "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                  + " exclusive");
        });
  }

  @Test
  void settingOneParameterOfTheSchedulerLeavesTheOthers() {
    onDomain(
        "web",
        web -> {
          web.setSchedulerParameters(
              List.of(
                  TypedParameter.ofLong("reservation", 500),
                  TypedParameter.ofLong("limit", 1000),
                  TypedParameter.ofInt("shares", 1234)));
          web.setSchedulerParametersFlags(List.of(TypedParameter.ofInt("shares", -3)), BOTH);
          web.setSchedulerParameters(List.of(TypedParameter.ofLong("limit", 500)));
          web.setSchedulerParameters(List.of(TypedParameter.ofLong("reservation", 400)));
          assertThat(web.getSchedulerParameters())
              .containsExactly(
                  TypedParameter.ofLong("reservation", 400),
                  TypedParameter.ofLong("limit", 500),
                  TypedParameter.ofInt("shares", -3));
          web.setSchedulerParameters(List.of(TypedParameter.ofInt("shares", 1234)));
          assertThat(web.getSchedulerParameters().get(2))
              .isEqualTo(TypedParameter.ofInt("shares", 1234));
          web.setSchedulerParameters(List.of());
        });
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        Arguments.of(
            TypedParameter.ofLong("reservation", -1),
            "Could not set reservation to -1 MHz, expecting positive value"),
        Arguments.of(
            TypedParameter.ofLong("limit", -2),
            "Could not set limit to -2 MHz, expecting positive value or -1 (unlimited)"),
        Arguments.of(
            TypedParameter.ofInt("shares", -4),
            "Could not set shares to -4, expecting positive value or -1 (low), -2 (normal) or -3"
                + " (high)"),
        Arguments.of(
            TypedParameter.ofLong("limit", 99),
            "A limit of 99 MHz is below the reservation of 100 MHz"),
        Arguments.of(
            TypedParameter.ofUnsignedLong("limit", 200),
            "invalid type 'ullong' for parameter 'limit', expected 'llong'"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void badParametersAreRefusedBeforeTheHostIsAsked(TypedParameter bad, String complaint) {
    onDomain(
        "old",
        old -> {
          old.setSchedulerParameters(List.of(TypedParameter.ofLong("reservation", 100)));
          List<TypedParameter> before = old.getSchedulerParameters();
          long asked = reconfigurations();
          assertFails(
              () -> old.setSchedulerParameters(List.of(bad)),
              ErrorCode.INVALID_ARG,
              INVALID + complaint);
          assertFails(
              () -> old.setSchedulerParameters(List.of(bad, bad)),
              ErrorCode.INVALID_ARG,
              bad.type() == TypedParameter.Type.ULLONG
                  ? INVALID + complaint
                  : INVALID + "parameter '" + bad.name() + "' occurs multiple times");
          assertThat(old.getSchedulerParameters()).isEqualTo(before);
          assertThat(reconfigurations()).isEqualTo(asked);
        });
  }

  @Test
  void whenSomebodyElseWasFasterTheChangeIsMadeAnew() {
    FaultRule overtaken =
        FaultRule.on(
                "ReconfigVM_Task",
                new FaultEffect.TaskFault(
                    new ConcurrentAccess(null, List.of()), "Somebody was faster."))
            .times(2);
    host.faults().add(overtaken);
    onDomain(
        "old",
        old -> {
          old.setSchedulerParameters(List.of(TypedParameter.ofLong("limit", 700)));
          assertThat(old.getSchedulerParameters()).contains(TypedParameter.ofLong("limit", 700));
        });
    assertThat(reconfigurations()).isEqualTo(3);
  }

  /** The host refuses what was made from another version of the machine than there is. */
  @Test
  void aChangeFromWhatThereWasNamesItsVersion() {
    host.properties().set(machine("old").ref(), "config.changeVersion", "long ago");
    onDomain(
        "old",
        old ->
            assertThatThrownBy(() -> old.setMemory(8192))
                .hasMessageStartingWith(
                    "internal error: Could not set memory to 8192 kilobytes: ConcurrentAccess"));
    assertThat(reconfigurations()).isEqualTo(4);
  }
}
