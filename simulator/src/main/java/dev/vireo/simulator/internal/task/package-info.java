/** What the host does after it has answered. */
@NullMarked
package dev.vireo.simulator.internal.task;

import org.jspecify.annotations.NullMarked;
