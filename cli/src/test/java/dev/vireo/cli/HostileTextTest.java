package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.log.LogSink;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.SystemError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers and files say must not command the terminal, whoever sees it. */
class HostileTextTest {
  private static final String ORDER = "\u001b]0;pwned\u0007\u009b2J\u202e\r";
  private static final String SHOWN = "\\x1b]0;pwned\\x07\\xc2\\x9b2J\\xe2\\x80\\xae\\x0d";

  /** Names travel through XML, which cannot carry the other control characters. */
  private static final String NAME = "a\u009b2J\u202eb\u007f";

  private static final String NAME_SHOWN = "a\\xc2\\x9b2J\\xe2\\x80\\xaeb\\x7f";

  @TempDir private Path folder;
  private Simulator host;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.of(Preset.ESX80).toBuilder().vms(0).build());
    host.vms().add("web").power(PowerState.OFF);
  }

  @AfterEach
  void stop() {
    host.close();
    LogSink.showMessages(System.err, Level.INFO); // as before -d and -l
  }

  private Run vireo(String... words) {
    return run(false, words);
  }

  private Run onTerminal(String... words) {
    return run(true, words);
  }

  private Run run(boolean seen, String... words) {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    Streams streams =
        seen ? Streams.seen(in, outStream, errStream) : Streams.of(in, outStream, errStream);
    List<String> args = new ArrayList<>(List.of("-c", host.uri()));
    args.addAll(List.of(words));
    int exitCode = Vireo.run(args, streams, Map.of());
    return new Run(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode);
  }

  /** No character that acts, in any form. */
  private static void assertHarmless(String text) {
    assertThat(text).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\r", "\u007f");
  }

  @Test
  void textsOfFaults() {
    host.faults()
        .add(
            FaultRule.on(
                "PowerOnVM_Task",
                new FaultEffect.Garbage(
                    """
                    <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>\
                    <e:Fault><faultcode>x</faultcode><faultstring>no\u009b2J\u202e&#13;</faultstring>\
                    <detail><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
                     xsi:type="NotSupported"/></detail></e:Fault></e:Body></e:Envelope>\
                    """)));

    Run run = vireo("start", "web");

    assertThat(run.err()).contains("no\\xc2\\x9b2J\\xe2\\x80\\xae");
    assertHarmless(run.err());
  }

  @Test
  void textsOfQuestions() {
    host.vms()
        .get("web")
        .askInNextTask(
            new GuestQuestion(
                "\u009b2J\u202e?",
                List.of(
                    new GuestQuestion.Choice("0", "\u009b1", false),
                    new GuestQuestion.Choice("1", "\u009b2", true)),
                null,
                true));

    Run run = vireo("start", "web");

    assertThat(run.err()).contains("\\xc2\\x9b2J\\xe2\\x80\\xae?");
    assertHarmless(run.err());
  }

  @Test
  void namesInTablesWithTheirColumns() {
    host.vms().add(NAME).power(PowerState.OFF);

    assertThat(onTerminal("list", "--all").out())
        .isEqualTo(
            " Id   Name                           State\n"
                + "-----------------------------------------------\n"
                + " -    "
                + NAME_SHOWN
                + "   shut off\n"
                + " -    web                            shut off\n\n");
    assertThat(vireo("list", "--all").out()).contains(" -    a\\xc2\\x9b2J\u202eb\\x7f   ");
  }

  @Test
  void namesWhereverATerminalShowsThemAndNowhereElse() {
    host.vms().add(NAME).power(PowerState.OFF);

    assertThat(onTerminal("list", "--all", "--name").out()).contains(NAME_SHOWN + "\n");
    assertThat(vireo("list", "--all", "--name").out()).contains(NAME + "\n");
    assertThat(onTerminal("dominfo", NAME).out()).contains("Name:           " + NAME_SHOWN + "\n");
    assertThat(vireo("dominfo", NAME).out()).contains("Name:           " + NAME + "\n");
    assertThat(onTerminal("start", NAME).out())
        .isEqualTo("Domain '" + NAME_SHOWN + "' started\n\n");
    assertThat(vireo("start", NAME).err()).isEqualTo("error: Domain is already active\n");
    assertHarmless(vireo("domstate", NAME + "?").err());
  }

  @Test
  void namesInJson() {
    host.vms().add(NAME).power(PowerState.OFF);

    String seen = onTerminal("list", "--all", "--json").out();

    assertThat(seen).contains("\"a\\u009b2J\\u202eb\\u007f\"");
    assertThat(vireo("list", "--all", "--json").out()).isEqualTo(seen);
  }

  @Test
  void documentsOnATerminalOnly() throws IOException {
    Path vmx =
        Files.writeString(
            folder.resolve("a.vmx"),
            """
            .encoding = "UTF-8"
            config.version = "8"
            virtualHW.version = "19"
            guestOS = "other"
            displayName = "%s"
            """
                .formatted(NAME));
    Path xml = folder.resolve("a.xml");
    Files.writeString(xml, vireo("vmx", "to-xml", vmx.toString()).out());

    assertThat(vireo("vmx", "to-xml", vmx.toString()).out()).contains("<name>" + NAME + "</name>");
    assertThat(onTerminal("vmx", "to-xml", vmx.toString()).out())
        .contains("<name>" + NAME_SHOWN + "</name>");
    assertThat(vireo("vmx", "from-xml", xml.toString()).out()).contains("\"" + NAME + "\"");
    assertThat(onTerminal("vmx", "from-xml", xml.toString()).out())
        .contains("\"" + NAME_SHOWN + "\"");
  }

  @Test
  void valuesAndNamesOfFiles() throws IOException {
    Path vmx =
        Files.writeString(
            folder.resolve("a" + ORDER + ".vmx"),
            "virtualHW.version = \"" + ORDER.replace("\r", "") + "\"\nconfig.version = \"8\"\n");

    for (String verb : List.of("lint", "to-xml")) {
      Run run = onTerminal("vmx", verb, vmx.toString());
      assertThat(run.out() + run.err()).contains("a" + SHOWN + ".vmx");
      assertHarmless(run.out() + run.err());
    }
    assertHarmless(vireo("vmx", "lint", folder.resolve(ORDER).toString()).err());
  }

  @Test
  void wordsOfTheUser() {
    assertHarmless(vireo(ORDER).err());
    assertHarmless(vireo("list", "--" + ORDER).err());
    assertHarmless(vireo("-x" + ORDER).err());
    assertHarmless(vireo("help", ORDER).err());
  }

  @Test
  void answersOfWhatIsNoHost() {
    try (BadServer redirecting =
            BadServer.refusing("301 Moved", "Location: https://x/\u009b2J\u202e\u001b[2J");
        BadServer talking = BadServer.saying("\u001b[2J\u009b")) {
      for (BadServer server : List.of(redirecting, talking)) {
        Run run =
            Run.with(
                Map.of("VIREO_PASSWORD", "x"),
                "",
                "-c",
                "esx://root@" + server.authority() + "/?transport=http",
                "list");
        assertThat(run.err()).startsWith("error: failed to connect to the hypervisor\n");
        assertHarmless(run.err());
      }
    }
  }

  @Test
  void logsAndTraces() throws IOException {
    host.faults()
        .add(
            FaultRule.on(
                "RetrievePropertiesEx",
                new FaultEffect.SoapFault(new SystemError("\u009b2J"), "\u009b2J")));
    Path log = folder.resolve("log");

    Run run = vireo("-d", "0", "--trace", "list");
    vireo("-l", log.toString(), "-d", "0", "list");

    assertThat(run.err()).contains("\\xc2\\x9b2J");
    assertHarmless(run.err());
    assertThat(log).content().isNotEmpty();
    assertHarmless(Files.readString(log));
  }

  @Test
  void reasonsWhyADomainCannotBeRead() {
    host.vms().add(NAME).deny("runtime");

    Run run = vireo("domstate", NAME);

    assertThat(run.err())
        .contains("Not permitted to read the domain '" + NAME_SHOWN + "'")
        .contains(NoPermission.class.getSimpleName());
    assertHarmless(run.err());
    assertHarmless(onTerminal("list", "--all").out());
  }
}
