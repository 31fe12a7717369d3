package dev.vireo.simulator;

/** Whether a simulated machine runs. */
public enum PowerState {
  /** It runs. */
  ON,
  /** It does not run. */
  OFF,
  /** It does not run, and its memory is kept on disk. */
  SUSPENDED
}
