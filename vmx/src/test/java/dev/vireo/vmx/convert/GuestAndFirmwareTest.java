package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestAndFirmwareTest {

  private static final String EFI = "<os firmware='efi'><type arch='x86_64'>hvm</type></os>";
  private static final String SECURE =
      "<os firmware='efi'><type arch='x86_64'>hvm</type><firmware>"
          + "<feature enabled='yes' name='enrolled-keys'/>"
          + "<feature enabled='yes' name='secure-boot'/></firmware></os>";
  private static final String TPM =
      "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>";

  @ParameterizedTest
  @CsvSource({
    "rhel5, i686",
    "rhel5-64, x86_64",
    "windows9SRV-64, x86_64",
    "'', i686",
    "arm-ubuntu-64, aarch64",
    "ARM-Windows11-64, aarch64",
    "arm-other, aarch64",
    "army-64, x86_64"
  })
  void theArchitectureIsInTheGuestId(String guestId, String arch) {
    assertThat(Vmx.xml("guestOS=" + guestId)).contains("<type arch='" + arch + "'>hvm</type>");
  }

  @Test
  void theGuestIdIsTheGeneralOneUnlessGiven() {
    assertThat(Vmx.written("", "")).containsEntry("guestOS", "other-64");
    assertThat(Vmx.written("<os><type arch='i686'>hvm</type></os>", ""))
        .containsEntry("guestOS", "other");
    assertThat(
            Vmx.written(VmxTarget.ofHardwareVersion(8).withGuestId("rhel9-64"), Vmx.domain("", "")))
        .containsEntry("guestOS", "rhel9-64");
  }

  @Test
  void otherArchitecturesAndMachinesAreRefused() {
    assertThatThrownBy(() -> Vmx.written("<os><type arch='ppc64'>hvm</type></os>", ""))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED));
    assertThatThrownBy(() -> Vmx.written("<os><type arch='i686'>xen</type></os>", ""))
        .isInstanceOfSatisfying(VmxException.class, e -> assertThat(e.nearest()).isEqualTo("hvm"));
  }

  private static final String ARM = "<os%s><type arch='aarch64'>hvm</type></os>";

  /** There is no ARM machine of VMware's with another firmware. */
  @Test
  void armMachinesAreWrittenWithEfi() {
    assertThat(Vmx.written(20, ARM.formatted(""), ""))
        .containsEntry("guestOS", "arm-other-64")
        .containsEntry("firmware", "efi");
    assertThat(Vmx.written(20, ARM.formatted(""), TPM))
        .containsEntry("firmware", "efi")
        .containsEntry("vtpm.present", "true");
    assertThatThrownBy(() -> Vmx.written(20, ARM.formatted(" firmware='bios'"), ""))
        .isInstanceOf(VmxException.class)
        .hasMessageStartingWith("os@firmware has to be efi for aarch64");
  }

  @Test
  void theGuestOfTheTargetHasToBeForTheArchitecture() {
    VmxTarget target = VmxTarget.ofHardwareVersion(20);

    assertThat(
            Vmx.written(target.withGuestId("arm-debian12-64"), Vmx.domain(ARM.formatted(""), "")))
        .containsEntry("guestOS", "arm-debian12-64");
    assertThatThrownBy(
            () -> Vmx.written(target.withGuestId("debian12-64"), Vmx.domain(ARM.formatted(""), "")))
        .isInstanceOf(VmxException.class)
        .hasMessage(
            "guestOS has to be a guest for aarch64, but is 'debian12-64'; the nearest that is"
                + " allowed is 'arm-other-64'");
    assertThatThrownBy(() -> Vmx.written(target.withGuestId("arm-debian12-64"), Vmx.domain("", "")))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("'other-64'");
  }

  @Test
  void theHostsSmbiosGoesBothWays() {
    assertThat(Vmx.xml("smbios.reflecthost=true")).contains("<smbios mode='host'/>");
    assertThat(Vmx.written("<os><type arch='i686'>hvm</type><smbios mode='host'/></os>", ""))
        .containsEntry("smbios.reflecthost", "true");
    assertThat(Vmx.written("<os><type arch='i686'>hvm</type><smbios mode='emulate'/></os>", ""))
        .doesNotContainKey("smbios.reflecthost");
    assertThatThrownBy(
            () -> Vmx.written("<os><type arch='i686'>hvm</type><smbios mode='sysinfo'/></os>", ""))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("sysinfo");
  }

  @Test
  void efiGoesBothWays() {
    assertThat(Vmx.xml("guestOS=a-64", "firmware=efi")).contains(EFI);
    assertThat(Vmx.xml("firmware=EFI")).contains("<os firmware='efi'>");
    assertThat(Vmx.under("firmware", Vmx.written(EFI, ""))).containsExactly("firmware=efi");
  }

  @Test
  void biosGoesBothWays() {
    String bios = "<os firmware='bios'><type arch='i686'>hvm</type></os>";

    assertThat(Vmx.xml("firmware=bios")).contains(bios);
    assertThat(Vmx.written(bios, "")).containsEntry("firmware", "bios");
  }

  @Test
  void secureBootGoesBothWays() {
    assertThat(Vmx.xml("guestOS=a-64", "firmware=efi", "uefi.secureBoot.enabled=TRUE"))
        .contains(SECURE);
    assertThat(Vmx.xml("firmware=efi", "uefi.secureBoot.enabled=FALSE")).doesNotContain("<feature");
    assertThat(Vmx.under("uefi.", Vmx.written(13, SECURE, "")))
        .containsExactly("uefi.secureBoot.enabled=true");
    assertThat(
            Vmx.written(
                SECURE.replace("enabled='yes' name='secure", "enabled='no' name='secure"), ""))
        .containsEntry("uefi.secureBoot.enabled", "false");
  }

  @Test
  void secureBootNeedsEfiAndHardwareVersion13() {
    assertThatThrownBy(() -> Vmx.written(12, SECURE, ""))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED);
              assertThat(e.key()).isEqualTo("virtualHW.version");
              assertThat(e.nearest()).isEqualTo("13");
            });
    assertThatThrownBy(() ->
            Vmx.written(13, "<os><type arch='i686'>hvm</type><loader secure='yes'/></os>", ""))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.key()).isEqualTo("os@firmware"));
  }

  @Test
  void theFilesOfVariablesGoBothWays() {
    for (String firmware : List.of("firmware=efi", "firmware=bios", "a=b")) {
      assertThat(Vmx.xml(firmware, "nvram=vm.nvram")).contains("<nvram>[ds1] vm/vm.nvram</nvram>");
    }
    assertThat(Vmx.xml("nvram=/vmfs/volumes/4a-2/x/vm.nvram"))
        .contains("<nvram>[ds2] x/vm.nvram</nvram>");
    assertThat(Vmx.xml("nvram=")).doesNotContain("nvram");
    assertThat(
            Vmx.written("<os><type arch='x86_64'>hvm</type><nvram>[ds2] vm.nvram</nvram></os>", ""))
        .containsEntry("nvram", "/vmfs/volumes/4a-2/vm.nvram")
        .doesNotContainKey("firmware");
  }

  @Test
  void aFileOfVariablesThatIsNowhereIsToldAndRefused() {
    assertThat(Vmx.warnings("nvram=/vmfs/volumes/gone/vm.nvram"))
        .containsExactly("nvram is in no datastore that is known and is shown as it stands");
    assertThatThrownBy(
            () -> Vmx.written("<os><type arch='x86_64'>hvm</type><nvram>vm.nvram</nvram></os>", ""))
        .isInstanceOf(VmxException.class)
        .hasMessage(
            "os/nvram has to be '[datastore] path' or an absolute path, but is 'vm.nvram'; the"
                + " nearest that is allowed is '[ds1] vm/vm.nvram'");
  }

  @Test
  void otherFirmwareIsLeftOut() {
    assertThat(Vmx.warnings("firmware=coreboot"))
        .containsExactly("firmware has to be bios or efi and was left out");
  }

  @Test
  void theTpmGoesBothWays() {
    assertThat(Vmx.xml("vtpm.present=TRUE", "firmware=efi")).contains(TPM);
    assertThat(Vmx.written(14, EFI, TPM)).containsEntry("vtpm.present", "true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>",
        "<tpm model='tpm-crb'><backend type='emulator' version='1.2'/></tpm>",
        "<tpm model='tpm-crb'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
        "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"
            + "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"
      })
  void otherTpmsAreRefused(String devices) {
    assertThatThrownBy(() -> Vmx.written(14, EFI, devices))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.kind()).isEqualTo(VmxException.Kind.UNSUPPORTED));
  }

  @Test
  void aTpmNeedsEfiAndHardwareVersion14() {
    assertThatThrownBy(() -> Vmx.written(13, EFI, TPM))
        .isInstanceOfSatisfying(VmxException.class, e -> assertThat(e.nearest()).isEqualTo("14"));
    assertThatThrownBy(() -> Vmx.written(14, "", TPM))
        .isInstanceOfSatisfying(
            VmxException.class, e -> assertThat(e.key()).isEqualTo("os@firmware"));
  }

  @Test
  void whatVmxCannotHoldIsReported() {
    DomainToVmx converter = new DomainToVmx(VmxTarget.ofHardwareVersion(8), Vmx.FILES);

    assertThat(
            converter
                .convert(
                    Vmx.domain(
                        "<os><type arch='i686'>hvm</type><boot dev='network'/></os>"
                            + "<cpu><model>Nehalem</model></cpu>",
                        "<channel type='unix'><target type='virtio' name='a'/></channel>"
                            + "<sound model='ich6'/>"))
                .warnings())
        .extracting(w -> w.key())
        .containsExactly("cpu", "os/boot", "devices/channel", "devices/sound");
  }
}
