package dev.vireo.junit;

/** What becomes of a test whose nested host cannot be had on this machine. */
public enum NestedFallback {
  /** It runs against a simulated host. */
  SIMULATOR,
  /** It is skipped, with the reason. */
  SKIP,
  /** It fails, with the reason. */
  FAIL
}
