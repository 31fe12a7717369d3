package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.ErrorCode;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.types.SystemError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JSON says. */
class JsonTest {
  @TempDir private Path folder;
  private Simulator host;
  private SimulatedVm web;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.of(Preset.ESX80).toBuilder().vms(0).build());
    web = host.vms().add("web");
    web.power(PowerState.OFF);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  private Run vireo(String... words) {
    List<String> args = new ArrayList<>(List.of("--json", "-c", host.uri()));
    args.addAll(List.of(words));
    return Run.vireo(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "start, OFF, started",
    "destroy, ON, destroyed",
    "suspend, ON, suspended",
    "resume, SUSPENDED, resumed",
    "shutdown, ON, shutdown requested",
    "reboot, ON, reboot requested"
  })
  void actionsSayWhatWasDone(String verb, PowerState before, String done) {
    web.power(before);
    Run run = vireo(verb, "web");

    assertThat(run.err()).isEmpty();
    assertThat(JsonText.object(run.out()))
        .containsEntry("name", "web")
        .containsEntry("uuid", String.valueOf(web.instanceUuid()))
        .containsEntry("id", verb.equals("destroy") ? null : 1L)
        .containsEntry("done", done);
  }

  @Test
  void documentsAreTheOnlyMember() {
    String xml = Run.vireo("-c", host.uri(), "-q", "dumpxml", "web").out();

    assertThat(JsonText.object(vireo("dumpxml", "web").out())).isEqualTo(Map.of("xml", xml));
    assertThat(String.valueOf(JsonText.object(vireo("dumpxml", "web", "--xpath", "//name").out())))
        .contains("<name>web</name>");
  }

  @Test
  void failuresHaveLibvirtsCodeAndWords() {
    host.faults()
        .add(
            FaultRule.on(
                "PowerOnVM_Task", new FaultEffect.SoapFault(new SystemError("worn"), "worn")));
    Run run = vireo("start", "web");

    assertThat(run.out()).isEmpty();
    assertThat(JsonText.object(run.err()))
        .containsEntry("code", 1L)
        .containsEntry("name", "INTERNAL_ERROR")
        .containsEntry("domain", 28L)
        .containsEntry("domainName", "ESX")
        .containsEntry("message", "internal error: Could not start domain: SystemError - worn")
        .containsEntry("context", List.of("Failed to start domain 'web'"))
        .containsEntry("hints", List.of())
        .containsEntry("warnings", List.of())
        .containsEntry("exitCode", 1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domstate nope | NO_DOMAIN",
        "destroy web | OPERATION_INVALID",
        "freecell 0 | NO_SUPPORT",
        "freecell -- -1 | INVALID_ARG",
        "start web --paused | INVALID_ARG",
        "start web --pass-fds 3 | NO_SUPPORT",
        "list --table --name | INVALID_ARG",
        "vmx to-xml /nowhere.vmx | SYSTEM_ERROR",
        "no-such-command | INVALID_ARG",
        "help no-such-command | INVALID_ARG"
      })
  void refusalsHaveACode(String line, String name) {
    assertThat(JsonText.object(vireo(line).err())).containsEntry("name", name);
  }

  @Test
  void anInterruptHasACodeOfItsOwn() {
    CommandException interrupted =
        new CommandException(List.of("interrupted"), CommandException.INTERRUPTED, null);

    assertThat(Failure.of(interrupted, false).code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
  }

  @Test
  void mistakesBeforeTheCommandAreJsonToo() {
    for (Run run : List.of(vireo("-x"), vireo("-d"), Run.vireo("list", "--json"))) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(JsonText.object(run.err())).containsKeys("code", "name", "message");
    }
  }

  @Test
  void warningsStandBesideTheDocument() throws IOException {
    Path vmx =
        Files.writeString(
            folder.resolve("a.vmx"),
            """
            config.version = "8"
            virtualHW.version = "19"
            displayName = "a"
            guestOS = "other"
            sched.cpu.shares = "none"
            """);
    Run plain = Run.vireo("vmx", "to-xml", vmx.toString());
    Run run = vireo("vmx", "to-xml", vmx.toString());

    assertThat(plain.err()).startsWith("warning: ");
    assertThat(JsonText.object(run.out())).isEqualTo(Map.of("xml", plain.out()));
    assertThat(JsonText.object(run.err()))
        .isEqualTo(Map.of("warnings", List.of(plain.err().replace("warning: ", "").strip())));
  }

  @Test
  void messagesOfTheLibraryAreWarnings() {
    web.configStatus("red");

    Run run = vireo("list", "--all");

    assertThat(JsonText.parse(run.out())).isInstanceOf(List.class);
    assertThat(String.valueOf(JsonText.object(run.err()).get("warnings")))
        .contains("Cannot access UUID of domain 'web'");
  }

  @Test
  void bytesThatAreNoTextAreEncoded() throws IOException {
    Path original = folder.resolve("a.vmx");
    byte[] bytes =
        ".encoding = \"windows-1252\"\nconfig.version = \"8\"\nvirtualHW.version = \"19\"\n"
            .concat("guestOS = \"other\"\ndisplayName = \"Büro\"\n")
            .getBytes(Charset.forName("windows-1252"));
    Files.write(original, bytes);
    Path xml = folder.resolve("a.xml");
    Files.writeString(xml, Run.vireo("vmx", "to-xml", original.toString()).out());

    Map<String, ?> printed =
        JsonText.object(
            vireo("vmx", "from-xml", xml.toString(), "--keep", original.toString()).out());

    String encoded = (String) Objects.requireNonNull(printed.get("base64"));
    assertThat(Base64.getDecoder().decode(encoded)).isEqualTo(bytes);
  }

  @Test
  void textsOfOtherCommandsAreTheOnlyMember() {
    assertThat(JsonText.object(vireo("echo", "a").out())).isEqualTo(Map.of("text", "a"));
    assertThat(JsonText.object(vireo("help").out())).containsOnlyKeys("text");
    assertThat(JsonText.object(vireo("--version").out())).containsOnlyKeys("text");
    assertThat(JsonText.object(vireo("exit").out())).isEmpty();
  }

  @Test
  void timesAreNotes() {
    Run run = vireo("-t", "echo", "a");

    assertThat(JsonText.object(run.out())).isEqualTo(Map.of("text", "a"));
    assertThat(JsonText.object(run.err())).containsOnlyKeys("warnings", "timeMicros");
  }

  @Test
  void theShellGivesADocumentForEachLine() {
    Run run = Run.with(Map.of(), "echo a\nnonsense\n", "--json", "-c", host.uri());

    assertThat(run.out()).doesNotContain("Welcome").contains("\"text\": \"a\"");
    assertThat(JsonText.object(run.err())).containsEntry("name", "INVALID_ARG");
    Run mistaken = Run.with(Map.of(), "list --no-such-option --json\n", "-q", "-c", host.uri());
    assertThat(JsonText.object(mistaken.err())).containsEntry("name", "INVALID_ARG");
  }
}
