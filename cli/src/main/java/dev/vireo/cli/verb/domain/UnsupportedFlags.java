package dev.vireo.cli.verb.domain;

/** The error for an option of virsh that asks a VMware host for something it does not have. */
final class UnsupportedFlags {
  private UnsupportedFlags() {}

  /**
   * libvirt's message.
   *
   * @param flags libvirt's bits of the options
   * @param function the function of libvirt's driver that refuses them
   */
  static String message(int flags, String function) {
    return "unsupported flags (0x" + Integer.toHexString(flags) + ") in function " + function;
  }
}
