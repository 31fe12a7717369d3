package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vmx set}: each property, and what it means for its neighbours. */
class VmxSetTest {
  private static final String VMX =
      """
      # kept
      .encoding = "UTF-8"
      config.version = "8"
      virtualHW.version = "19"
      displayName = "web"
      guestOS = "rhel9-64"
      memsize = "2048"
      numvcpus = "2"
      vhv.enable = "TRUE"
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  @TempDir Path folder;
  private Path vmx;

  @BeforeEach
  void writeFile() throws IOException {
    vmx = Files.writeString(folder.resolve("web.vmx"), VMX);
  }

  private Run set(String... properties) {
    String[] args = new String[properties.length + 3];
    args[0] = "vmx";
    args[1] = "set";
    args[2] = vmx.toString();
    System.arraycopy(properties, 0, args, 3, properties.length);
    return Run.vireo(args);
  }

  @Test
  void setsSeveralAtOnceAndTouchesNothingElse() throws IOException {
    assertThat(set("memory=4GiB", "vcpu=4", "name=b\u00fcro 2", "guest-os=debian12-64"))
        .isEqualTo(new Run("VMX file '" + vmx + "' changed\n", "", 0));
    assertThat(vmx)
        .hasContent(
            VMX.replace("2048", "4096")
                .replace("numvcpus = \"2\"", "numvcpus = \"4\"")
                .replace("= \"web\"", "= \"b\u00fcro 2\"")
                .replace("rhel9-64", "debian12-64"));
  }

  @Test
  void saysWhenNothingChanged() throws IOException {
    assertThat(set("memory=2GiB", "--in-place=.bak"))
        .isEqualTo(new Run("VMX file '" + vmx + "' not changed\n", "", 0));
    assertThat(folder.resolve("web.vmx.bak")).doesNotExist();
    assertThat(Run.vireo("-q", "vmx", "set", vmx.toString(), "memory=4096MiB").out()).isEmpty();
  }

  @Test
  void keepsWhatTheFileWasOrWritesElsewhere() throws IOException {
    assertThat(set("vcpu=4", "--in-place=.bak").exitCode()).isZero();
    assertThat(folder.resolve("web.vmx.bak")).hasContent(VMX);
    assertThat(set("vcpu=8", "--output", "-").out()).contains("numvcpus = \"8\"\n");
    assertThat(Run.with(Map.of(), VMX, "vmx", "set", "-", "vcpu=8").out())
        .isEqualTo(VMX.replace("numvcpus = \"2\"", "numvcpus = \"8\""));
    assertThat(vmx).hasContent(VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        // What stands in the file besides, the settings, and what stands in it then.
        "sched.mem.max = \"1024\"     | memory=4GiB | sched.mem.max = \"1024\"",
        "sched.mem.minsize = \"2048\" | memory=4GiB | sched.mem.minsize = \"2048\"",
        "sched.mem.minsize = \"2048\" | memory=1GiB | sched.mem.minsize = \"1024\"",
        "sched.cpu.shares = \"normal\" | vcpu=8 | sched.cpu.shares = \"normal\"",
        "sched.cpu.shares = \"1234\"  | vcpu=8 | sched.cpu.shares = \"1234\"",
        "cpuid.coresPerSocket = \"2\" | vcpu=8 | cpuid.coresPerSocket = \"8\"",
        "annotation = \"old\" | description=new | annotation = \"new\"",
        "firmware = \"bios\" | firmware=efi | firmware = \"efi\"",
        "x = \"\" | cores=2 | cpuid.coresPerSocket = \"2\"",
      })
  void keepsTheNeighboursOfAPropertyInStep(String line, String setting, String expected)
      throws IOException {
    Files.writeString(vmx, VMX + line + "\n");

    assertThat(set(setting).exitCode()).isZero();
    assertThat(Files.readString(vmx)).contains(expected + "\n");
  }

  @Test
  void keepsSeveralSocketsAndDropsThemForOneCoreEach() throws IOException {
    String sockets = VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\"");
    Files.writeString(vmx, sockets + "cpuid.coresPerSocket = \"2\"\n");

    assertThat(set("vcpu=8").exitCode()).isZero();
    assertThat(Files.readString(vmx)).contains("cpuid.coresPerSocket = \"2\"", "numvcpus = \"8\"");
    assertThat(set("cores=1").exitCode()).isZero();
    assertThat(Files.readString(vmx)).doesNotContain("coresPerSocket");
  }

  @Test
  void secureBootGoesWithEfi() throws IOException {
    Files.writeString(vmx, VMX + "firmware = \"efi\"\nuefi.secureBoot.enabled = \"TRUE\"\n");

    assertThat(set("firmware=bios").exitCode()).isZero();
    assertThat(Files.readString(vmx)).contains("firmware = \"bios\"").doesNotContain("secureBoot");
  }

  @Test
  void anEmptyDescriptionIsRemoved() throws IOException {
    Files.writeString(vmx, VMX + "annotation = \"old\"\n");

    assertThat(set("description=").exitCode()).isZero();
    assertThat(vmx).hasContent(VMX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour=red | there is no property 'colour' => the properties are name, description, memory, vcpu,"
            + " cores, guest-os, firmware",
        "memory | 'memory' is not PROPERTY=VALUE => write it like memory=4GiB",
        "=4GiB | '=4GiB' is not PROPERTY=VALUE => write it like memory=4GiB",
        "memory= | property 'memory' needs a value",
        "memory=4096 | '4096' is no size for memory",
        "memory=4GB | '4GB' is no size for memory",
        "memory=1GiB memory=2GiB | property 'memory' is there twice",
        "memory=1025MiB | {vmx}: memory has to be a multiple of 4096 KiB",
        "vcpu=two | 'two' is no number for vcpu => write 1 or more",
        "vcpu=0 | '0' is no number for vcpu => write 1 or more",
        "cores=3 | 2 processors do not fill sockets of 3 => give vcpu and cores that fit, such as",
        "guest-os=my-linux! | 'my-linux!' is no name of a system for guest-os => write it like",
        "firmware=uefi | 'uefi' is not one of bios, efi for firmware",
      })
  void aMistakeIsToldInOneSentenceAndChangesNothing(String settings, String message) {
    Run run = set(settings.split(" "));

    assertThat(run.err().replace("\nhint: ", " => "))
        .startsWith("error: " + message.replace("{vmx}", vmx.toString()));
    assertThat(run.err().lines().filter(line -> !line.startsWith("hint: "))).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(vmx).hasContent(VMX);
  }

  @Test
  void warnsOfWhatItBringsAboutAndNotOfWhatWasThere() throws IOException {
    Files.writeString(vmx, VMX + "ethernet3.virtualDev = \"e1000\"\n");

    assertThat(set("memory=4GiB").err()).isEmpty();
    Files.writeString(vmx, VMX.replace("virtualHW.version = \"19\"", "virtualHW.version = \"4\""));
    assertThat(set("memory=512GiB").err()).startsWith("warning: memsize: ");
  }
}
