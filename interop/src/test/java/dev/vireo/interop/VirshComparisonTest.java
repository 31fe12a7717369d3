package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The command beside C virsh, on the same simulated host over TLS: the same standard output to the
 * byte, and the same exit code, but for {@link KnownDifference}, with half of the requests at most.
 */
@Needs(ForeignProgram.VIRSH)
@ParameterizedClass
@EnumSource(
    value = Preset.class,
    names = {"ESX80", "ESX41", "GSX20", "VCENTER"})
class VirshComparisonTest {
  /**
   * Commands that change nothing. ON, OFF and PAUSED stand for the names of machines in these
   * states, ID and UUID for those of the first, VMX and XML for files that describe a machine,
   * ABSOLUTE for a VMX file with the path of a disk on the host.
   */
  private static final List<String> READING =
      List.of(
          "uri",
          "hostname",
          "version",
          "nodeinfo",
          "freecell",
          "capabilities",
          "list",
          "list --all",
          "list --inactive",
          "list --name",
          "list --name --all",
          "list --uuid",
          "list --uuid --all",
          "list --uuid --name --all",
          "list --id",
          "list --all --id",
          "list --all --id --name",
          "list --all --id --uuid --name",
          "list --all --title",
          "list --all --title --name",
          "list --all --name --table",
          "list --state-running",
          "list --state-paused",
          "list --state-shutoff",
          "list --state-other --all",
          "list --state-running --state-shutoff",
          "list --all --state-running --state-shutoff",
          "list --all --with-checkpoint",
          "list --all --without-checkpoint",
          "list --all --persistent",
          "list --all --transient",
          "list --all --autostart",
          "list --all --no-autostart",
          "list --all --with-snapshot",
          "list --all --without-snapshot",
          "list --all --with-managed-save",
          "list --all --without-managed-save",
          "list --all --table",
          "list --all --managed-save",
          "dominfo ON",
          "dominfo OFF",
          "dominfo PAUSED",
          "dominfo ID",
          "dominfo UUID",
          "dominfo --domain ON",
          "dominfo --domain=ON",
          "domstate ON",
          "domstate OFF",
          "domstate PAUSED",
          "domstate ON --reason",
          "domid ON",
          "domid OFF",
          "domid UUID",
          "domuuid ON",
          "domuuid ID",
          "domname ID",
          "domname UUID",
          "dumpxml ON",
          "dumpxml OFF",
          "dumpxml PAUSED",
          "dumpxml ID --inactive",
          "dumpxml UUID --migratable --security-info",
          "dumpxml ON --update-cpu",
          "dumpxml ON --xpath //disk",
          "dumpxml ON --xpath //disk --wrap",
          "dumpxml ON --xpath //mac/@address",
          "dumpxml ON --xpath //mac/@* --wrap",
          "dumpxml ON --xpath //name/text() --wrap",
          "dumpxml OFF --xpath //source|//name",
          "dumpxml OFF --xpath /",
          "dumpxml ON --xpath //nosuch",
          "dumpxml ON --xpath //nosuch --wrap",
          "dumpxml ON --xpath count(//disk)",
          "dumpxml ON //disk",
          "-q dumpxml ON",
          "-r dumpxml ON",
          "-r dumpxml ON --security-info",
          "-r dumpxml ON --migratable",
          "dumpxml nosuch",
          "domxml-from-native vmware-vmx VMX",
          "domxml-from-native vmware-vmx ABSOLUTE",
          "domxml-from-native --config VMX --format vmware-vmx",
          "domxml-from-native foo VMX",
          "domxml-from-native vmware-vmx nosuch",
          "domxml-from-native vmware-vmx XML",
          "-r domxml-from-native vmware-vmx VMX",
          "domxml-to-native vmware-vmx XML",
          "domxml-to-native vmware-vmx --xml XML",
          "domxml-to-native vmware-vmx --domain ON",
          "domxml-to-native vmware-vmx --domain nosuch",
          "domxml-to-native vmware-vmx --domain ON --xml XML",
          "domxml-to-native vmware-vmx",
          "domxml-to-native vmware-vmx VMX",
          "domxml-to-native foo --domain ON",
          "-r domxml-to-native vmware-vmx XML",
          "list --all; uri",
          "uri ; domstate nosuch ; domid ON",
          "-q list --all",
          "-r list",
          "-r start OFF",
          "-r destroy ON",
          "dominfo nosuch",
          "domstate 99999",
          "domid 00000000-0000-0000-0000-000000000001",
          "domname nosuch",
          "dominfo",
          "dominfo ON too many",
          "list --bogus",
          "bogus",
          "start ON",
          "suspend OFF",
          "resume ON",
          "resume OFF",
          "shutdown OFF",
          "reboot OFF",
          "destroy OFF",
          "start nosuch",
          "define nosuch",
          "define VMX",
          "-r define XML",
          "create XML",
          "create nosuch",
          "undefine nosuch",
          "undefine ON",
          "undefine ON --snapshots-metadata",
          "undefine OFF --nvram",
          "undefine OFF --nvram --managed-save",
          "undefine OFF --nvram --keep-nvram",
          "undefine OFF --tpm --keep-tpm",
          "undefine ON --managed-save",
          "undefine ON --checkpoints-metadata",
          "-r undefine OFF",
          "edit nosuch");

