/** Whether a nested host answers, and who it is. */
@NullMarked
package dev.vireo.nest.probe;

import org.jspecify.annotations.NullMarked;
