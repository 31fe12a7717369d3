package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ErrorCode;
import dev.vireo.TaskOptions;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import org.junit.jupiter.api.Test;

/** Virtual disks without their domains. */
class VolumesTest extends DriverTestBase {

  private static final String DISK = "[datastore1] old/old.vmdk";

  @Test
  void aDiskIsDeletedWithAllItsFiles() {
    try (Connect connect = connect()) {
      assertThat(host.contents().files()).containsKey(DISK);

      connect.storageVolDelete(DISK, TaskOptions.DEFAULT);

      assertThat(host.contents().files().keySet())
          .noneMatch(path -> path.startsWith("[datastore1] old/") && path.endsWith(".vmdk"));
    }
  }

  @Test
  void whatIsNotThereIsNoVolume() {
    try (Connect connect = connect()) {
      assertThatThrownBy(
              () -> connect.storageVolDelete("[datastore1] no/such.vmdk", TaskOptions.DEFAULT))
          .hasMessageStartingWith(
              "Storage volume not found: Could not delete volume: FileNotFound");
      assertFails(
          () -> connect.storageVolDelete("old.vmdk", TaskOptions.DEFAULT),
          ErrorCode.INVALID_ARG,
          "invalid argument: Datastore path 'old.vmdk' doesn't have expected format '[<datastore>]"
              + " <path>'");
    }
  }

  @Test
  void aDiskThatIsGoneAfterALostAnswerWasDeleted() {
    try (Connect connect = connect()) {
      host.faults()
          .add(new FaultRule("DeleteVirtualDisk_Task", new FaultEffect.CutConnection(0), 0, 1, 1));

      connect.storageVolDelete(DISK, TaskOptions.DEFAULT);

      assertThat(host.contents().files()).doesNotContainKey(DISK);
      assertThat(host.requests().count("DeleteVirtualDisk_Task")).isEqualTo(1);
    }
  }
}
