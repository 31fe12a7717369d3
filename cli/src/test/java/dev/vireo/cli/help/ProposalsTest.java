package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.util.List;
import java.util.Map;
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
    assertThat(of("vmx ")).containsExactly("diff", "edit", "from-xml", "lint", "set", "to-xml");
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
    assertThat(of("help env")).containsExactly("environment");
    assertThat(of("vmx set web.vmx mem")).containsExactly("memory=");
    assertThat(of("vmx from-xml --in-place --ou")).containsExactly("--output");
  }

  @Test
  void proposesUris() {
    Proposals.Names names =
        new Proposals.Names() {
          @Override
          public List<String> domains(String listOptions) {
            return List.of();
          }

          @Override
          public List<String> uris() {
            return KnownUris.of(Map.of("VIREO_LIBVIRT_CONF", "/nonexistent/libvirt.conf"));
          }
        };
    assertThat(proposals.of("connect t", names)).containsExactly("test:///default");
    assertThat(proposals.of("connect --name es", names)).containsExactly("esx://");
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
