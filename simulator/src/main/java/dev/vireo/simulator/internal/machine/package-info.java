/** Virtual machines: what they are made of, how they are shown, and what is done with them. */
@NullMarked
package dev.vireo.simulator.internal.machine;

import org.jspecify.annotations.NullMarked;
