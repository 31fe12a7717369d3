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
   * Reports an encrypted machine.
   *
   * @throws VmxException if the configuration itself is encrypted: what is readable is no machine
   */
  static void check(Section file) {
    VmxEntry data = file.entry(DATA);
    VmxEntry entry = data == null ? file.entry(KEYS) : data;
    if (entry == null) {
      return;
    }
    if (file.entry(MEMORY) == null) {
      throw new VmxException(
          VmxException.Kind.UNSUPPORTED,
          entry.line(),
          entry.key(),
          "makes the configuration of the machine unreadable: have VMware decrypt it first",
          null,
          null);
    }
    file.warn(entry.key(), "is encrypted, and what is in it is not shown");
  }
}
