/** The property collector: what clients see of managed objects, and of their changes. */
@NullMarked
package dev.vireo.simulator.internal.property;

import org.jspecify.annotations.NullMarked;
