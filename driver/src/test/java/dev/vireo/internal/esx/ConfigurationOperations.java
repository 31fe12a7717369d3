package dev.vireo.internal.esx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainVcpuFlag;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.List;
import java.util.Set;

/** Size, share, name and notes of domains, and their start with the host. */
final class ConfigurationOperations {

  private static final String RECONFIGURE = "ReconfigVM_Task";
  private static final String RESOURCE = "VirtualMachine.Config.Resource";
  private static final String URI = "urn:vireo:test";

  private ConfigurationOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("most processors of a domain of the host")
              .calls("virConnectGetMaxVcpus")
              .costs(1)
              .needs(Need.READ)
              .does(on -> assertThat(on.connect().getMaxVcpus(null)).isPositive()),
          HostOperation.named("most processors of a domain")
              .calls("virDomainGetMaxVcpus")
              .costs(2)
              .needs(Need.READ)
              .startsFrom(ConfigurationOperations::describe)
              .does(on -> assertThat(on.spare().getMaxVcpus()).isGreaterThan(1)),
          HostOperation.named("processors of a domain")
              .calls("virDomainGetVcpusFlags")
              .costs(1)
              .needs(Need.READ)
              .startsFrom(ConfigurationOperations::describe)
              .does(on -> assertThat(vcpus(on)).isEqualTo(1)),
          changing("set the processors of a domain")
              .calls("virDomainSetVcpus", "virDomainSetVcpusFlags")
              .costs(7, 9)
              .needs(Need.READ, new Need(RECONFIGURE, "VirtualMachine.Config.CPUCount"))
              .does(ConfigurationOperations::setVcpus),
          changing("set the maximum of a domain's memory")
              .calls("virDomainSetMaxMemory")
              .costs(6, 8)
              .needs(Need.READ, new Need(RECONFIGURE, "VirtualMachine.Config.Memory"))
              .does(ConfigurationOperations::setMaxMemory),
          changing("set the memory of a domain")
              .calls("virDomainSetMemory", "virDomainSetMemoryFlags")
              .costs(6, 8)
              .needs(Need.READ, new Need(RECONFIGURE, RESOURCE))
              .does(ConfigurationOperations::setMemory),
          HostOperation.named("memory parameters of a domain")
              .calls("virDomainGetMemoryParameters")
              .costs(1)
              .needs(Need.READ)
              .does(on -> assertThat(on.spare().getMemoryParameters(Set.of())).hasSize(1)),
          changing("set memory parameters of a domain")
              .calls("virDomainSetMemoryParameters")
              .costs(6, 8)
              .needs(Need.READ, new Need(RECONFIGURE, RESOURCE))
              .does(ConfigurationOperations::setGuarantee),
          HostOperation.named("scheduler of a domain")
              .calls("virDomainGetSchedulerType")
              .costs(0)
              .does(on -> assertThat(on.spare().getSchedulerType()).isEqualTo("allocation")),
          HostOperation.named("scheduler parameters of a domain")
              .calls("virDomainGetSchedulerParameters", "virDomainGetSchedulerParametersFlags")
              .costs(1)
              .needs(Need.READ)
              .does(on -> assertThat(on.spare().getSchedulerParameters()).hasSize(3)),
          changing("set scheduler parameters of a domain")
              .calls("virDomainSetSchedulerParameters", "virDomainSetSchedulerParametersFlags")
              .costs(6, 8)
              .needs(Need.READ, new Need(RECONFIGURE, RESOURCE))
              .does(ConfigurationOperations::setScheduler),
          HostOperation.named("set autostart of a domain")
              .calls("virDomainSetAutostart")
              .costs(3)
              .needs(Need.READ, new Need("ReconfigureAutostart", "Host.Config.AutoStart"))
              .changes("ReconfigureAutostart")
              .startsFrom(on -> on.spare().setAutostart(true))
              .does(on -> on.spare().setAutostart(false)), // as other operations find it
          HostOperation.named("rename a domain")
              .calls("virDomainRename")
              .costs(5, 7)
              .needs(Need.READ, new Need("Rename_Task", "VirtualMachine.Config.Rename"))
              .changes("Rename_Task")
              .does(ConfigurationOperations::rename),
          HostOperation.named("description, title or element of a domain")
              .calls("virDomainGetMetadata")
              .costs(1)
              .needs(Need.READ)
              .startsFrom(ConfigurationOperations::describe)
              .does(on ->
                  assertThat(on.spare().getMetadata(DomainMetadataType.TITLE, null, Set.of()))
                      .isEqualTo("before")),
          changing("set the description or title of a domain")
              .calls("virDomainSetMetadata")
              .costs(5, 7)
              .needs(Need.READ, new Need(RECONFIGURE, "VirtualMachine.Config.Annotation"))
              .does(ConfigurationOperations::setDescription),
          changing("set an element of a domain's metadata")
              .calls("virDomainSetMetadata")
              .costs(6, 8)
              .needs(Need.READ, new Need(RECONFIGURE, "VirtualMachine.Config.AdvancedConfig"))
              .does(ConfigurationOperations::setElement),
          HostOperation.named("host name of a guest")
              .calls("virDomainGetHostname")
              .costs(1)
              .needs(Need.READ)
              .does(on ->
                  assertThat(on.domain("guest").getHostname(Set.of()))
                      .isEqualTo("guest.example.com")));

  private static HostOperation.Builder changing(String text) {
    return HostOperation.named(text)
        .changes(RECONFIGURE)
        .startsFrom(ConfigurationOperations::describe);
  }

  /** Brings the spare machine back to what the operations begin with. */
  private static void describe(Operations on) {
    ResourceAllocationInfo usual =
        new ResourceAllocationInfo(0L, null, -1L, new SharesInfo(0, SharesLevel.NORMAL), null);
    on.spareMachine()
        .reconfigure(
            VirtualMachineConfigSpec.builder()
                .numCPUs(1)
                .memoryMB(64L)
                .cpuAllocation(usual)
                .memoryAllocation(usual)
                .annotation("before")
                .extraConfig(
                    List.of(
                        new OptionValue.Plain("vireo.title", "before"),
                        new OptionValue.Plain("vireo.metadata", "")))
                .build());
  }

  private static int vcpus(Operations on) {
    return on.spare().getVcpusFlags(Set.of(DomainVcpuFlag.CONFIG));
  }

  private static void assertFile(Operations on, String entry) {
    assertThat(new String(on.spareMachine().vmxFile(), UTF_8)).contains(entry);
  }

  private static void setVcpus(Operations on) {
    on.spare().setVcpus(2);
    assertFile(on, "numvcpus = \"2\"");
  }

  private static void setMaxMemory(Operations on) {
    on.spare().setMaxMemory(128 * 1024);
    assertFile(on, "memsize = \"128\"");
  }

  private static void setMemory(Operations on) {
    on.spare().setMemory(32 * 1024);
    assertFile(on, "sched.mem.max = \"32\"");
  }

  private static void setGuarantee(Operations on) {
    on.spare()
        .setMemoryParameters(
            List.of(TypedParameter.ofUnsignedLong("min_guarantee", 16 * 1024)), Set.of());
    assertFile(on, "sched.mem.min = \"16\"");
  }

  private static void setScheduler(Operations on) {
    on.spare().setSchedulerParameters(List.of(TypedParameter.ofLong("reservation", 300)));
    assertFile(on, "sched.cpu.min = \"300\"");
  }

  private static void rename(Operations on) {
    Domain spare = on.spare();
    String name = spare.getName().endsWith("1") ? "spare/2" : "spare/1";
    spare.rename(name);
    assertThat(on.spareMachine().name()).isEqualTo(name);
  }

  private static void setDescription(Operations on) {
    on.spare().setMetadata(DomainMetadataType.DESCRIPTION, "after", null, null, Set.of());
    assertFile(on, "annotation = \"after\"");
  }

  private static void setElement(Operations on) {
    on.spare().setMetadata(DomainMetadataType.ELEMENT, "<a/>", "k", URI, Set.of());
    assertFile(on, "vireo.metadata = \"<metadata><k:a xmlns:k=");
  }
}
