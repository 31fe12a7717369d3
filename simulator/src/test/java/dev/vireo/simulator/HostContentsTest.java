package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an operation can change shows in the contents of a host. */
class HostContentsTest {

  private Simulator host;
  private HostContents before;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.esx80());
    before = host.contents();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  private SimulatedVm first() {
    return host.vms().all().getFirst();
  }

  private HostContents.Machine firstNow() {
    return Objects.requireNonNull(host.contents().machines().get(first().ref().value()));
  }

  @Test
  void nothingHappenedNothingDiffers() {
    assertThat(host.contents()).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(before.machines()).hasSameSizeAs(host.vms().all());
    assertThat(before.files().keySet()).allMatch(path -> path.startsWith("[datastore1] "));
  }

  @Test
  void aMachineMore() {
    host.vms().add("new");

    assertThat(host.contents().machines()).hasSize(before.machines().size() + 1);
    assertThat(host.contents().files()).containsKey("[datastore1] new/new.vmx");
  }

  @Test
  void aFileIsThereOrNot() {
    assertThat(host.hasFile("[datastore1] new/new.vmx")).isFalse();
    host.vms().add("new");
    assertThat(host.hasFile("[datastore1] new/new.vmx")).isTrue();
    assertThat(host.hasFile("[datastore2] new/new.vmx")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> host.hasFile("new/new.vmx"));
  }

  @Test
  void itsPower() {
    PowerState other = first().power() == PowerState.ON ? PowerState.OFF : PowerState.ON;
    first().power(other);

    assertThat(host.contents()).isNotEqualTo(before);
  }

  @Test
  void aDiskMore() {
    first().addDisk(1 << 20);

    assertThat(host.contents().files()).hasSizeGreaterThan(before.files().size());
    assertThat(host.contents().machines()).isNotEqualTo(before.machines());
  }

  @Test
  void aSnapshotMore() {
    first().takeSnapshot("one");

    assertThat(firstNow().snapshots()).singleElement().asString().contains("one");
    assertThat(host.contents()).isNotEqualTo(before);
  }

  @Test
  void itsFile() {
    byte[] text = "config.version = \"8\"\n".getBytes(StandardCharsets.UTF_8);
    first().vmxFile(text);

    assertThat(firstNow().vmx()).isEqualTo("config.version = \"8\"\n");
  }
}
