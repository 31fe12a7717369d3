package dev.vireo.nest;

/**
 * What goes with a nested host.
 *
 * @param nvram whether the firmware's variables go
 * @param disks whether the disks that were made for it, and its serial log, go
 */
public record DestroyOptions(boolean nvram, boolean disks) {

  /** Only the definition. */
  public static final DestroyOptions DEFINITION_ONLY = new DestroyOptions(false, false);

  /** All that was made. */
  public static final DestroyOptions EVERYTHING = new DestroyOptions(true, true);
}
