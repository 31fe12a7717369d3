/** The simulated host's managed objects, their state, and the clock of their changes. */
@NullMarked
package dev.vireo.simulator.internal.host;

import org.jspecify.annotations.NullMarked;
