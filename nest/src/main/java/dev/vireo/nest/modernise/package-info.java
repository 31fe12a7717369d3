/** Older hosts brought to what this release would make. */
@NullMarked
package dev.vireo.nest.modernise;

import org.jspecify.annotations.NullMarked;
