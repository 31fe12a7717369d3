package dev.vireo.cli.verb.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.types.TooManySnapshotLevels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about snapshots. */
@Timeout(60)
class SnapshotCommandsTest {

  private final Simulator host =
      Simulator.start(
          SimulatorConfig.esx80().toBuilder().vms(0).taskDuration(Duration.ZERO).build());

  @TempDir Path folder;

  @BeforeEach
  void addMachine() {
    host.vms().add("web").power(PowerState.ON);
  }

  @AfterEach
  void close() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String... words) {
    return Run.vireo(
        Stream.concat(Stream.of("-c", host.uri()), Stream.of(words)).toArray(String[]::new));
  }

  private String out(String... words) {
    Run run = vireo(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private void fails(String error, String... words) {
    Run run = vireo(words);
    assertThat(run.err()).startsWith("error: " + error + "\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** first(left(leaf), right*) */
  private void grow() {
    out("snapshot-create-as", "web", "first", "of all");
    out("snapshot-create-as", "web", "left");
    out("snapshot-create-as", "web", "Leaf", "--disk-only");
    out("snapshot-revert", "web", "first");
    out("snapshot-create-as", "web", "right");
  }

  @Test
  void eachChangeIsConfirmedAsVirshDoes() {
    assertThat(out("snapshot-create-as", "web", "s")).isEqualTo("Domain snapshot s created\n");
    assertThat(out("snapshot-revert", "web", "s")).isEqualTo("Domain snapshot s reverted\n\n");
    assertThat(out("snapshot-delete", "web", "--current"))
        .isEqualTo("Domain snapshot s deleted\n\n");
    assertThat(out("-q", "snapshot-create-as", "web", "s")).isEmpty();
    assertThat(out("snapshot-delete", "web", "s", "--json"))
        .contains("\"snapshot\": \"s\",\n  \"done\": \"deleted\"");
  }

  @Test
  void theListHasTheColumnsOfVirsh() {
    grow();

    String time = " \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4} ";
    assertThat(out("snapshot-list", "web", "--parent"))
        .matches(
            " Name    Creation Time               State     Parent\n-{55}\n"
                + (" first  " + time + "  running   \n")
                + (" Leaf   " + time + "  shutoff   left\n")
                + (" left   " + time + "  running   first\n")
                + (" right  " + time + "  running   first\n\n"));
    assertThat(out("-q", "snapshot-list", "web", "--leaves")).hasLineCount(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'',first Leaf left right",
    "--topological,first left Leaf right",
    "--roots,first",
    "--leaves,Leaf right",
    "--no-leaves,first left",
    "--metadata,''",
    "--no-metadata,first Leaf left right",
    "--inactive,Leaf",
    "--disk-only,Leaf",
    "--active,first left right",
    "--external,''",
    "--internal,first Leaf left right",
    "--from first,left right",
    "--from first --descendants,Leaf left right",
    "--current --descendants,''",
    "--from left --leaves,Leaf"
  })
  void optionsChoose(String options, String names) {
    grow();
    String[] words =
        Stream.concat(
                Stream.of("snapshot-list", "web", "--name"),
                Stream.of(options.split(" ")).filter(word -> !word.isEmpty()))
            .toArray(String[]::new);

    assertThat(out(words).lines().filter(line -> !line.isEmpty()).toList())
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
  }

  @Test
  void theTreeIsDrawnAsVirshDoes() {
    grow();

    assertThat(out("snapshot-list", "web", "--tree"))
        .isEqualTo(
            """
            first
              |
              +- left
              |   |
              |   +- Leaf
              |    \s
              +- right
               \s

            """);
    assertThat(out("snapshot-list", "web", "--tree", "--from", "left"))
        .isEqualTo("left\n  |\n  +- Leaf\n    \n\n");
    assertThat(out("snapshot-list", "web", "--tree", "--current")).isEqualTo("right\n\n\n");
  }

  @Test
  void twinsInATreeAreToldApart() {
    host.vms().get("web").takeSnapshot("twin");
    host.vms().get("web").takeSnapshot("twin");

    assertThat(out("snapshot-list", "web", "--tree")).isEqualTo("twin\n  |\n  +- twin\n    \n\n");
  }

  @Test
  void listsAreOneRequestBesidesTheLookup() {
    grow();
    host.requests().reset();
    out("list", "--all");
    long list = host.requests().total();
    host.requests().reset();

    out("snapshot-list", "web", "--parent");

    assertThat(host.requests().total()).isEqualTo(list + 1);
  }

  @Test
  void jsonHasTheReferenceByWhichTwinsAreTold() {
    host.vms().get("web").takeSnapshot("twin");
    host.vms().get("web").takeSnapshot("twin");
    String reference = host.vms().get("web").ref().value() + "-snapshot-2";

    assertThat(out("snapshot-list", "web", "--json"))
        .contains("\"reference\": \"" + reference + "\"", "\"parent\": \"twin\"");
    Run ambiguous = vireo("snapshot-delete", "web", "twin");
    assertThat(ambiguous.exitCode()).isEqualTo(1);
    assertThat(ambiguous.err())
        .contains("2 snapshots of the domain 'web' are called 'twin'", "hint: say which one");
    out("snapshot-delete", "web", "twin@" + reference);
    assertThat(out("snapshot-list", "web", "--name")).isEqualTo("twin\n\n");
  }

  @Test
  void infoHasNineLines() {
    grow();

    assertThat(out("snapshot-info", "web", "left"))
        .isEqualTo(
            """
            Name:           left
            Domain:         web
            Current:        no
            State:          running
            Location:       internal
            Parent:         first
            Children:       1
            Descendants:    1
            Metadata:       no

            """);
    assertThat(out("snapshot-info", "web", "--current", "--json"))
        .contains("\"name\": \"right\"", "\"current\": true", "\"children\": 0");
  }

  @Test
  void currentAndParentAreNamesWithoutMore() {
    grow();

    assertThat(out("snapshot-current", "web", "--name")).isEqualTo("right\n");
    assertThat(out("snapshot-parent", "web", "--current")).isEqualTo("first\n");
    assertThat(out("snapshot-current", "web"))
        .isEqualTo(out("snapshot-dumpxml", "web", "right"))
        .startsWith("<domainsnapshot>\n  <name>right</name>\n");
    assertThat(out("snapshot-dumpxml", "web", "first", "--xpath", "//description/text()"))
        .isEqualTo("of all\n\n");
    assertThat(out("snapshot-dumpxml", "web", "first", "--security-info")).contains("of all");
    fails("snapshot 'first' has no parent", "snapshot-parent", "web", "first");
  }

  @Test
  void mistakesAreToldAsVirshTellsThem() {
    fails("domain 'web' has no current snapshot", "snapshot-current", "web");
    fails("--snapshotname or --current is required", "snapshot-info", "web");
    fails(
        "--snapshotname and --current are mutually exclusive",
        "snapshot-delete",
        "web",
        "x",
        "--current");
    fails(
        "Options --tree and --name are mutually exclusive",
        "snapshot-list",
        "web",
        "--tree",
        "--name");
    fails(
        "--descendants requires either --from or --current",
        "snapshot-list",
        "web",
        "--descendants");
    fails(
        "Domain snapshot not found: Could not find snapshot with name 'nope'",
        "snapshot-revert",
        "web",
        "nope");
    out("snapshot-create-as", "web", "s");
    fails(
        "Requested operation is not valid: Snapshot 's' already exists",
        "snapshot-create-as",
        "web",
        "s");
    fails(
        "Failed to revert snapshot s\n"
            + "error: unsupported flags (0x1) in function esxDomainRevertToSnapshot",
        "snapshot-revert",
        "web",
        "s",
        "--running");
    fails(
        "Failed to delete snapshot s\n"
            + "error: unsupported flags (0x4) in function esxDomainSnapshotDelete",
        "snapshot-delete",
        "web",
        "s",
        "--children-only");
    Run current = vireo("snapshot-current", "web", "--snapshotname", "s");
    assertThat(current.err()).contains("hint: 'snapshot-revert' makes it the current one");
  }

  @Test
  void argumentsBecomeXml() {
    assertThat(
            out(
                "snapshot-create-as",
                "web",
                "n",
                "d <&",
                "--memspec",
                "/m,snapshot=external",
                "--diskspec",
                "sda,snapshot=external,driver=qcow2,file=/a,,b",
                "--diskspec",
                "sdb,stype=block,file=/dev/x",
                "--print-xml"))
        .isEqualTo(
            """
            <domainsnapshot>
              <name>n</name>
              <description>d &lt;&amp;</description>
              <memory snapshot='external' file='/m'/>
              <disks>
                <disk name='sda' snapshot='external'>
                  <driver type='qcow2'/>
                  <source file='/a,b'/>
                </disk>
                <disk name='sdb' type='block'>
                  <source dev='/dev/x'/>
                </disk>
              </disks>
            </domainsnapshot>


            """);
    fails("unable to parse memspec: foo=x", "snapshot-create-as", "web", "n", "--memspec", "foo=x");
    fails(
        "unable to parse diskspec: sda,file=a,file=b",
        "snapshot-create-as",
        "web",
        "n",
        "--diskspec",
        "sda,file=a,file=b");
    fails(
        "Unknown storage type: 'dir'",
        "snapshot-create-as",
        "web",
        "n",
        "--diskspec",
        "sda,stype=dir");
    fails(
        "unsupported configuration: disk snapshots not supported yet",
        "snapshot-create-as",
        "web",
        "n",
        "--diskspec",
        "sda");
  }

  @Test
  void xmlComesFromAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.xml"), "<domainsnapshot><name>f</name></domainsnapshot>");

    assertThat(out("snapshot-create", "web", file.toString()))
        .isEqualTo("Domain snapshot f created from '" + file + "'\n");
    assertThat(out("snapshot-create", "web")).matches("Domain snapshot \\d+ created\n");
    assertThat(vireo("snapshot-create", "web", "/nonexistent").exitCode()).isEqualTo(1);
  }

  @Test
  void haltIsDoneAfterwards() {
    out("snapshot-create-as", "web", "s", "--halt");

    assertThat(host.vms().get("web").power()).isEqualTo(PowerState.OFF);
    assertThat(out("snapshot-info", "web", "s")).contains("State:          running");
    out("snapshot-create-as", "web", "t", "--halt");
  }

  @Test
  void whatTheHostSaysIsToldWithAdvice() {
    host.faults()
        .add(
            FaultRule.on(
                "CreateSnapshot_Task",
                new FaultEffect.TaskFault(new TooManySnapshotLevels(null, List.of()), "too deep")));

    Run run = vireo("snapshot-create-as", "web", "s");

    assertThat(run.err())
        .isEqualTo(
            "error: Requested operation is not valid: Could not create snapshot:"
                + " TooManySnapshotLevels - too deep\n"
                + "hint: delete those that are not needed any more; the domain stays as it is\n");
  }

  private Run edit(String script, String input, String... words) throws IOException {
    Path editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    return Run.with(
        Map.of("EDITOR", "'" + editor + "'"),
        input,
        Stream.concat(Stream.of("-c", host.uri(), "snapshot-edit", "web"), Stream.of(words))
            .toArray(String[]::new));
  }

  @Test
  void nameAndDescriptionAreEdited() throws IOException {
    out("snapshot-create-as", "web", "s");

    assertThat(edit("true", "", "s").out()).startsWith("Snapshot s XML configuration not changed");
    String describe = "sed -i 's,<description>,&notes,' \"$1\"";
    assertThat(edit(describe, "", "s").out()).startsWith("Snapshot s edited.");
    assertThat(out("snapshot-dumpxml", "web", "s")).contains("<description>notes</description>");
    String rename = "sed -i 's,<name>s<,<name>t<,' \"$1\"";
    Run refused = edit(rename, "n\n", "--current");
    assertThat(refused.err()).startsWith("error: Must use --rename or --clone to change s to t\n");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(edit(rename, "", "s", "--rename").out()).startsWith("Snapshot s renamed to t.");
    assertThat(out("snapshot-list", "web", "--name")).isEqualTo("t\n\n");
  }

  @Test
  void anEditCanBeTriedAgainAndNothingElseCanBeEdited() throws IOException {
    out("snapshot-create-as", "web", "s");
    String once =
        ("if [ -e '%1$s/again' ]; then sed -i 's,<odd/>,,; s,<description>,&x,' \"$1\"; else touch"
                + " '%1$s/again'; sed -i 's,<state>,<odd/><state>,' \"$1\"; fi")
            .formatted(folder);

    Run run = edit(once, "?\ny\n", "s");

    assertThat(run.err())
        .contains(
            "error: only the name and the description of a snapshot can be edited",
            "y - yes, start editor again");
    assertThat(run.exitCode()).isZero();
    assertThat(out("snapshot-dumpxml", "web", "s")).contains("<description>x</description>");
    assertThat(edit("echo '<' > \"$1\"", "", "s").exitCode()).isEqualTo(1);
    assertThat(edit("true", "", "s", "--clone").err()).contains("cannot be cloned");
  }
}
