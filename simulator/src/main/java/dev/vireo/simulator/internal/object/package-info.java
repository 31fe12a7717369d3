/** The managed objects as such: references, properties, what guards and counts their changes. */
@NullMarked
package dev.vireo.simulator.internal.object;

import org.jspecify.annotations.NullMarked;
