package dev.vireo.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The commands that configure domains beside C virsh's, on two simulated hosts that are alike: the
 * same standard output to the byte, the same exit code, and the same machines afterwards, but for
 * what libvirt's driver cannot do for any caller.
 */
@Needs(ForeignProgram.VIRSH)
@ParameterizedClass
@EnumSource(
    value = Preset.class,
    names = {"ESX80", "ESX41", "GSX20", "VCENTER"})
class ConfigurationComparisonTest {

  private static final String ON = "compared-on";
  private static final String OFF = "compared-off";

  /** Run in this order; ON and OFF stand for machines that are so. */
  private static final List<String> SAME =
      List.of(
          "schedinfo ON",
          "schedinfo OFF",
          "schedinfo ON --set reservation=500",
          "schedinfo ON reservation=500 limit=1000 shares=-3",
          "schedinfo ON --set shares=1234",
          "schedinfo ON --set limit=700",
          "schedinfo OFF --set shares=-1 --set limit=900",
          "schedinfo ON",
          "schedinfo ON --set shares=-4",
          "schedinfo ON --set limit=-2",
          "schedinfo ON --set reservation=-1",
          "schedinfo ON --set limit=499",
          "schedinfo ON --set limit=-1",
          "schedinfo ON --set weight=3",
          "schedinfo ON --set limit=abc",
          "schedinfo ON limit",
          "schedinfo ON --weight 5",
          "schedinfo ON --weight x",
          "schedinfo ON --current --live",
          "schedinfo ON --live --config",
          "schedinfo nosuch",
          "setmem ON 16M --current",
          "dominfo ON",
          "setmem OFF 16385 --current",
          "dominfo OFF",
          "setmem ON 0",
          "setmem ON abc",
          "setmem ON 1.5G",
          "setmem ON 16M --current --live",
          "setmem ON",
          "setmaxmem ON 0",
          "setmaxmem ON 3G",
          "memtune ON --min-guarantee 9000",
          "memtune OFF --min-guarantee 8M",
          "memtune ON --hard-limit 1G",
          "memtune ON --min-guarantee abc",
          "setvcpus OFF 2",
          "dominfo OFF",
          "setvcpus OFF 4 --current",
          "setvcpus OFF 1",
          "setvcpus ON 0",
          "setvcpus ON x",
          "setvcpus ON 100000",
          "setvcpus ON 4 --maximum",
          "setvcpus ON 4 --guest",
          "setvcpus ON 4 --guest --config",
          "vcpucount ON --maximum --active",
          "vcpucount ON --live --config",
          "vcpucount ON --guest",
          "autostart ON",
          "dominfo ON",
          "list --all --autostart",
          "autostart ON --disable",
          "dominfo ON",
          "autostart OFF",
          "list --all --autostart",
          "autostart nosuch",
          "-r autostart ON",
          "-r setmem ON 16M --current",
          "-r setvcpus OFF 2",
          "-r schedinfo ON",
          "-r schedinfo ON --set limit=900",
          "desc ON",
          "desc OFF",
          "desc ON --title",
          "desc nosuch",
          "domrename ON ON",
          "domrename ON",
          "metadata ON x",
          "metadata ON x --set <a/>",
          "metadata ON x --edit --set <a/>",
          "domblklist ON",
          "domblklist ON --details",
          "domblklist OFF --inactive",
          "domiflist ON",
          "domiflist OFF --inactive",
          "domdisplay ON",
          "domdisplay ON --type vnc",
          "domdisplay OFF",
          "vncdisplay ON",
          "vncdisplay OFF",
          "domhostname ON",
          "domhostname OFF",
          "domhostname ON --source agent",
          "domhostname ON --source foo");

  /**
   * What fails in libvirt 9.0's driver for every caller, and here does what libvirt's page says.
   *
   * @param line the command
   * @param prints what vireo prints, as a regular expression
   */
  private record Improved(String line, String prints) {}

