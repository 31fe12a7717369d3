package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.Vcsim;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The command against govmomi's simulated ESX host and vCenter, over TLS. */
@Needs({ForeignProgram.VCSIM, ForeignProgram.GOVC})
@ParameterizedClass
@EnumSource(VcsimTest.Mode.class)
class VcsimTest {
  /** What vcsim plays, with the URI that reaches one of its hosts and the names of two machines. */
  enum Mode {
    /** A host of its own. */
    ESX(
        "esx://root@%s/?no_verify=1&legacy_uuid=1",
        "ha-host_VM0", "ha-host_VM1", "-esx", "ha-datacenter"),
    /** A host in a cluster of a vCenter. */
    VCENTER(
        "vpx://root@%s/DC0/DC0_H0/DC0_H0?no_verify=1&legacy_uuid=1",
        "DC0_H0_VM0", "DC0_H0_VM1", "-esx=false", "DC0");

    private final String uri;
    private final String first;
    private final String second;
    private final String argument;
    private final String datacenter;

    Mode(String uri, String first, String second, String argument, String datacenter) {
      this.uri = uri;
      this.first = first;
      this.second = second;
      this.argument = argument;
      this.datacenter = datacenter;
    }
  }

  @Parameter Mode mode = Mode.ESX;
  @TempDir Path folder;

  private static final String REAL_VMX =
      """
      .encoding = "UTF-8"
      config.version = "8"
      virtualHW.version = "13"
      displayName = "real"
      guestOS = "rhel9-64"
      memsize = "1024"
      uuid.bios = "56 4d 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "pvscsi"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "disk.vmdk"
      """;

  private Vcsim vcsim;
  private InProcessVireo vireo;

  VcsimTest() {}

  @BeforeEach
  void start() throws IOException {
    vcsim = Vcsim.start(mode.argument);
    vireo =
        InProcessVireo.of(
            mode.uri.formatted(vcsim.authority()),
            AuthFile.write(folder.resolve("auth.conf"), Vcsim.USER, Vcsim.PASSWORD));
  }

  @AfterEach
  void nothingStaysLoggedInAndTheServerStops() {
    try (Vcsim server = vcsim) {
      assertThat(server.govc().run("session.ls").succeeded().lines().skip(1))
          .as("sessions other than that of govc, which asks")
          .singleElement()
          .asString()
          .contains("govc/");
    }
  }

  @Test
  void listsTheMachinesOfTheHost() {
    assertThat(lines("list", "--all", "--name")).containsExactlyInAnyOrder(mode.first, mode.second);
    assertThat(lines("list", "--inactive", "--name")).isEmpty();
    assertThat(vireo.run("list").succeeded())
        .containsPattern("(?m)^ \\d+ +%s +running$".formatted(mode.first));
  }

