/** The tree of the host's entities, and what makes and searches it. */
@NullMarked
package dev.vireo.simulator.internal.inventory;

import org.jspecify.annotations.NullMarked;