  /** Commands that make and remove domains, run in this order on two hosts that are alike. */
  private static final List<String> DEFINING =
      List.of(
          "define XML",
          "list --all --name",
          "dominfo MADE",
          "dumpxml MADE",
          "start MADE",
          "undefine MADE",
          "destroy MADE",
          "undefine --domain MADE",
          "list --all --name",
          "define --file XML",
          "dumpxml MADE",
          "undefine MADE --managed-save --snapshots-metadata --keep-nvram",
          "undefine --domain OFF --checkpoints-metadata --keep-tpm",
          "undefine PAUSED --managed-save --checkpoints-metadata",
          "list --all");

  /** Commands that change states, run in this order on two hosts that are alike. */
  private static final List<String> DRIVING =
      List.of(
          "start OFF",
          "list --all",
          "domid OFF",
          "suspend OFF",
          "domstate OFF",
          "start OFF",
          "resume OFF",
          "domstate OFF",
          "destroy OFF",
          "dominfo OFF",
          "resume PAUSED",
          "list --all",
          "start --domain OFF",
          "destroy --domain OFF --graceful",
          "destroy OFF",
          "shutdown ON",
          "reboot ON",
          "list --all");

  /**
   * Commands about snapshots, run in this order: those that change something on two hosts that are
   * alike, the others on one of them, where times are the same.
   */
  private static final List<String> SNAPSHOTS =
      List.of(
          "snapshot-list ON",
          "snapshot-list ON --tree",
          "snapshot-list ON --current",
          "snapshot-current ON",
          "snapshot-info ON --current",
          "-r snapshot-create-as ON base",
          "snapshot-create-as ON base first",
          "snapshot-create-as ON left --disk-only",
          "snapshot-create-as ON leaf --quiesce --no-metadata",
          "snapshot-revert ON base",
          "snapshot-create-as ON Right --description notes",
          "snapshot-create-as OFF off",
          "snapshot-create-as PAUSED paused",
          "list --all --with-snapshot",
          "list --all --without-snapshot",
          "snapshot-list ON",
          "snapshot-list OFF",
          "snapshot-list PAUSED",
          "snapshot-list UUID",
          "-q snapshot-list ON",
          "-r snapshot-list ON",
          "snapshot-list ON --parent",
          "snapshot-list ON --tree",
          "snapshot-list ON --roots",
          "snapshot-list ON --leaves",
          "snapshot-list ON --name",
          "snapshot-list ON --metadata",
          "snapshot-list ON --no-metadata",
          "snapshot-list ON --inactive",
          "snapshot-list ON --active",
          "snapshot-list ON --disk-only",
          "snapshot-list ON --external",
          "snapshot-list ON --internal",
          "snapshot-list ON --from base",
          "snapshot-list ON --from base --name",
          "snapshot-list ON --from base --descendants",
          "snapshot-list ON --from base --descendants --parent",
          "snapshot-list ON --from base --tree",
          "snapshot-list ON --from left --tree",
          "snapshot-list ON --current",
          "snapshot-list ON --current --tree",
          "snapshot-list ON --from nosuch",
          "snapshot-list ON --from base --current",
          "snapshot-list ON --tree --name",
          "snapshot-list ON --parent --roots",
          "snapshot-list ON --roots --from base",
          "snapshot-list ON --descendants",
          "snapshot-list nosuch",
          "snapshot-current ON",
          "snapshot-current ON --name",
          "snapshot-current ON --name --snapshotname base",
          "snapshot-info ON base",
          "snapshot-info ON left",
          "snapshot-info ON --current",
          "snapshot-info ON",
          "snapshot-info ON nosuch",
          "snapshot-dumpxml ON base",
          "snapshot-dumpxml ON left",
          "snapshot-dumpxml ON Right --xpath //description",
          "snapshot-dumpxml ON Right --xpath //description/text() --wrap",
          "snapshot-dumpxml OFF off",
          "snapshot-dumpxml PAUSED paused",
          "snapshot-dumpxml ON nosuch",
          "snapshot-parent ON left",
          "snapshot-parent ON base",
          "snapshot-parent ON --current",
          "snapshot-parent ON",
          "snapshot-create-as ON base",
          "snapshot-create-as ON x --atomic",
          "snapshot-create-as ON x --live",
          "snapshot-create-as ON x --diskspec sda,file=/x",
          "snapshot-create-as ON x --memspec foo=x",
          "snapshot-create-as ON x --print-xml",
          "snapshot-create-as ON x <&> --print-xml --memspec /m,snapshot=external --diskspec sda",
          "snapshot-create ON --redefine",
          "snapshot-create ON --redefine --current",
          "snapshot-create ON nosuch",
          "snapshot-create ON XML",
          "snapshot-revert ON base --running",
          "snapshot-revert ON base --paused",
          "snapshot-revert ON nosuch",
          "-r snapshot-revert ON base",
          "-r snapshot-delete ON base",
          "snapshot-delete ON base --current",
          "snapshot-delete ON base --children-only",
          "snapshot-delete ON left --metadata",
          "snapshot-revert ON base --force",
          "snapshot-revert ON --current",
          "snapshot-current ON --name",
          "domstate ON",
          "snapshot-revert ON left",
          "domstate ON",
          "snapshot-delete ON leaf",
          "snapshot-delete ON left",
          "snapshot-list ON --parent",
          "snapshot-create-as ON halted --halt",
          "domstate ON",
          "snapshot-delete ON base --children",
          "snapshot-list ON",
          "snapshot-revert PAUSED paused",
          "domstate PAUSED",
          "snapshot-delete OFF --current",
          "snapshot-list OFF --tree",
          "list --all --with-snapshot");

