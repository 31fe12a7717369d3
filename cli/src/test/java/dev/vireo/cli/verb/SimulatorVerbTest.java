package dev.vireo.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorVerbTest {
  private static final String OWN = "VIREO_SIMULATOR_PASSWORD";

  private static String line(Run run, String label) {
    Matcher matcher = Pattern.compile("(?m)^" + label + ": +(.*)$").matcher(run.out());
    assertThat(matcher.find()).as("%s in %s", label, run.out()).isTrue();
    return matcher.group(1);
  }

  @Test
  void printsCommandLinesThatAreReadyToBeCopied() {
    Run run = Run.vireo("simulator", "--until-eof");

    String uri = line(run, "URI");
    String address = line(run, "Address");
    assertThat(line(run, "vireo"))
        .isEqualTo("VIREO_PASSWORD=vireo vireo -c '" + uri + "' list --all");
    assertThat(line(run, "virsh")).isEqualTo("virsh -c '" + uri + "' list --all");
    assertThat(line(run, "govc"))
        .isEqualTo(
            "GOVC_URL='"
                + address.replaceAll("/$", "")
                + "/sdk' GOVC_USERNAME='root' GOVC_PASSWORD=vireo GOVC_INSECURE=1"
                + " govc find / -type m");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void commandLinesAreQuotedForTheShell() {
    Run run = Run.vireo("simulator", "--user", "o'neil", "--until-eof");

    assertThat(line(run, "govc")).contains(" GOVC_USERNAME='o'\\''neil' ");
  }

  @Test
  void withoutTlsThereIsNothingToTrust() {
    Run run = Run.vireo("simulator", "--http", "--until-eof");

    assertThat(line(run, "govc")).startsWith("GOVC_URL='http://").doesNotContain("INSECURE");
  }

  @Test
  void aPasswordOfTheUsersOwnIsInNoCommandLine() {
    Run run = Run.with(Map.of(OWN, "s3cret"), "", "simulator", "--until-eof");

    assertThat(line(run, "vireo")).startsWith("vireo -c ");
    assertThat(line(run, "govc")).doesNotContain("s3cret", "GOVC_PASSWORD");
  }

  @Test
  void warnsWhereOthersCanComeInWithThePasswordThatAllKnow() {
    assertThat(Run.vireo("simulator", "--bind", "0.0.0.0", "--until-eof").err())
        .isEqualTo(
            "warning: whoever reaches 0.0.0.0 can log in, as the password is the usual one;"
                + " VIREO_SIMULATOR_PASSWORD or --password-file sets another\n");
    assertThat(
            Run.with(Map.of(OWN, "s3cret"), "", "simulator", "--bind", "0.0.0.0", "--until-eof")
                .err())
        .isEmpty();
    assertThat(Run.vireo("simulator", "--bind", "127.0.0.2", "--until-eof").err()).isEmpty();
  }

  @Test
  void aPlainVcenterIsReachedByItsFirstHost() {
    assertThat(line(Run.vireo("simulator", "--preset", "vcenter-plain", "--until-eof"), "URI"))
        .startsWith("vpx://administrator%40vsphere.local@127.0.0.1:")
        .endsWith("/DC1/C1/esx1.example.com?no_verify=1");
    assertThat(
            line(
                Run.vireo(
                    "simulator", "--preset", "vcenter-plain", "--cluster", "0", "--until-eof"),
                "URI"))
        .endsWith("/DC1/esx1.example.com?no_verify=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulator --dc 2 | --dc has no meaning for the preset 'esx80'"
            + " | the preset vcenter-plain takes it",
        "simulator --preset vcenter --folder 2 | --folder has no meaning for the preset 'vcenter'"
            + " | the preset vcenter-plain takes it",
        "simulator --preset vcenter-plain --vms 2"
            + " | --vms has no meaning for the preset 'vcenter-plain'"
            + " | --vm says how many machines each cluster has",
      })
  void countsThatMeanNothingAreRefused(String line, String error, String hint) {
    assertThat(Run.vireo((line + " --until-eof").split(" ")))
        .isEqualTo(new Run("\n", "error: " + error + "\nhint: " + hint + "\n", 1));
  }

  @Test
  void countsOutOfRangeAreRefused() {
    Run run = Run.vireo("simulator", "--preset", "vcenter-plain", "--host", "0", "--until-eof");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("The number of hosts must be 1 to 1000: 0");
  }
}