  private static final List<Improved> IMPROVED =
      List.of(
          new Improved("memtune ON", "min_guarantee  : 0\n\n"),
          new Improved("memtune ON --live", "min_guarantee  : 0\n\n"),
          new Improved("memtune OFF --config", "min_guarantee  : 0\n\n"),
          new Improved(
              "schedinfo ON --live", "Scheduler      : allocation\nreservation    : 0\n[^$]*"),
          new Improved("schedinfo ON --config", "Scheduler      : allocation\nreservation[^$]*"),
          new Improved("schedinfo OFF --current", "Scheduler      : allocation\nreservation[^$]*"),
          new Improved(
              "schedinfo ON --set limit=900 --live --config", "[^$]*limit          : 900\n[^$]*"),
          new Improved("setmem ON 16M", "\n"),
          new Improved("setmem ON 15M --live", "\n"),
          new Improved("setmem OFF 14M --config", "\n"),
          new Improved("setmaxmem OFF 65537", "\n"),
          new Improved("setmaxmem OFF 128M --config", "\n"),
          new Improved("setvcpus OFF 2 --config", "\n"),
          new Improved("setvcpus OFF 1 --maximum --config", "\n"),
          new Improved(
              "vcpucount OFF", "maximum      config         1\ncurrent      config         1\n\n"),
          new Improved("vcpucount OFF --active --config", "1\n\n"),
          new Improved("maxvcpus", "\\d+\n\n"),
          new Improved("desc OFF --new-desc words", "Domain description updated successfully\n"),
          new Improved("desc ON --title words", "Domain title updated successfully\n"),
          new Improved("metadata ON urn:x --key k --set <a/>", "Metadata modified\n\n"),
          new Improved("metadata ON urn:x", "<a/>\n\n"),
          new Improved("domrename OFF compared-other", "Domain successfully renamed\n\n"));

  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  ConfigurationComparisonTest() {}

  @TestFactory
  Stream<DynamicTest> configuresMachinesAsVirshDoes() throws IOException {
    SimulatedHost theirs = start();
    SimulatedHost ours = start();
    return SAME.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> compare(words(line), theirs, ours)))
        .onClose(() -> {
          theirs.close();
          ours.close();
        });
  }

  private static void compare(List<String> line, SimulatedHost forVirsh, SimulatedHost forVireo) {
    forVirsh.simulator().requests().reset();
    Outcome expected = forVirsh.virsh().run(line);
    long theirs = forVirsh.simulator().requests().total();
    forVireo.simulator().requests().reset();
    Outcome actual = forVireo.vireo().run(line);
    long ours = forVireo.simulator().requests().total();

    String errors = "virsh: " + expected.stderr() + "; vireo: " + actual.stderr();
    assertThat(actual.stdout()).as(errors).isEqualTo(expected.stdout());
    assertThat(actual.exitCode()).as(errors).isEqualTo(expected.exitCode());
    assertThat(ours)
        .as("requests, where virsh makes %d", theirs)
        .isLessThanOrEqualTo(expected.exitCode() == 0 ? theirs / 2 : theirs);
    for (String name : List.of(ON, OFF)) {
      assertThat(forVireo.simulator().vms().get(name).vmxFile())
          .as("the VMX file of " + name)
          .asString(UTF_8)
          .isEqualTo(new String(forVirsh.simulator().vms().get(name).vmxFile(), UTF_8));
    }
  }

  @TestFactory
  Stream<DynamicTest> doesWhatVirshCannot() throws IOException {
    SimulatedHost host = start();
    return IMPROVED.stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.line(),
                () -> {
                  Outcome theirs = host.virsh().run(words(each.line()));
                  assertThat(theirs.exitCode()).as("virsh's: " + theirs.stdout()).isEqualTo(1);
                  Outcome ours = host.vireo().run(words(each.line()));
                  assertThat(ours.stderr()).isEmpty();
                  assertThat(ours.stdout()).matches(each.prints());
                  assertThat(ours.exitCode()).isZero();
                }))
        .onClose(host::close);
  }

  private SimulatedHost start() throws IOException {
    SimulatedHost host = SimulatedHost.start(preset, folder);
    host.simulator().vms().add(ON).power(PowerState.ON);
    host.simulator().vms().add(OFF).power(PowerState.OFF);
    return host;
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> word.replaceAll("\\bON\\b", ON).replaceAll("\\bOFF\\b", OFF))
        .toList();
  }
}
