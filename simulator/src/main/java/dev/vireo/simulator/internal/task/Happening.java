package dev.vireo.simulator.internal.task;

import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.schema.ApiRelease;

/** Something in the history of a host: an event or a task. */
public interface Happening {

  /** Its number in its history: what comes later has a greater one. */
  int number();

  /** What the API shows of it; under {@link HostState#read}. */
  Object shown(ApiRelease api);
}