  /** Commands that may take more than half of virsh's requests, but no more than these, and why. */
  private static final Map<String, String> MORE_THAN_HALF =
      Map.of(
          "define --file XML",
          "the name of its file is taken, which virsh overwrites: each that is tried is a request");

  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  VirshComparisonTest() {}

  @TestFactory
  Stream<DynamicTest> printsWhatVirshPrints() throws IOException {
    SimulatedHost host = SimulatedHost.start(preset, folder);
    Names names = Names.prepare(host);
    MachineFiles files = MachineFiles.write(host, folder);
    return READING.stream()
        .map(line ->
            DynamicTest.dynamicTest(
                line, () -> compare(line, files.fill(names.fill(line)), host, host)))
        .onClose(host::close);
  }

  @TestFactory
  Stream<DynamicTest> drivesMachinesAsVirshDoes() throws IOException {
    SimulatedHost theirs = SimulatedHost.start(preset, folder);
    SimulatedHost ours = SimulatedHost.start(preset, folder);
    Names.prepare(theirs);
    Names names = Names.prepare(ours);
    return DRIVING.stream()
        .map(line ->
            DynamicTest.dynamicTest(line, () -> compare(line, names.fill(line), theirs, ours)))
        .onClose(() -> {
          theirs.close();
          ours.close();
        });
  }

