package dev.vireo.interop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Needs(ForeignProgram.VIRSH)
class VirshBatchTest {
  private final VirshBatch virsh =
      new VirshBatch(Command.of(ForeignProgram.VIRSH).leading("-c", "test:///default"));

  VirshBatchTest() {}

  @Test
  void givesEachCommandItsOwnOutput() {
    List<VirshBatch.Answer> answers =
        virsh.run(List.of("domname 1", "domname nosuch", "echo", "domid test"));

    assertThat(answers).hasSize(4);
    assertThat(answers.get(0)).isEqualTo(new VirshBatch.Answer("test\n", "", true));
    assertThat(answers.get(1).failed()).isTrue();
    assertThat(answers.get(1).stdout()).isEmpty();
    assertThat(answers.get(1).stderr()).startsWith("error: ").contains("nosuch");
    assertThat(answers.get(2).stdout()).isEmpty();
    assertThat(answers.get(3).stdout()).isEqualTo("1\n");
    assertThat(answers.get(3).failed()).isFalse();
  }

  @Test
  void runsMoreThanFitsIntoOneProcess() {
    String filler = "x".repeat(300);
    List<String> commands = IntStream.range(0, 1200).mapToObj(i -> "echo " + filler + i).toList();

    List<VirshBatch.Answer> answers = virsh.run(commands);

    assertThat(answers).hasSameSizeAs(commands);
    assertThat(answers.get(1199).stdout()).isEqualTo(filler + "1199");
  }

  @Test
  void goesOnBehindACommandThatEndsVirsh() {
    List<VirshBatch.Answer> answers = virsh.run(List.of("domid test", "quit", "domid test"));

    assertThat(answers.get(0).failed()).isFalse();
    assertThat(answers.get(1).ended()).isFalse();
    assertThat(answers.get(1).failed()).isTrue();
    assertThat(answers.get(2).failed()).isFalse();
  }

  @Test
  void nothingToDoIsNothingDone() {
    assertThat(virsh.run(List.of())).isEmpty();
  }
}
