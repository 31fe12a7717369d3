package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.VmxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a domain does not show is told. */
class UnshownTest {

  @ParameterizedTest
  @CsvSource({
    "scsi0.sharedBus, virtual",
    "scsi0.sharedBus, physical",
    "scsi0:0.mode, independent-persistent",
    "scsi0:0.mode, append",
    "scsi0:0.sharing, multi-writer",
    "sata0:0.clientDevice, TRUE",
    "floppy0.clientDevice, TRUE",
    "parallel0.startConnected, FALSE",
    "serial0.startConnected, false",
    "pciPassthru0.present, TRUE"
  })
  void whatADomainDoesNotShowIsToldWithItsLine(String key, String value) {
    assertThat(
            Vmx.read(
                    "scsi0.present=TRUE",
                    "sata0.present=TRUE",
                    "scsi0:0.present=TRUE",
                    "scsi0:0.fileName=a.vmdk",
                    "sata0:0.present=TRUE",
                    "sata0:0.deviceType=cdrom-raw",
                    "floppy0.present=TRUE",
                    "floppy0.fileType=device",
                    "ethernet0.present=TRUE",
                    "serial0.present=TRUE",
                    "parallel0.present=TRUE",
                    key + "=" + value)
                .warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.key()).isEqualTo(key);
          assertThat(warning.line()).isEqualTo(15);
        });
  }

  @Test
  void ordinarySettingsAreNotTold() {
    assertThat(
            Vmx.warnings(
                "scsi0.present=TRUE",
                "scsi0.sharedBus=none",
                "scsi0:0.present=TRUE",
                "scsi0:0.fileName=a.vmdk",
                "scsi0:0.mode=persistent",
                "scsi0:0.sharing=sharing-none",
                "ide1:1.present=TRUE",
                "ide1:1.deviceType=cdrom-raw",
                "ide1:1.startConnected=FALSE",
                "floppy0.startConnected=FALSE",
                "ide1:0.present=FALSE",
                "ide1:0.clientDevice=TRUE",
                "sound.present=TRUE",
                "usb.present=TRUE",
                "ehci.present=TRUE"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "floppy0.fileName=a.flp, floppy0.startConnected=FALSE, floppy0.fileName",
    "floppy0.fileName=vmware-null-remote-floppy, floppy0.clientDevice=TRUE, floppy0.clientDevice"
  })
  void aFirstFloppyDriveThatIsNotDeniedIsToldAndNotShown(String file, String other, String key) {
    assertThat(Vmx.read(file, other).domain().devices().disks()).isEmpty();
    assertThat(Vmx.read(file, other).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.key()).isEqualTo(key));
    assertThat(Vmx.warnings(file, other, "floppy0.present=FALSE")).isEmpty();
    assertThat(Vmx.warnings(file.replace("floppy0", "floppy1"))).isEmpty();
  }

  @Test
  void anEncryptedConfigurationIsNoMachine() {
    assertThatThrownBy(() -> Vmx.read("encryption.keySafe=vmware:key/x", "encryption.data=AAAA"))
        .isInstanceOf(VmxException.class)
        .hasMessage(
            "line 5: encryption.data makes the configuration of the machine unreadable: have VMware"
                + " decrypt it first");
  }

  @Test
  void theKeysOfATpmAreNoEncryptedConfiguration() {
    assertThat(Vmx.warnings("memsize=64", "encryption.keySafe=vmware:key/x")).isEmpty();
    assertThat(Vmx.warnings("encryption.keySafe=vmware:key/x"))
        .containsExactly(
            "encryption.keySafe says that the machine is encrypted: what is in the file may not be"
                + " all");
  }

  @Test
  void aMachineThatIsEncryptedInPartIsShownWithAWarning() {
    assertThat(Vmx.warnings("memsize=64", "encryption.data=AAAA"))
        .containsExactly("encryption.data is encrypted, and what is in it is not shown");
  }
}
