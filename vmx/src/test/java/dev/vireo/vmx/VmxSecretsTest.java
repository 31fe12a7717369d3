package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a configuration file must not be shown. */
class VmxSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RemoteDisplay.vnc.password",
        "remotedisplay.VNC.key",
        "encryption.keySafe",
        "encryption.data",
        "encryption.bundle",
        "encryption.encryptedKey",
        "dataFileKey",
        "scsi0:0.dataFileKey",
        "guestinfo.userdata",
        "guestinfo.vendordata",
        "guestinfo.metadata",
        "guestinfo.ovfEnv",
        "guestinfo.ignition.config.data",
        "guestinfo.coreos.config.data",
        "guestinfo.combustion.script",
        "guestinfo.talos.config",
        "guestinfo.cis.appliance.root.passwd",
        "guestinfo.k8s.join-token",
        "guestinfo.aws.secret",
        "guestinfo.ssh.private_key",
        "guestinfo.apiKey",
        "policy.vm.managedPassphrase",
        "machine.id"
      })
  void secretsAreKnownByTheirKeys(String key) {
    assertThat(VmxSecrets.isSecret(key)).isTrue();
    assertThat(VmxSecrets.shown(key, "hunter2")).isEqualTo("(not shown)");
    assertThat(new VmxEntry(key, "hunter2", 3).toString()).contains(key).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "displayName",
        "RemoteDisplay.vnc.keymap",
        "RemoteDisplay.vnc.port",
        "encryption.required.vtpm",
        "guestinfo.userdata.encoding",
        "guestinfo.hostname",
        "guestinfo.ip",
        "ethernet0.pvnID",
        "uuid.bios",
        "mks.keyboardFilter",
        "vmx.id",
        "keyboard.vusb.enable"
      })
  void otherValuesAreShown(String key) {
    assertThat(VmxSecrets.isSecret(key)).isFalse();
    assertThat(VmxSecrets.shown(key, "a")).isEqualTo("\"a\"");
  }
}
