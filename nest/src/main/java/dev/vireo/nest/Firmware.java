package dev.vireo.nest;

import java.util.Locale;

/** What a machine boots with. */
public enum Firmware {
  /** SeaBIOS. */
  BIOS,
  /**
   * OVMF without secure boot: libvirt chooses the image by {@code <os firmware='efi'>}, and with
   * Debian's firmware descriptions takes one with enrolled keys unless told otherwise.
   */
  UEFI;

  /** The name in options, messages and the version table: {@code bios} or {@code uefi}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
