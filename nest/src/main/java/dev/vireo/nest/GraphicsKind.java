package dev.vireo.nest;

import java.util.Locale;

/** How a nested host's screen can be seen; always on the loopback address alone. */
public enum GraphicsKind {
  /** VNC, which each QEMU has. */
  VNC,
  /** SPICE, which Red Hat's QEMU lacks since version 9 of their system. */
  SPICE,
  /** Not at all. */
  NONE;

  /** libvirt's name for it: {@code vnc}, {@code spice} or {@code none}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
