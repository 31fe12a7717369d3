package dev.vireo.simulator;

/**
 * How the property collector answers a client without a session. Servers are seen to do both, the
 * second mostly after a session expired.
 */
public enum ExpiredReads {
  /** With the fault {@code NotAuthenticated}. */
  FAULT,
  /**
   * With a normal answer whose properties are all in {@code missingSet}, each with {@code
   * NotAuthenticated}.
   */
  MISSING_SET
}
