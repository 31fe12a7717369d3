/** What happened on the host. */
@NullMarked
package dev.vireo.simulator.internal.event;

import org.jspecify.annotations.NullMarked;
