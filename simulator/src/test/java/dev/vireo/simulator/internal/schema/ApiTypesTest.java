package dev.vireo.simulator.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTypesTest {

  private static boolean leads(String type, String path, ApiRelease api) {
    return ApiTypes.all().leads(type, List.of(path.split("\\.")), api);
  }

  @ParameterizedTest
  @CsvSource({
    "VirtualMachine, value",
    "VirtualMachine, name",
    "VirtualMachine, layoutEx",
    "VirtualMachine, config.hardware.device",
    "VirtualMachine, config.latencySensitivity.level",
    "VirtualMachine, runtime.question.choice.choiceInfo",
    "VirtualMachine, snapshot.currentSnapshot",
    "HostSystem, config.virtualNicManagerInfo.netConfig",
    "HostSystem, configManager.certificateManager",
    "ClusterComputeResource, configurationEx.dasConfig.enabled",
    "ClusterComputeResource, summary.numVmotions",
    "Datastore, info.vmfs.uuid",
    "Datastore, info.nas.remoteHost",
    "EventManager, description.eventInfo",
    "OptionManager, setting",
  })
  void aPathThatTheReleaseHasLeadsSomewhere(String type, String path) {
    assertThat(leads(type, path, ApiRelease.V8_0_3)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "VirtualMachine, nosuch",
    "VirtualMachine, Name",
    "VirtualMachine, config.nosuch",
    "VirtualMachine, config.hardware.device.key",
    "VirtualMachine, runtime.host.name",
    "VirtualMachine, name.length",
    "VirtualMachine, ''",
    "VirtualMachine, config.hardware.nosuch.more",
    "ComputeResource, configuration",
    "Datastore, info.nosuch",
    "NoSuchType, name",
    "VirtualHardware, numcpu",
  })
  void anyOtherPathDoesNot(String type, String path) {
    assertThat(leads(type, path, ApiRelease.V8_0_3)).isFalse();
  }

  @Test
  void aPathIsThereFromTheReleaseThatBroughtIt() {
    assertThat(leads("VirtualMachine", "layoutEx", ApiRelease.V2_5)).isFalse();
    assertThat(leads("VirtualMachine", "layoutEx", ApiRelease.V4_0)).isTrue();
    assertThat(leads("VirtualMachine", "config.firmware", ApiRelease.V4_1)).isFalse();
    assertThat(leads("VirtualMachine", "config.firmware", ApiRelease.V5_0)).isTrue();
    assertThat(leads("Datastore", "info.maxPhysicalRDMFileSize", ApiRelease.V5_0)).isFalse();
    assertThat(leads("Datastore", "info.maxPhysicalRDMFileSize", ApiRelease.V5_1)).isTrue();
  }

  @Test
  void membersStandInTheOrderOfTheWireAndInheritedOnesFirst() {
    ApiType disk = ApiTypes.all().require("VirtualDisk");

    assertThat(disk.members())
        .extracting(ApiMember::name)
        .startsWith("key", "deviceInfo", "backing", "connectable")
        .containsSubsequence("unitNumber", "capacityInKB", "capacityInBytes");
    assertThat(disk.parent()).hasToString("VirtualDevice");
    assertThat(disk.managed()).isFalse();
  }

  @Test
  void anObjectIsMadeForARelease() {
    ObjectBuilder disk =
        ObjectBuilder.of("VirtualDisk", ApiRelease.V4_1)
            .put("capacityInBytes", 5L)
            .put("capacityInKB", 5)
            .put("key", 2000);

    assertThat(disk.build().names()).containsExactly("key", "capacityInKB");
    assertThat(disk.build().get("capacityInKB")).isEqualTo(5L);
  }

  @Test
  void whatIsRequiredMustBeThere() {
    ObjectBuilder disk = ObjectBuilder.of("VirtualDisk", ApiRelease.V8_0_3).put("key", 2000);

    assertThatThrownBy(disk::build).hasMessage("VirtualDisk lacks its capacityInKB");
    assertThatThrownBy(() -> disk.put("nosuch", 1)).hasMessage("VirtualDisk has no member nosuch");
    assertThatThrownBy(() -> ObjectBuilder.of("NoSuchType", ApiRelease.V8_0_3))
        .hasMessage("There is no type NoSuchType");
  }

  @Test
  void whatARequiredTruthValueIsCanBeSaidForAll() {
    var capability =
        ObjectBuilder.of("DatastoreCapability", ApiRelease.V4_0)
            .put("directoryHierarchySupported", true)
            .others(false)
            .build();

    assertThat(capability.names())
        .containsExactly(
            "directoryHierarchySupported",
            "rawDiskMappingsSupported",
            "perFileThinProvisioningSupported");
    assertThat(capability.get("rawDiskMappingsSupported")).isEqualTo(false);
  }
}
