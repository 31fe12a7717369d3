package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalsTest {
  private final Proposals proposals = new Proposals(CommandTable.LOOKUP);

  @Test
  void proposesCommands() {
    assertThat(of("doms")).containsExactly("domstate");
    assertThat(of("uri; hos")).containsExactly("hostname");
    assertThat(of("")).contains("list", "quit");
  }

  @Test
  void proposesOptionsThatAreNotThereYet() {
    assertThat(of("list --all --n")).containsExactly("--no-autostart", "--name");
    assertThat(of("list --name --n")).containsExactly("--no-autostart");
  }

  @Test
  void proposesDomainsThatTheCommandCanActOn() {
    assertThat(of("start ")).containsExactly("--inactive", "web\\ 1");
    assertThat(of("start --domain we")).containsExactly("web\\ 1");
    assertThat(of("domstate --reason w")).containsExactly("web\\ 1");
    assertThat(of("destroy web1 w")).isEmpty();
  }

  @Test
  void goesOnWithANameAsItWasBegun() {
    assertThat(of("domstate web\\ ")).containsExactly("web\\ 1");
    assertThat(of("domstate 'web ")).containsExactly("'web 1'");
    assertThat(of("domstate \"we")).containsExactly("\"web 1\"");
    assertThat(of("domstate 'a;b'; domid w")).containsExactly("web\\ 1");
    assertThat(of("start 'web 1' --par")).isEmpty();
    assertThat(of("start 'web 1' --pau")).containsExactly("--paused");
  }

  @Test
  void proposesTheSecondWordOfACommand() {
    assertThat(of("vm")).containsExactly("vmx");
    assertThat(of("vmx l")).containsExactly("lint");
    assertThat(of("vmx ")).containsExactly("diff", "from-xml", "lint", "to-xml");
    assertThat(of("vmx lint --j")).containsExactly("--json");
    assertThat(of("vmx lint --severity w")).containsExactly("warning");
    assertThat(of("vmx nosuch --")).isEmpty();
    assertThat(of("help vm")).containsExactly("vmx");
    assertThat(of("help vmx l")).containsExactly("lint");
  }

  @Test
  void proposesWords() {
    assertThat(of("shutdown web1 --mode a")).containsExactly("acpi", "agent");
    assertThat(of("shutdown web1 sig")).containsExactly("signal");
    assertThat(of("help mon")).containsExactly("monitor");
  }

  @Test
  void proposesNothingForWhatItDoesNotKnow() {
    assertThat(of("frobnicate --")).isEmpty();
    assertThat(of("uri x")).isEmpty();
  }

  private List<String> of(String line) {
    return proposals.of(line, options -> List.of(options, "web 1"));
  }
}
