/** Tests of the simulated hosts, through what clients and tests see of them. */
@NullMarked
package dev.vireo.simulator.internal.wire;

import org.jspecify.annotations.NullMarked;
