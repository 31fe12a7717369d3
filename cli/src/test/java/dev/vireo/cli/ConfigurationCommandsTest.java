package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that show and change what a domain is made of and called. */
class ConfigurationCommandsTest {

  private Simulator host;
  private SimulatedVm web;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.of(Preset.ESX80).toBuilder().vms(0).build());
    web = host.vms().add("web");
    web.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(64L).numCPUs(2).build());
    web.power(PowerState.OFF);
  }

  @AfterEach
  void stop() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String... words) {
    return with(Map.of(), words);
  }

  private Run with(Map<String, String> environment, String... words) {
    List<String> args = new ArrayList<>(List.of("-c", host.uri()));
    args.addAll(List.of(words));
    return Run.with(environment, "", args.toArray(String[]::new));
  }

  private void succeeds(String out, String... words) {
    assertThat(vireo(words)).isEqualTo(new Run(out, "", 0));
  }

  private void fails(String err, String... words) {
    Run run = vireo(words);
    assertThat(run.err()).startsWith(err);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private String vmx() {
    return new String(web.vmxFile(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"16384, 16", "16M, 16", "16MiB, 16", "16mb, 16", "17000000b, 17", "1, 1", "64M, 64"})
  void memoryIsAScaledInteger(String size, String mebibytes) {
    succeeds("\n", "setmem", "web", size);
    assertThat(vmx()).contains("sched.mem.max = \"" + mebibytes + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "abc, Scaled numeric value 'abc' for <size> option is malformed or out of range",
    "-5, Scaled numeric value '-5' for <size> option is malformed or out of range",
    "99999999999E, Scaled numeric value '99999999999E' for <size> option is malformed or out",
    "0, memory in virDomainSetMemoryFlags must not be zero",
    "65M, invalid argument: cannot set memory higher than max memory"
  })
  void badSizesAreRefused(String size, String complaint) {
    fails("error: " + complaint, "setmem", "web", "--", size);
    assertThat(vmx()).doesNotContain("sched.mem.max");
  }

  @Test
  void anUnknownUnitIsNamed() {
    assertThat(vireo("setmem", "web", "1.5G").err())
        .isEqualTo(
            """
            error: Scaled numeric value '1.5G' for <size> option is malformed or out of range
            error: invalid argument: unknown suffix '.5G'
            """);
  }

  @Test
  void theMaximumOfMemoryChangesWhileTheDomainIsOff() {
    succeeds("\n", "setmaxmem", "web", "65537", "--config");
    assertThat(vmx()).contains("memsize = \"68\"");
    web.power(PowerState.ON);
    fails(
        """
        error: Unable to change MaxMemorySize
        error: Requested operation is not valid: Domain is not powered off
        hint: memory can be added while\
        """,
        "setmaxmem",
        "web",
        "1G");
    fails(
        "error: Options --current and --live are mutually exclusive",
        "setmem",
        "web",
        "16M",
        "--live",
        "--current");
  }

  @Test
  void processorsAreCounted() {
    succeeds(
        """
        maximum      config         2
        current      config         2

        """,
        "vcpucount",
        "web");
    succeeds("\n", "setvcpus", "web", "4", "--maximum", "--config");
    web.power(PowerState.ON);
    succeeds(
        """
        maximum      config         4
        maximum      live           4
        current      config         4
        current      live           4

        """,
        "vcpucount",
        "web");
    succeeds("4\n\n", "vcpucount", "web", "--active", "--live");
    assertThat(JsonText.object(vireo("vcpucount", "web", "--json").out()).toString())
        .isEqualTo("{maximum={config=4, live=4}, current={config=4, live=4}}");
    fails("error: Can't set 0 processors for a VM", "setvcpus", "web", "0");
    fails(
        "error: Option --config is required by option --maximum",
        "setvcpus",
        "web",
        "4",
        "--maximum");
    fails(
        "error: Numeric value 'x' for <count> option is malformed or out of range",
        "setvcpus",
        "web",
        "x");
    fails(
        """
        error: Requested operation is not valid: Domain is not powered off
        hint: processors can be added\
        """,
        "setvcpus",
        "web",
        "8");
    fails("error: Failed to retrieve vCPU count from the guest", "vcpucount", "web", "--guest");
    assertThat(vireo("maxvcpus").out()).matches("\\d+\n\n");
    fails("error: invalid argument: unknown type 'kvm'", "maxvcpus", "--type", "kvm");
  }

  @Test
  void memoryParametersAreShownAndSet() {
    succeeds("min_guarantee  : 0\n\n", "memtune", "web");
    succeeds("\n", "memtune", "web", "--min-guarantee", "10M");
    succeeds("min_guarantee  : 10240\n\n", "memtune", "web", "--config");
    assertThat(JsonText.object(vireo("memtune", "web", "--json").out()).toString())
        .isEqualTo("{min_guarantee=10240}");
    fails(
        """
        error: Unable to change memory parameters
        error: argument unsupported: parameter 'hard_limit' not supported
        """,
        "memtune",
        "web",
        "--hard-limit",
        "1G");
    fails(
        """
        error: Unable to get number of memory parameters
        error: Requested operation is not valid: domain is not running
        """,
        "memtune",
        "web",
        "--live");
    fails(
        "error: Unable to parse integer parameter min-guarantee",
        "memtune",
        "web",
        "--min-guarantee",
        "x");
  }

  @Test
  void schedulerParametersAreShownAndSet() {
    succeeds(
        """
        Scheduler      : allocation
        reservation    : 0
        limit          : -1
        shares         : -2

        """,
        "schedinfo",
        "web");
    succeeds(
        """
        Scheduler      : allocation
        reservation    : 500
        limit          : 1000
        shares         : -3

        """,
        "schedinfo",
        "web",
        "--set",
        "reservation=500",
        "limit=1000",
        "shares=-3",
        "--config");
    assertThat(JsonText.object(vireo("schedinfo", "web", "shares=7", "--json").out()).toString())
        .isEqualTo("{scheduler=allocation, reservation=500, limit=1000, shares=7}");
    fails(
        "error: invalid argument: A limit of 499 MHz is below the reservation of 500 MHz\n",
        "schedinfo",
        "web",
        "limit=499");
    fails("error: invalid scheduler option: weight\n", "schedinfo", "web", "--weight", "1");
    fails("error: invalid scheduler option: limit\n", "schedinfo", "web", "limit=abc");
    fails("error: Invalid syntax for --set, expecting name=value\n", "schedinfo", "web", "limit");
    fails(
        "error: cannot query both live and config at once\n",
        "schedinfo",
        "web",
        "--live",
        "--config");
  }

  @Test
  void domainsStartWithTheirHost() {
    succeeds("Domain 'web' marked as autostarted\n\n", "autostart", "web");
    assertThat(vireo("dominfo", "web").out()).contains("Autostart:      enable\n");
    succeeds("Domain 'web' unmarked as autostarted\n\n", "autostart", "web", "--disable");
    assertThat(vireo("dominfo", "web").out()).contains("Autostart:      disable\n");
    assertThat(JsonText.object(vireo("autostart", "web", "--json").out()))
        .containsEntry("done", "autostart enabled");
  }

  @Test
  void whatMayHaveBeenDoneIsNotCalledFailed() {
    host.faults().add(FaultRule.on("ReconfigureAutostart", new FaultEffect.CutRequest()));
    assertThat(vireo("autostart", "web").err())
        .startsWith("error: Lost track of the request to mark domain 'web' as autostarted\n")
        .doesNotContain("Failed");
    host.faults().clear();
    host.faults().add(FaultRule.on("ReconfigVM_Task", new FaultEffect.CutRequest()));
    assertThat(vireo("setmaxmem", "web", "1G").err())
        .startsWith("error: Lost track of the request to setmaxmem domain 'web'\n")
        .doesNotContain("Unable");
  }

  @Test
  void domainsAreRenamed() {
    succeeds("Domain successfully renamed\n\n", "domrename", "web", "a/b & c");
    assertThat(host.vms().names()).containsExactly("a/b & c");
    host.vms().add("other");
    fails(
        "error: this domain exists already: Could not rename domain: DuplicateName",
        "domrename",
        "a/b & c",
        "other");
    fails(
        "error: Requested operation is not valid: Can't rename domain to itself",
        "domrename",
        "other",
        "other");
  }

  @Test
  void titleAndDescriptionAreShownAndSet() {
    succeeds("No description for domain: web\n", "desc", "web");
    succeeds("No title for domain: web\n", "desc", "web", "--title");
    succeeds("Domain title updated successfully\n", "desc", "web", "--title", "The", "web");
    succeeds("Domain description updated successfully\n", "desc", "web", "--new-desc", "Line 1\n2");
    succeeds("The web\n", "desc", "web", "--title");
    succeeds("Line 1\n2\n", "desc", "web");
    assertThat(vireo("list", "--all", "--title").out()).contains("The web");
    assertThat(JsonText.object(vireo("desc", "web", "--title", "--json").out()))
        .containsEntry("title", "The web");
    fails(
        """
        error: Failed to set new domain title
        error: invalid argument: metadata title can't contain newlines
        """,
        "desc",
        "web",
        "--title",
        "a\nb");
  }

  @Test
  void aDescriptionIsEdited() {
    succeeds("Domain description updated successfully\n", "desc", "web", "old words");
    Run edited = with(Map.of("EDITOR", "sed -i s/old/new/"), "desc", "web", "--edit");
    assertThat(edited.out()).isEqualTo("Domain description updated successfully\n");
    succeeds("new words\n", "desc", "web");
    Run same = with(Map.of("EDITOR", "true"), "desc", "web", "--edit");
    assertThat(same.out()).isEqualTo("Domain description not changed\n");
  }

  @Test
  void metadataIsShownSetEditedAndRemoved() {
    fails(
        "error: metadata not found: Requested metadata element is not present",
        "metadata",
        "web",
        "urn:a");
    succeeds(
        "Metadata modified\n\n", "metadata", "web", "urn:a", "--key", "k", "--set", "<a><b/></a>");
    succeeds("<a>\n  <b/>\n</a>\n\n", "metadata", "web", "urn:a");
    assertThat(vireo("dumpxml", "web").out()).contains("<k:a xmlns:k=\"urn:a\">");
    Run edited =
        with(
            Map.of("EDITOR", "sed -i 's|<b/>|<c/>|'"),
            "metadata",
            "web",
            "urn:a",
            "--edit",
            "--key",
            "k");
    assertThat(edited.out()).isEqualTo("Metadata modified\n\n");
    assertThat(JsonText.object(vireo("metadata", "web", "urn:a", "--json").out()))
        .containsEntry("xml", "<a>\n  <c/>\n</a>");
    succeeds("Metadata removed\n\n", "metadata", "web", "urn:a", "--remove");
    assertThat(vmx()).doesNotContain("vireo.metadata");
    fails(
        "error: namespace key is required when modifying metadata",
        "metadata",
        "web",
        "urn:a",
        "--set",
        "<a/>");
    fails(
        "error: Options --remove and --set are mutually exclusive",
        "metadata",
        "web",
        "urn:a",
        "--set",
        "<a/>",
        "--remove");
    fails(
        "error: XML error: metadata XML, line 1: ",
        "metadata",
        "web",
        "urn:a",
        "--key",
        "k",
        "--set",
        "<a");
  }

  @Test
  void disksAndInterfacesAreListed() {
    web.addNetworkCard("VM Network");
    assertThat(vireo("domblklist", "web", "--details").out())
        .startsWith(" Type    Device   Target   Source\n-----")
        .contains(" file    disk     sda      [datastore1] web/web.vmdk\n")
        .contains(" block   cdrom    hdc      -\n");
    assertThat(vireo("domiflist", "web", "--inactive").out())
        .startsWith(" Interface   Type     Source       Model")
        .contains(" -           bridge   VM Network   ");
    assertThat(vireo("domblklist", "web", "--json").out())
        .contains("\"source\": \"[datastore1] web/web.vmdk\"");
    assertThat(vireo("domiflist", "web", "--json").out()).contains("\"source\": \"VM Network\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3 | vnc://10.1.2.3:1 | 10.1.2.3:1",
        "fd00::1 | vnc://[fd00::1]:1 | fd00::1:1",
        "'' | vnc://localhost:1 | :1"
      })
  void displaysAreNamed(String listen, String uri, String display) {
    display(listen.isEmpty() ? "" : "RemoteDisplay.vnc.ip = \"" + listen + "\"\n");
    succeeds(uri + "\n", "domdisplay", "web");
    succeeds(uri + "\n\n", "domdisplay", "web", "--all");
    succeeds(uri.replace("//", "//:secret@") + "\n", "domdisplay", "web", "--include-password");
    succeeds(display + "\n\n", "vncdisplay", "web");
    fails(
        "error: No graphical display with type 'spice' found",
        "domdisplay",
        "web",
        "--type",
        "spice");
    assertThat(vireo("domdisplay", "web", "--json").out()).contains(uri);
  }

  private void display(String listen) {
    web.vmxFile(
        (vmx()
                + "RemoteDisplay.vnc.enabled = \"TRUE\"\nRemoteDisplay.vnc.port = \"5901\"\n"
                + "RemoteDisplay.vnc.password = \"secret\"\n"
                + listen)
            .getBytes(StandardCharsets.UTF_8));
    web.reload();
    web.power(PowerState.ON);
  }

  @Test
  void noDisplayIsSaid() {
    fails("error: Domain is not running\n", "domdisplay", "web");
    fails("error: Domain is not running\n", "vncdisplay", "web");
    web.power(PowerState.ON);
    fails("error: No graphical display found\n", "domdisplay", "web");
    fails("error: Failed to get VNC port. Is this domain using VNC?\n", "vncdisplay", "web");
  }

  @Test
  void theGuestTellsItsName() {
    fails(
        """
        error: failed to get hostname
        error: Requested operation is not valid: Domain is not powered on
        """,
        "domhostname",
        "web");
    web.power(PowerState.ON);
    web.tools(ToolsState.RUNNING);
    succeeds("web.example.com\n\n", "domhostname", "web");
    fails("error: Unknown data source 'foo'\n", "domhostname", "web", "--source", "foo");
  }
}
