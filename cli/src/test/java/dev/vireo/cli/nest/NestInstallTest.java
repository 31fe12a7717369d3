package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.cli.CommandException;
import dev.vireo.cli.Run;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code nest install} with a USB stick, which needs no other program. The interop tests copy ISOs.
 */
class NestInstallTest {

  private static final String PASSWORD = "Correct-horse-7";
  private static final int DESCRIPTOR_AT = 16 * 2048;

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private FakeLab lab;
  private Path iso;

  NestInstallTest() {}

  @BeforeEach
  void ready() throws IOException {
    lab = FakeLab.ready(machineRoot);
    iso = isoNamed("ESXI-8.0U3B-24280767-STANDARD");
  }

  /** No more of an ISO than says that it is one. */
  private Path isoNamed(String volume) throws IOException {
    byte[] image = new byte[DESCRIPTOR_AT + 2048];
    byte[] magic = "\u0001CD001\u0001".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, image, DESCRIPTOR_AT, magic.length);
    byte[] name = volume.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, image, DESCRIPTOR_AT + 40, name.length);
    return Files.write(folder.resolve("installer.iso"), image);
  }

  @Test
  void makesHostAndStickAndSaysWhatToType() throws IOException {
    Run run = install("--ip", "192.0.2.10/24", "--gateway", "192.0.2.1", "--ssh");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Host 'esxi-1' created\n")
        .contains("Done:      make USB stick " + folder.resolve("esxi-1-install.img"))
        .contains("           start it\n")
        .contains("Type:      Shift+O at the installer's first screen, then: ks=usb:/ks.cfg")
        .contains("URI:       esx://root@192.0.2.10/\n")
        .doesNotContain(PASSWORD);
    String stick =
        Files.readString(folder.resolve("esxi-1-install.img"), StandardCharsets.ISO_8859_1);
    assertThat(stick)
        .contains("accepteula", "--ip=192.0.2.10", "rootpw --iscrypted $6$")
        .doesNotContain(PASSWORD);
    assertThat(lab.libvirt.done).containsExactly("define esxi-1", "start esxi-1");
    assertThat(lab.libvirt.dumpXml("esxi-1")).contains("installer.iso", "esxi-1-install.img");
  }

  @Test
  void aDryRunMakesNothing() {
    Run run = install("--dry-run", "--no-start", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "\"made\": false",
            "\"started\": false",
            "\"typed\": \"ks=usb:/ks.cfg",
            "\"uri\": null");
    assertThat(lab.libvirt.done).isEmpty();
    assertThat(folder.resolve("esxi-1-install.img")).doesNotExist();
  }

  @Test
  void aDryRunNeedsNoLibvirt() {
    lab.libvirt.absent(Kind.NO_CONNECTION, "nobody there");

    Run run = install("--dry-run", "--directory=" + folder.resolve("none"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Would do:  make USB stick ");
    assertThat(run.err().lines()).singleElement().asString().startsWith("warning: libvirt cannot");
    assertThat(install("--print-xml").out()).startsWith("<domain type='kvm'>");
    assertThat(install("--bridge=br7").err())
        .isEqualTo("error: libvirt cannot be reached: nobody there\n");
  }

  @Test
  void aNameInUseIsAllThatIsSaid() throws IOException {
    install();
    Files.writeString(iso, "no ISO any more");

    assertThat(install().err())
        .isEqualTo(
            "error: the name esxi-1 is in use: there is a domain of this name at qemu:///system\n");
  }

  @Test
  void destroyTakesTheStickWithTheDisks() {
    install();

    lab.vireo("nest", "destroy", "esxi-1", "--disks", "--yes");

    assertThat(folder).isDirectoryNotContaining("glob:**esxi-1*");
    assertThat(iso).exists();
  }

  @Test
  void thePasswordComesFromAFileOrItsHashDoes() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\nnote\n");
    Path hash = Files.writeString(folder.resolve("hash"), "$6$saltsalt$" + "a".repeat(86) + "\n");

    assertThat(installWith(Map.of(), "--dry-run", "--password-file", password.toString()).err())
        .isEmpty();
    assertThat(installWith(Map.of(), "--password-hash-file", hash.toString()).err()).isEmpty();
    assertThat(Files.readString(folder.resolve("esxi-1-install.img"), StandardCharsets.ISO_8859_1))
        .contains("rootpw --iscrypted $6$saltsalt$aaa");
    assertThat(
            installWith(
                    Map.of(),
                    "--password-file",
                    password.toString(),
                    "--password-hash-file",
                    hash.toString())
                .err())
        .isEqualTo(
            "error: Options --password-file and --password-hash-file are mutually exclusive\n");
    assertThat(installWith(Map.of(), "--password-hash-file", password.toString()).err())
        .startsWith("error: the hash of root's password is not one of SHA-512 crypt")
        .doesNotContain(PASSWORD);
  }

  @Test
  void withoutAPasswordNothingIsMade() {
    assertThat(installWith(Map.of()).err())
        .isEqualTo(
            """
            error: nobody is there to ask for root's password
            hint: give --password-file, or set VIREO_NEST_PASSWORD
            """);
    assertThat(lab.libvirt.done).isEmpty();
  }

  @Test
  void twoPasswordsThatAreAskedForMustBeTheSame() {
    assertThat(RootPassword.twice(answering("a", "a"))).containsExactly('a');
    assertThatThrownBy(() -> RootPassword.twice(answering("a", "b")))
        .isInstanceOf(CommandException.class)
        .hasMessage("the two passwords are not the same; nothing was made");
    assertThatThrownBy(() -> RootPassword.twice(answering())).isInstanceOf(CommandException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--ip 192.0.2.10|'192.0.2.10' is not an address with a prefix length of 1 to 30",
        "--gateway 192.0.2.1|option --gateway needs --ip",
        "--nameserver 192.0.2.1|option --nameserver needs --ip",
        "--hostname -x|'-x' cannot be a host name",
        "--boot-option a\u00a0b=c|cannot be the name of a boot option",
        "--license-file /nowhere|Failed to open file '/nowhere': No such file or directory",
        "--nic vmxnet4|QEMU has no network interface 'vmxnet4'",
      })
  void refusesWhatCannotWorkWithTheReason(String options, String message) {
    Run run = install(options.split(" "));

    assertThat(run.err()).startsWith("error: ").contains(message);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(lab.libvirt.done).isEmpty();
    assertThat(folder.resolve("esxi-1-install.img")).doesNotExist();
  }

  @Test
  void theLicenceAgreementMustBeAccepted() {
    Run run =
        lab.vireo(
            "nest", "install", "esxi-1", "--esxi", "8.0", "--iso", iso.toString(), "--usb-stick");

    assertThat(run.err())
        .isEqualTo(
            "error: an unattended installation accepts VMware's end user licence agreement for"
                + " you\nhint: say that you do with --accept-eula\n");
  }

  @Test
  void anIsoOfAnotherVersionNeedsToBeAccepted() throws IOException {
    isoNamed("ESXI-7.0U3N-21930508-STANDARD");

    assertThat(install().err())
        .contains("installs ESXi 7.0, and the host is made for ESXi 8.0")
        .contains("\nhint: --accept-known-bad makes it although that is known not to work\n");
    assertThat(install("--accept-known-bad").exitCode()).isZero();
  }

  @Test
  void whatIsNoIsoIsSaid() throws IOException {
    Files.writeString(iso, "<html>please log in</html>");

    assertThat(install().err())
        .contains(" is not an ISO image: it has no volume descriptor\nhint: was it downloaded");
    Files.delete(iso);
    assertThat(install().err()).contains("there is no ISO " + iso);
  }

  private Run install(String... options) {
    return installWith(Map.of("VIREO_NEST_PASSWORD", PASSWORD), options);
  }

  private Run installWith(Map<String, String> environment, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "nest",
                "install",
                "esxi-1",
                "--esxi=8.0",
                "--iso=" + iso,
                "--accept-eula",
                "--usb-stick"));
    args.addAll(List.of(options));
    if (args.stream().noneMatch(option -> option.startsWith("--directory="))) {
      args.add("--directory=" + folder);
    }
    return lab.vireo(environment, args.toArray(String[]::new));
  }

  private static Prompt answering(String... answers) {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    return new Prompt() {
      @Override
      public void show(String text) {
        throw new AssertionError("nothing is shown here: " + text);
      }

      @Override
      public @Nullable String line(String question) {
        throw new AssertionError("a password was asked for in the open");
      }

      @Override
      public char @Nullable [] secret(String question) {
        String answer = left.poll();
        return answer == null ? null : answer.toCharArray();
      }
    };
  }
}
