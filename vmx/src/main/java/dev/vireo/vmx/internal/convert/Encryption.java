package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;

/** Machines of which all or some of the configuration is in an encrypted value. */
final class Encryption {

  private static final String KEYS = "encryption.keySafe";
  private static final String DATA = "encryption.data";
  private static final String MEMORY = "memsize";

  private Encryption() {}

  /**
   * Reports an encrypted machine. Keys alone are in the readable file of any machine with a TPM.
   *
   * @throws VmxException if the configuration itself is encrypted: what is readable is no machine
   */
  static void check(Section file) {
    boolean isReadable = file.entry(MEMORY) != null;
    VmxEntry data = file.entry(DATA);
    if (data != null && !isReadable) {
      throw new VmxException(
          VmxException.Kind.UNSUPPORTED,
          data.line(),
          data.key(),
          "makes the configuration of the machine unreadable: have VMware decrypt it first",
          null,
          null);
    }
    if (data != null) {
      file.warn(DATA, "is encrypted, and what is in it is not shown");
    } else if (file.entry(KEYS) != null && !isReadable) {
      file.warn(KEYS, "says that the machine is encrypted: what is in the file may not be all");
    }
  }
}
