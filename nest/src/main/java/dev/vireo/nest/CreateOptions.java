package dev.vireo.nest;

import dev.vireo.nest.check.Objection;

/**
 * How a nested host is made.
 *
 * @param start whether it is started
 * @param acceptKnownBad whether it is made although something is known not to work with its version
 * @param overcommit whether it is made although its disks may grow beyond the room there is
 */
public record CreateOptions(boolean start, boolean acceptKnownBad, boolean overcommit) {

  /** Defines only, and takes no risks. */
  public static final CreateOptions DEFAULT = new CreateOptions(false, false, false);

  /** These options, and the host is started. */
  public CreateOptions started() {
    return new CreateOptions(true, acceptKnownBad, overcommit);
  }

  boolean accepts(Objection objection) {
    return switch (objection.kind()) {
      case WARNING, NOTHING_TO_BOOT -> true;
      case KNOWN_BAD -> acceptKnownBad;
      case OVERCOMMITTED -> overcommit;
      case UNCHECKED, NAME_TAKEN, IMPOSSIBLE -> false;
    };
  }

  /** Whether an objection that is accepted is worth a warning. */
  boolean warnsOf(Objection objection) {
    return accepts(objection) && (start || objection.kind() != Objection.Kind.NOTHING_TO_BOOT);
  }
}
