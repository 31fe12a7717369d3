package dev.vireo.nest.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.XmlQuery;
import dev.vireo.nest.internal.check.LibvirtChecks;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How virsh is run, with a stand-in for it. The interop tests run the real one. */
class VirshHostTest {

  @TempDir private Path folder;

  @Test
  void argumentsReachVirshAsTheyAre() throws IOException {
    VirshHost host =
        virsh(
            "for each; do echo \"[$each]\"; done >\"$0.args\"; echo LC_ALL=$LC_ALL >>\"$0.args\"");

    host.start("a b; $(x)");

    assertThat(folder.resolve("virsh.args"))
        .hasContent(
            """
            [--quiet]
            [--connect]
            [qemu:///system]
            [start]
            [--domain]
            [a b; $(x)]
            LC_ALL=C
            """);
  }

  @Test
  void aDefinitionIsValidated() throws IOException {
    VirshHost host = virsh("echo \"$4 $5\" >\"$0.args\"; cat \"$7\" >>\"$0.args\"");

    host.define("<domain/>");

    assertThat(folder.resolve("virsh.args")).hasContent("define --validate\n<domain/>");
  }

  @Test
  void libvirtsWordsAreKept() throws IOException {
    VirshHost host =
        virsh("echo 'error: Failed to start domain' >&2; echo 'error: no such luck' >&2; exit 1");

    assertThatThrownBy(() -> host.start("esxi-1"))
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
              assertThat(failure.libvirtText()).isEqualTo("Failed to start domain\nno such luck");
            })
        .hasMessage("libvirt refused to start: Failed to start domain; no such luck");
  }

  @Test
  void aLibvirtOfAnotherHypervisorIsSaid() throws IOException {
    VirshHost host =
        virsh(
            "echo 'Compiled against library: libvirt 9.0.0'\n"
                + "echo 'Using library: libvirt 9.0.0'\necho 'Running hypervisor: Test 2.0.0'");

    assertThatThrownBy(host::versions)
        .hasMessage(
            "qemu:///system is a libvirt for Test, and nested hosts need one for QEMU, such as"
                + " qemu:///system");
  }

  @Test
  void aMissingVirshIsSaidWithTheRemedy() {
    VirshHost host =
        new VirshHost(
            folder.resolve("none").toString(), VirshHost.DEFAULT_URI, Duration.ofSeconds(5));

    assertThatThrownBy(host::domainNames)
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_INSTALLED))
        .extracting("hints")
        .asString()
        .contains("apt-get install libvirt-clients");
  }

  @Test
  void aHangingVirshIsEnded() throws IOException {
    // Reads from a pipe that nobody writes to.
    VirshHost host = virsh("mkfifo \"$0.pipe\"; exec cat \"$0.pipe\"", Duration.ofMillis(200));

    assertThatThrownBy(host::domainNames)
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT));
  }

  @Test
  void anInterruptEndsTheWaitAndIsNotLost() throws IOException {
    VirshHost host = virsh("mkfifo \"$0.pipe\"; exec cat \"$0.pipe\"");
    Thread.currentThread().interrupt();

    assertThatThrownBy(host::domainNames)
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void muchOutputIsReadToItsEnd() throws IOException {
    VirshHost host = virsh("i=0; while [ $i -lt 20000 ]; do echo domain-$i; i=$((i+1)); done");

    assertThat(host.domainNames()).hasSize(20000);
  }

  @Test
  void endlessOutputIsOneError() throws IOException {
    VirshHost host = virsh("exec yes domain");

    assertThatThrownBy(host::domainNames)
        .isInstanceOf(VirtualizationException.class)
        .hasMessageMatching("'.*/virsh' printed more than \\d+ MiB");
  }

  @Test
  void whoPrintedTooMuchIsNotWaitedFor() throws IOException {
    VirshHost host = virsh("yes domain | head -c 20000000; exec sleep 300");

    assertThatThrownBy(host::domainNames).hasMessageContaining("printed more than");
  }

  @Test
  void endlessComplaintsAreOneError() throws IOException {
    VirshHost host = virsh("yes error >&2");

    assertThatThrownBy(host::domainNames).hasMessageContaining("printed more than");
  }

  @Test
  void aLongComplaintIsCut() throws IOException {
    VirshHost host = virsh("head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1");

    assertThatThrownBy(host::domainNames)
        .hasMessageStartingWith("libvirt refused to list: xxx")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3000));
  }

  @Test
  void aProgramThatLeavesItsOutputToAnotherIsGivenUp() throws IOException {
    VirshHost host = virsh("mkfifo \"$0.pipe\"; cat \"$0.pipe\" &", Duration.ofMillis(200));

    try {
      assertThatThrownBy(host::domainNames)
          .isInstanceOfSatisfying(
              VirtualizationException.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT));
    } finally {
      // Ends the reader that was left.
      Files.newOutputStream(folder.resolve("virsh.pipe")).close();
    }
  }

  @Test
  void aDocumentThatIsTooLargeIsOneError() {
    String document = "<a>" + "<b/>".repeat(2 << 20) + "</a>";

    assertThatThrownBy(() -> XmlQuery.parse(document))
        .isInstanceOf(NestException.class)
        .hasMessageMatching("libvirt answered with a document of more than \\d+ [MK]iB.*");
  }

  @Test
  void aDocumentThatIsTooDeepIsOneError() {
    String document = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThatThrownBy(() -> XmlQuery.parse(document).text("name"))
        .isInstanceOf(NestException.class);
  }

  @ParameterizedTest
  @CsvSource({"vcpu max='many'", "vcpu max='99999999999'"})
  void aNumberThatIsNoneIsOneError(String vcpu) {
    assertThatThrownBy(() ->
            DomainCapabilities.parse(
                "<x><path>/q</path><domain>kvm</domain><machine>pc</machine><%s/></x>"
                    .formatted(vcpu)))
        .isInstanceOf(NestException.class);
  }

  @Test
  void aVersionWithoutEndIsNone() {
    assertThatThrownBy(() -> EsxiVersion.parse("8.0" + ".1".repeat(1 << 20)))
        .isInstanceOf(NestException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    assertThat(LibvirtChecks.compare("99999999999999.1", "9.0")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "qemu:///system, true",
    "qemu:///session?socket=/run/x, true",
    "qemu+unix:///system, true",
    "qemu+ssh://lab/system, false",
    "qemu+tls://root@lab:16514/system, false"
  })
  void aUriSaysWhetherTheDaemonIsHere(String uri, boolean local) {
    assertThat(new VirshHost(uri).local()).isEqualTo(local);
  }

  @Test
  void leasesComeBeforeNeighboursAndIpv4BeforeIpv6() throws IOException {
    VirshHost host =
        virsh(
            """
            case "$*" in
              *domstate*) echo running ;;
              *lease*) echo ' vnet0  52:54:00:1a:2b:3c  ipv6  fe80::1/64'
                       echo ' vnet0  52:54:00:1a:2b:3c  ipv6  2001:db8::7/64'
                       echo ' vnet0  52:54:00:1a:2b:3c  ipv4  192.168.122.7/24' ;;
              *) exit 1 ;;
            esac
            """);

    assertThat(host.addresses("esxi-1")).containsExactly("192.168.122.7", "2001:db8::7");
  }

  @Test
  void neighboursAreAskedWhereNobodyLeases() throws IOException {
    VirshHost host =
        virsh(
            """
            case "$*" in
              *domstate*) echo running ;;
              *arp*) echo ' vnet0  52:54:00:1a:2b:3c  ipv4  10.0.0.7/0' ;;
            esac
            """);

    assertThat(host.addresses("esxi-1")).containsExactly("10.0.0.7");
  }

  @Test
  void aLibvirtThatCannotLookAtNeighboursKnowsNoAddress() throws IOException {
    VirshHost host =
        virsh(
            """
            case "$*" in
              *domstate*) echo running ;;
              *arp*) echo 'error: internal error: wrong nlmsg len' >&2; exit 1 ;;
            esac
            """);

    assertThat(host.addresses("esxi-1")).isEmpty();
  }

  @Test
  void aDomainThatIsOffHasNoAddress() throws IOException {
    assertThat(
            virsh("case \"$*\" in *domstate*) echo 'shut off' ;; *) exit 1 ;; esac").addresses("x"))
        .isEmpty();
  }

  /** Where this was started with SIGINT ignored, its children cannot be ended by that. */
  @ParameterizedTest
  @ValueSource(strings = {"kill -TERM $$", "kill -KILL $$", "exit 130"})
  void aVirshThatASignalEndsWasInterrupted(String end) throws IOException {
    VirshHost host = virsh(end);

    assertThatThrownBy(() -> host.start("esxi-1"))
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED))
        .hasMessage("virsh was interrupted while it was to start");
  }

  @Test
  void theConsoleIsACommandForATerminal() {
    assertThat(new VirshHost("qemu:///system").consoleCommand("esxi-1"))
        .isEqualTo(
            List.of("virsh", "--connect", "qemu:///system", "console", "--domain", "esxi-1"));
  }

  private VirshHost virsh(String script) throws IOException {
    return virsh(script, Duration.ofMinutes(1));
  }

  private VirshHost virsh(String script, Duration limit) throws IOException {
    Path program = Files.writeString(folder.resolve("virsh"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new VirshHost(program.toString(), VirshHost.DEFAULT_URI, limit);
  }
}
