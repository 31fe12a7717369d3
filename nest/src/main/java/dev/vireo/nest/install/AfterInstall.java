package dev.vireo.nest.install;

/** What the installer does when it is done. */
public enum AfterInstall {
  /** Starts the installed host. */
  REBOOT,
  /** Switches the machine off, so that an image can be made of its disk. */
  HALT
}