  @TestFactory
  Stream<DynamicTest> definesMachinesAsVirshDoes() throws IOException {
    return onTwoHosts(DEFINING, line -> false);
  }

  @TestFactory
  Stream<DynamicTest> dealsWithSnapshotsAsVirshDoes() throws IOException {
    return onTwoHosts(SNAPSHOTS, VirshComparisonTest::showsTimes);
  }

  /**
   * Runs commands on two hosts that are alike.
   *
   * @param onOne tells which of them are both run on the second
   */
  private Stream<DynamicTest> onTwoHosts(List<String> lines, Predicate<String> onOne)
      throws IOException {
    SimulatedHost theirs = SimulatedHost.start(preset, folder);
    SimulatedHost ours = SimulatedHost.start(preset, folder);
    Names.prepare(theirs);
    Names names = Names.prepare(ours);
    MachineFiles files = MachineFiles.write(ours, folder);
    return lines.stream()
        .map(line ->
            DynamicTest.dynamicTest(
                line,
                () ->
                    compare(
                        line,
                        files.fill(names.fill(line)),
                        onOne.test(line) ? ours : theirs,
                        ours)))
        .onClose(() -> {
          theirs.close();
          ours.close();
        });
  }

  private static boolean showsTimes(String line) {
    return Stream.of("snapshot-list", "snapshot-dumpxml", "snapshot-current")
        .anyMatch(line::contains);
  }

  private static void compare(
      String line, List<String> arguments, SimulatedHost forVirsh, SimulatedHost forVireo) {
    forVirsh.simulator().requests().reset();
    Outcome expected = forVirsh.virsh().run(arguments);
    long theirs = forVirsh.simulator().requests().total();
    forVireo.simulator().requests().reset();
    Outcome actual = forVireo.vireo().run(arguments);
    long ours = forVireo.simulator().requests().total();

    assertThat(KnownDifference.comparable(line, actual.stdout()))
        .as(
            "standard output; virsh's standard error: %s; vireo's: %s",
            expected.stderr(), actual.stderr())
        .isEqualTo(KnownDifference.comparable(line, expected.stdout()));
    assertThat(actual.exitCode())
        .as(
            "exit code; virsh's standard error: %s; vireo's: %s",
            expected.stderr(), actual.stderr())
        .isEqualTo(expected.exitCode());
    assertThat(ours)
        .as("requests, where virsh makes %d", theirs)
        .isLessThanOrEqualTo(MORE_THAN_HALF.containsKey(line) ? theirs : theirs / 2);
  }

  /** Names of machines of a host, for the words in capitals. */
  private record Names(String on, String off, String paused, String id, String uuid) {
    /** Brings the machines of a host into known states. */
    static Names prepare(SimulatedHost host) {
      List<String> all =
          host.virsh()
              .run("list", "--all", "--name")
              .succeeded()
              .lines()
              .filter(name -> !name.isEmpty())
              .sorted()
              .toList();
      List<PowerState> states =
          List.of(
              PowerState.ON, PowerState.OFF, PowerState.SUSPENDED, PowerState.ON, PowerState.OFF);
      for (int i = 0; i < all.size(); i++) {
        host.simulator().vms().get(all.get(i)).power(states.get(i % states.size()));
      }
      String on = all.get(0);
      return new Names(
          on,
          all.get(1),
          all.get(2),
          host.virsh().run("domid", on).succeeded().strip(),
          host.virsh().run("domuuid", on).succeeded().strip());
    }

    /** Splits a line at its blanks, unless it holds several commands, and fills in the names. */
    List<String> fill(String line) {
      List<String> words = line.contains(";") ? List.of(line) : Arrays.asList(line.split(" "));
      List<String> filled = new ArrayList<>();
      for (String word : words) {
        filled.add(
            word.replace("UUID", uuid)
                .replaceAll("\\bON\\b", on)
                .replaceAll("\\bOFF\\b", off)
                .replaceAll("\\bPAUSED\\b", paused)
                .replaceAll("\\bID\\b", id));
      }
      return filled;
    }
  }
}
