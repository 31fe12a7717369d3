package dev.vireo.simulator;

/** Whether VMware Tools can carry out what the host asks of a guest. */
public enum ToolsState {
  /** They are not installed. */
  MISSING,
  /** They are installed, but do not run even when the machine does. */
  STOPPED,
  /** They run whenever the machine does. */
  RUNNING
}