  @Test
  void findsAMachineByNameIdAndUuid() {
    String id = line("domid", mode.first);
    String uuid = line("domuuid", mode.first);

    assertThat(line("domname", id)).isEqualTo(mode.first);
    assertThat(line("domname", uuid)).isEqualTo(mode.first);
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded())
        .contains("UUID:         " + uuid);
    assertThat(vireo.run("dominfo", id).succeeded())
        .contains("Name:           " + mode.first, "UUID:           " + uuid);
  }

  @Test
  void drivesAMachineThroughItsStates() {
    assertThat(line("domstate", mode.first)).isEqualTo("running");

    vireo.run("suspend", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("paused");
    vireo.run("resume", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("running");
    vireo.run("destroy", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("shut off");
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded()).contains("poweredOff");
    vireo.run("start", mode.first).succeeded();
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded()).contains("poweredOn");
  }

  /** vcsim replaces a share as a whole, so what is not named would be lost. */
  @Test
  void configuresAMachine() {
    vireo.run("schedinfo", mode.first, "reservation=500", "limit=1000", "shares=-3").succeeded();
    vireo.run("schedinfo", mode.first, "--set", "limit=700").succeeded();
    assertThat(vireo.run("schedinfo", mode.first, "--config").succeeded())
        .contains("reservation    : 500\n", "limit          : 700\n", "shares         : -3\n");
    vireo.run("setmem", mode.first, "20M").succeeded();
    vireo.run("memtune", mode.first, "--min-guarantee", "10M").succeeded();
    assertThat(vireo.run("memtune", mode.first).succeeded()).contains("min_guarantee  : 10240\n");
    assertThat(vireo.run("dominfo", mode.first).succeeded())
        .contains("Used memory:    20480 KiB\n");
    vireo.run("desc", mode.first, "some", "words").succeeded();
    assertThat(vireo.run("desc", mode.first).succeeded()).startsWith("some words");
    vireo.run("metadata", mode.first, "urn:a", "--key", "k", "--set", "<a/>").succeeded();
    vireo.run("desc", mode.first, "--title", "a", "title").succeeded();
    assertThat(vireo.run("metadata", mode.first, "urn:a").succeeded()).startsWith("<a/>");
    vireo.run("destroy", mode.first).succeeded();
    vireo.run("setvcpus", mode.first, "4").succeeded();
    vireo.run("setmaxmem", mode.first, "64M").succeeded();
    assertThat(vireo.run("dominfo", mode.first).succeeded())
        .contains("CPU(s):         4\n", "Max memory:     65536 KiB\n");
    vireo.run("domrename", mode.first, "a/b & c").succeeded();
    assertThat(vcsim.govc().run("find", "/", "-type", "m").succeeded()).contains("a%2fb & c");
    assertThat(line("domstate", "a/b & c")).isEqualTo("shut off");
  }

  @Test
  void takesRevertsToAndDeletesSnapshots() {
    vireo.run("snapshot-create-as", mode.first, "before", "some words").succeeded();
    vireo.run("snapshot-create-as", mode.first, "after").succeeded();
    assertThat(lines("snapshot-list", mode.first, "--name")).containsExactly("after", "before");
    assertThat(line("snapshot-current", mode.first, "--name")).isEqualTo("after");
    assertThat(line("snapshot-parent", mode.first, "after")).isEqualTo("before");
    assertThat(vireo.run("snapshot-dumpxml", mode.first, "before").succeeded())
        .contains("<description>some words</description>");

    vireo.run("snapshot-revert", mode.first, "before").succeeded();
    assertThat(line("snapshot-current", mode.first, "--name")).isEqualTo("before");
    vireo.run("snapshot-delete", mode.first, "after").succeeded();
    assertThat(lines("snapshot-list", mode.first, "--name")).containsExactly("before");
    assertThat(vcsim.govc().run("snapshot.tree", "-vm", mode.first).succeeded())
        .contains("before")
        .doesNotContain("after");
  }

  /**
   * vcsim registers only what has the log and the NVRAM of a machine that was there before, and
   * deletes no file over HTTP, though it says so.
   */
  @Test
  void passesOnThatVcsimDoesNotRegisterAMachine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("made.xml"),
            """
            <domain type='vmware'><name>made &amp; so</name><memory>65536</memory><vcpu>1</vcpu>
            <os><type arch='x86_64'>hvm</type></os><devices><disk type='file' device='disk'>
            <source file='[LocalDS_0] a b/made.vmdk'/><target dev='sda' bus='scsi'/></disk>
            </devices></domain>
            """);
    assertThat(govc("datastore.mkdir", "-ds", "LocalDS_0", "a b")).isEmpty();

    assertThat(vireo.run("define", file.toString()).stderr())
        .contains("Could not define domain: NotFound");

    assertThat(govc("datastore.ls", "-ds", "LocalDS_0", "a b").strip())
        .isEqualTo("made +Jg- so.vmx");
    assertThat(govc("find", "/", "-type", "m")).doesNotContain("made & so");
  }

  @Test
  void undefinesAMachine() {
    vireo.run("destroy", mode.second).succeeded();

    vireo.run("undefine", mode.second).succeeded();

    assertThat(govc("find", "/", "-type", "m")).contains(mode.first).doesNotContain(mode.second);
  }

  /** Properties tell here, which have to stay for a second; vcsim's log does not change them. */
  @Test
  void tellsWhatHappens() throws InterruptedException, ExecutionException {
    CompletableFuture<Outcome> heard =
        CompletableFuture.supplyAsync(
            () -> vireo.run("event", mode.first, "--event", "lifecycle", "--timeout", "60"));
    // Whatever is done before it listens goes unheard.
    for (String what = "destroy";
        !isHeard(heard);
        what = what.equals("start") ? "destroy" : "start") {
      vireo.run(what, mode.first).succeeded();
    }

    assertThat(heard.get().succeeded())
        .startsWith("event 'lifecycle' for domain '" + mode.first + "': ")
        .endsWith("events received: 1\n\n");
  }

  private static boolean isHeard(CompletableFuture<Outcome> heard)
      throws InterruptedException, ExecutionException {
    try {
      heard.get(3, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private String govc(String... arguments) {
    return vcsim.govc().run(arguments).succeeded();
  }

  @Test
  void refusesWhatTheStateForbids() {
    Outcome outcome = vireo.run("start", mode.first);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stderr()).startsWith("error: ");
  }

  @Test
  void knowsTheHost() {
    assertThat(vireo.run("nodeinfo").succeeded()).contains("CPU(s):", "Memory size:");
    assertThat(vireo.run("version").succeeded()).contains("Running hypervisor: ESX");
    assertThat(vireo.run("hostname").exitCode()).isZero();
    assertThat(vireo.run("capabilities").succeeded()).startsWith("<capabilities>");
  }

  @Test
  void saysThatAVmxFileIsEmptyUntilThereIsARealOne() {
    Outcome outcome = vireo.run("dumpxml", mode.first);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout().strip()).isEmpty();
    assertThat(outcome.stderr())
        .matches(
            "error: internal error: Could not read the domain '"
                + mode.first
                + "': its VMX file '\\[LocalDS_0] .+\\.vmx' is empty\n");

    String path = outcome.stderr().replaceAll("(?s).*\\[LocalDS_0] (.+\\.vmx)'.*", "$1");
    upload(path, REAL_VMX);

    assertThat(vireo.run("dumpxml", mode.first).succeeded())
        .startsWith("<domain type='vmware' id='")
        .contains(
            "<name>real</name>",
            "<uuid>564d0001-0203-0405-0607-08090a0b0c0d</uuid>",
            "<source file='[LocalDS_0] " + path.replaceAll("/[^/]*$", "") + "/disk.vmdk'/>",
            "<vmware:datacenterpath>" + mode.datacenter + "</vmware:datacenterpath>");
  }

  private void upload(String path, String text) {
    int port = Integer.parseInt(vcsim.authority().replaceFirst(".*:", ""));
    VimTransport transport =
        new HttpTransport(HttpOptions.https("127.0.0.1", port).withTls(TlsPolicy.noVerify()));
    try (VimClient client = VimClient.connect(transport, ClientOptions.DEFAULT)) {
      client.login(Vcsim.USER, Vcsim.PASSWORD.toCharArray());
      WireRequest request =
          new WireRequest(
              WireRequest.Verb.PUT,
              "/folder/" + path + "?dcPath=" + mode.datacenter + "&dsName=LocalDS_0",
              Map.of(),
              text.getBytes(StandardCharsets.UTF_8),
              "PUT /folder",
              false,
              Duration.ofSeconds(30));
      assertThat(transport.send(request).status()).isBetween(200, 201);
    }
  }

  @Test
  void failsWithAWrongPassword() throws IOException {
    InProcessVireo stranger =
        InProcessVireo.of(
            vireo.uri(), AuthFile.write(folder.resolve("other.conf"), Vcsim.USER, "wrong"));

    Outcome outcome = stranger.run("list");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).startsWith("error: failed to connect to the hypervisor\n");
  }

  private String line(String... arguments) {
    return vireo.run(arguments).succeeded().strip();
  }

  private List<String> lines(String... arguments) {
    return vireo.run(arguments).succeeded().lines().filter(line -> !line.isEmpty()).toList();
  }
}
