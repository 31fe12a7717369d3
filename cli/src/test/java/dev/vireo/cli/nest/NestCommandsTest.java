package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.nest.Removal;
import dev.vireo.nest.install.TestMedia;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other commands for nested hosts, on a KVM host in memory. */
class NestCommandsTest {

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private FakeLab lab;

  NestCommandsTest() {}

  @BeforeEach
  void ready() {
    lab = FakeLab.ready(machineRoot);
  }

  @Test
  void checkSaysThatAHostIsReady() {
    Run run = nest("check", "--directory", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(" cpu-flags         ok   the processor has vmx\n")
        .endsWith("\n\nReady.\n\n")
        .doesNotContain("mend:");
  }

  @Test
  void checkCountsWhatIsLeftToMend() {
    lab.machine.module("kvm", "ignore_msrs", "N");
    assertThat(check()).endsWith("\nReady: 1 warning.\n\n");
    lab.machine.cpus("GenuineIntel", "vmx", 1);
    assertThat(check()).endsWith("\nReady: 2 warnings.\n\n");
    assertThat(check("--nic=e1000")).endsWith("\nNot ready: 1 to mend, 2 warnings.\n\n");
    lab.machine.module("kvm", "ignore_msrs", "Y").cpus("GenuineIntel", "vmx", 8);
    assertThat(check("--nic=e1000", "--vcpus=1")).endsWith("\nNot ready: 2 to mend.\n\n");
  }

  private String check(String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--directory", folder.toString()));
    args.addAll(List.of(options));
    return nest(args.toArray(String[]::new)).out();
  }

  @Test
  void checkSaysWhatToInstallAndWhatToStart() {
    lab.libvirt.absent(
        Kind.NO_CONNECTION,
        "polkit: no agent\n"
            + "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or"
            + " directory");
    assertThat(check())
        .contains(
            "mend:     apt-get install libvirt-clients libvirt-daemon-system qemu-system-x86 ovmf"
                + " && virtlogd --daemon && libvirtd --daemon\n");

    lab.machine.file("run/systemd/system/x", "").file("etc/os-release", "ID=fedora\n");
    assertThat(check())
        .contains(
            "mend:     dnf install libvirt qemu-kvm edk2-ovmf && { systemctl enable --now"
                + " virtqemud.socket virtnetworkd.socket || systemctl enable --now libvirtd; }\n");

    lab.machine.file("usr/sbin/libvirtd", "");
    assertThat(check()).contains("mend:     systemctl enable --now libvirtd\n");

    lab.machine.file("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
    assertThat(check()).contains("mend:     dnf install ").doesNotContain("QEMU's user");
  }

  @Test
  void checkLetsTheUserInWhereTheDaemonDoesNot() {
    lab.libvirt.absent(
        Kind.NO_CONNECTION,
        "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied");

    assertThat(check())
        .contains(
            "mend:     usermod -a -G libvirt "
                + System.getProperty("user.name")
                + ", and log in again\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--disk-size=1GiB, disk",
    "--memory=1GiB, memory",
    "--vcpus=1, cores",
    "--nic=e1000, nic",
    "--cpu-vendor=amd, cpu-mode"
  })
  void checkIsNotReadyForWhatCreateRefuses(String option, String check) {
    Run run = nest("check", "--esxi", "9.0", option, "--directory", folder.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).containsPattern("(?m)^ " + check + " +(known-bad|fail) ");
    assertThat(nest("create", "no", "--esxi", "9.0", option, "--directory", "" + folder).exitCode())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotLookedAtMakesNoHostLessReady() {
    Run run = nest("check", "--emulate", "--json", "--directory", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\n  \"verdict\": \"ok\",\n", "      \"verdict\": \"skipped\",\n");
  }

  @Test
  void checkSaysWhatMayGoWrongAndHowToMendIt() {
    lab.machine.module("kvm", "ignore_msrs", "N");
    Run run = nest("check", "--directory", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(" ignore-msrs       warn    KVM refuses accesses to unknown registers")
        .contains("                   mend:   echo 1 > /sys/module/kvm/parameters/ignore_msrs");
  }

  @Test
  void checkSaysThatAHostIsNotReady() {
    lab = FakeLab.unable(machineRoot.resolve("unable"));
    Run run = nest("check", "--json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("{\n  \"esxi\": \"8.0\",\n  \"verdict\": \"fail\",\n  \"checks\": [\n")
        .contains("\"check\": \"kvm-module\",\n      \"verdict\": \"fail\",\n")
        .contains("\"remedy\": \"mend cpu-flags first, then: modprobe kvm_amd\"\n")
        .contains("\"summary\": \"Not ready: 4 to mend.\"");
  }

  @Test
  void checkLooksForTheBridgeThatIsAskedFor() {
    Run run = nest("check", "--directory", folder.toString(), "--ovs", "ovsbr0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("there is no Open vSwitch bridge ovsbr0");
  }

  @ParameterizedTest
  @CsvSource({"--esxi, 4.1", "--memory, 8", "--graphics, x11", "--libvirt, ''"})
  void checkThatCannotBeMadeIsNoWarning(String option, String value) {
    Run run = nest("check", option, value);

    assertThat(run.err()).startsWith("error: ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void listShowsOwnHostsWithTheirAddress() {
    lab.libvirt.domain("other", "<domain><name>other</name></domain>").leasing("192.168.122.7");
    create("esxi-1", "--start");
    create("esxi-2", "--esxi", "6.0");

    assertThat(nest("list").out())
        .isEqualTo(
            """
             Name     ESXi   State      Address
            -------------------------------------------
             esxi-1   8.0    running    192.168.122.7
             esxi-2   6.0    shut off   -

            """);
    assertThat(nest("list", "--name").out()).isEqualTo("esxi-1\nesxi-2\n\n");
    assertThat(nest("list", "--json").out())
        .contains("\"uri\": \"esx://root@192.168.122.7/\"", "\"esxi\": \"6.0\"");
  }

  @Test
  void startAndStopSayWhatTheyDid() {
    create("esxi-1");

    assertThat(nest("start", "esxi-1").out()).isEqualTo("Host 'esxi-1' started\n\n");
    assertThat(nest("start", "esxi-1").err()).isEqualTo("error: esxi-1 runs already\n");
    assertThat(nest("stop", "esxi-1").out()).isEqualTo("Host 'esxi-1' is being shut down\n\n");
    assertThat(nest("stop", "esxi-1").err()).isEqualTo("error: esxi-1 does not run\n");
    nest("start", "esxi-1");
    assertThat(nest("stop", "esxi-1", "--force").out()).isEqualTo("Host 'esxi-1' is off\n\n");
    assertThat(lab.libvirt.done).contains("shutdown esxi-1", "destroy esxi-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "console", "wait", "destroy"})
  void aHostThatIsNotThereIsSaid(String verb) {
    Run run = nest(verb, "esxi-9");

    assertThat(run.err()).isEqualTo("error: there is no host esxi-9 at qemu:///system\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "console", "wait", "destroy"})
  void aDomainOfSomebodyElseIsLeftAlone(String verb) {
    lab.libvirt.domain("web", "<domain><name>web</name></domain>");

    assertThat(nest(verb, "web").err())
        .isEqualTo("error: domain web at qemu:///system is no nested host made by Vireo\n");
    assertThat(lab.libvirt.done).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "destroy"})
  void readOnlyChangesNothing(String verb) {
    create("esxi-1");

    assertThat(lab.vireo("-r", "nest", verb, "esxi-1").err())
        .isEqualTo("error: operation forbidden: read only access prevents nest " + verb + "\n");
  }

  @Test
  void consoleEndsAsItsProgramDoes() {
    create("esxi-1");
    assertThat(nest("console", "esxi-1").err()).isEqualTo("error: esxi-1 does not run\n");
    nest("start", "esxi-1");

    assertThat(nest("console", "esxi-1").exitCode()).isZero();
    lab.libvirt.console("sh", "-c", "exit 3");
    assertThat(nest("console", "esxi-1").exitCode()).isEqualTo(3);
    lab.libvirt.console("/no/such/virsh");
    assertThat(nest("console", "esxi-1").err())
        .startsWith("error: '/no/such/virsh' cannot be run: ");
  }

  @Test
  void waitSaysWhoAnsweredReadyToConnect() {
    create("esxi-1", "--start");
    try (Simulator simulator = Simulator.start(SimulatorConfig.esx80());
        SimulatorServer server = simulator.serve(ServeOptions.https())) {
      String address = server.host() + ":" + server.port();
      Run run = nest("wait", "esxi-1", "--address", address, "--timeout", "60s");

      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .matches(
              """
              Version:     VMware ESXi 8\\.0\\.3 build-\\d+
              Fingerprint: [0-9A-F:]{95}
              URI:         esx://root@127\\.0\\.0\\.1:\\d+/\\?fingerprint=[0-9A-F:]{95}

              """);
      String uri = run.out().lines().toList().get(2).replaceFirst("URI: *", "");
      assertThat(Run.with(Map.of("VIREO_PASSWORD", "vireo"), "", "-c", uri, "hostname").exitCode())
          .isZero();
      assertThat(nest("wait", "esxi-1", "--address", address, "--json").out())
          .contains("\"product\": \"VMware ESXi\"", "\"version\": \"8.0.3\"");
    }
  }

  @Test
  void waitGivesUpAndSaysWhatToDo() {
    create("esxi-1", "--start");

    Run run = nest("wait", "esxi-1", "--timeout", "0s");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "error: esxi-1 did not answer within 0 seconds: libvirt knows no address of it, for"
                + " one because its network gives no leases\n"
                + "hint: look at its screen and name the address (--address)\n");
    assertThat(nest("wait", "esxi-1", "--timeout", "soon").err())
        .isEqualTo("error: 'soon' is no time for --timeout\nhint: write it like 10ms, 2s or 1m\n");
  }

  @Test
  void waitForAHostThatIsOffIsRefused() {
    create("esxi-1");

    assertThat(nest("wait", "esxi-1").err())
        .isEqualTo(
            "error: esxi-1 does not run, so that it will not answer\nhint: vireo nest start esxi-1\n");
  }

  @Test
  void destroyNeedsAYesAndNamesWhatGoes() {
    create("esxi-1", "--start");

    Run run = nest("destroy", "esxi-1", "--nvram", "--disks");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            error: nobody is there to ask whether to remove 'esxi-1'
            error: it would take: its power: it runs
            error: it would take: the definition of domain esxi-1
            error: it would take: the variables of its firmware
            error: it would take: %s/esxi-1.img
            hint: repeat this with --yes
            """
                .formatted(folder));
    assertThat(lab.libvirt.domainNames()).containsExactly("esxi-1");
    assertThat(folder.resolve("esxi-1.img")).exists();
  }

  @Test
  void destroyLeavesDisksUnlessTold() {
    create("esxi-1");

    assertThat(nest("destroy", "esxi-1", "--yes").out())
        .isEqualTo("Host 'esxi-1' removed\n  the definition of domain esxi-1\n\n");
    assertThat(folder.resolve("esxi-1.img")).exists();
    assertThat(lab.libvirt.done).contains("undefine esxi-1 [MANAGED_SAVE, SNAPSHOTS_METADATA]");
  }

  @Test
  void destroyTakesWhatItIsToldToTake() {
    create("esxi-1", "--start");

    assertThat(nest("destroy", "esxi-1", "--nvram", "--disks", "--yes", "--json").out())
        .contains("\"poweredOff\": true", "\"nvram\": true", "esxi-1.img");
    assertThat(folder.resolve("esxi-1.img")).doesNotExist();
    assertThat(lab.libvirt.domainNames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"y, true", "YES, true", "n, false", "'', false", "none, false", "yesterday, false"})
  void onlyYesMeansYes(String answer, boolean meant) {
    assertThat(NestDestroyVerb.means(answer)).isEqualTo(meant);
  }

  @Test
  void whatGoesIsNamedOneThingALine() {
    assertThat(NestDestroyVerb.goes(new Removal("a", false, false, List.of(Path.of("/x.img")))))
        .containsExactly("the definition of domain a", "/x.img");
  }

  @Test
  void modernisePrintsXmlAndTheReasonForEachChange() throws IOException {
    Path old =
        Files.writeString(
            folder.resolve("old.xml"),
            """
            <domain type='kvm'><name>esxi</name><memory unit='KiB'>4194304</memory>
            <vcpu>2</vcpu><os><type arch='x86_64' machine='pc-i440fx-2.1'>hvm</type></os>
            <features><acpi/><apic/><pae/></features><devices>
            <emulator>/opt/qemu/x86_64-softmmu/qemu-kvm</emulator></devices></domain>
            """);

    Run run = nest("modernise", old.toString(), "--esxi", "5.5", "--cpu-vendor", "intel");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("<domain type='kvm'>\n")
        .endsWith("</domain>\n")
        .contains("machine='pc'", "<vmport state='off'/>", "name='vmx'");
    assertThat(run.err())
        .contains(old + ": os/type/@machine: pc-i440fx-2.1 -> pc: ")
        .contains(old + ": features/vmport: added, off: it hides VMware's backdoor port from ESXi");
    assertThat(nest("modernise", old.toString(), "--json").out())
        .contains("\"element\": \"features/vmport\"", "\"cpuVendorOf\": \"machine\"");
    assertThat(lab.libvirt.done).isEmpty();
  }

  @Test
  void withoutAMakerThatOfThisMachineCountsAndIsSaid() throws IOException {
    Path old =
        Files.writeString(
            folder.resolve("old.xml"),
            """
            <domain type='kvm'><name>esxi</name><memory unit='KiB'>4194304</memory>
            <vcpu>2</vcpu><os><type>hvm</type></os></domain>
            """);
    String note = old + ": note: made for processors of Intel, as this machine has; --cpu-vendor";

    Run here = nest("modernise", old.toString());
    assertThat(here.out()).contains("<feature policy='require' name='vmx'/>");
    assertThat(here.err()).contains(note).doesNotContain("to be added");

    Run named = nest("modernise", old.toString(), "--cpu-vendor", "amd");
    assertThat(named.out()).contains("<feature policy='require' name='svm'/>");
    assertThat(named.err()).doesNotContain("note:");

    lab.machine.cpus("HygonGenuine", "svm", 2);
    Run unknown = nest("modernise", old.toString());
    assertThat(unknown.err()).contains("to be added: vmx on Intel's").doesNotContain("note:");
  }

  @Test
  void moderniseRefusesWhatIsNoDomain() {
    assertThat(Run.with(Map.of(), "<network/>", "nest", "modernise", "-").err())
        .startsWith("error: standard input: ");
    assertThat(Run.with(Map.of(), "nonsense", "nest", "modernise", "-").exitCode()).isEqualTo(1);
    assertThat(nest("modernise", "/nowhere.xml").err())
        .isEqualTo("error: Failed to open file '/nowhere.xml': No such file or directory\n");
  }

  @Test
  void theUriOfLibvirtIsTheFirstOneThatIsQemus() {
    nest("list");
    lab.vireo(Map.of("LIBVIRT_DEFAULT_URI", "qemu+ssh://kvm1/system"), "nest", "list");
    lab.vireo(
        Map.of(
            "VIREO_DEFAULT_CONNECT_URI", "esx://esx1/", "LIBVIRT_DEFAULT_URI", "qemu:///session"),
        "nest",
        "list");
    lab.vireo("-c", "qemu+tls://kvm2/system", "nest", "list");
    lab.vireo("-c", "test:///default", "nest", "list");
    lab.vireo("-c", "qemu+tls://kvm2/system", "nest", "list", "--libvirt", "qemu:///embed?root=/x");

    assertThat(lab.uris)
        .containsExactly(
            "qemu:///system",
            "qemu+ssh://kvm1/system",
            "qemu:///session",
            "qemu+tls://kvm2/system",
            "qemu:///system",
            "qemu:///embed?root=/x");
  }

  @Test
  void withoutLibvirtItIsSaidOnce() {
    Run run = Run.vireo("nest", "list", "--libvirt", "qemu:///system?socket=" + folder + "/none");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err().lines().skip(1)).allMatch(line -> line.startsWith("hint: "));
    assertThat(run.err())
        .matches("error: ('virsh' cannot be run, which|libvirt cannot be reached at)(?s).*");
  }

  @Test
  void aMisspelledCommandIsFoundOut() {
    assertThat(Run.vireo("nest", "modernize", "x.xml").err())
        .isEqualTo(
            "error: unknown command: 'nest modernize'\nhint: did you mean 'nest modernise'?\n");
    assertThat(Run.vireo("nest").err())
        .startsWith("error: command 'nest' needs a word that says what to do: check, console");
    assertThat(Run.vireo("help", "nest").out()).contains("Nested ESXi Hosts", "nest wait");
  }

  private void create(String name, String... options) {
    List<String> args = new ArrayList<>(List.of("create", name, "--directory", folder.toString()));
    if (!List.of(options).contains("--esxi")) {
      args.addAll(List.of("--esxi", "8.0"));
    }
    args.addAll(List.of(options));
    if (List.of(options).contains("--start")) {
      args.addAll(List.of("--iso", installer().toString()));
    }
    assertThat(nest(args.toArray(String[]::new)).err()).isEmpty();
  }

  private Path installer() {
    return TestMedia.isoHeader(
        machineRoot.resolve("installer.iso"), "ESXI-8.0U3B-24280767-STANDARD");
  }

  private Run nest(String... args) {
    List<String> all = new ArrayList<>(List.of("nest"));
    all.addAll(List.of(args));
    return lab.vireo(all.toArray(String[]::new));
  }
}
