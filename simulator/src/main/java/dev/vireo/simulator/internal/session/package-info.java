/** Clients that are logged in, and what belongs to each of them alone. */
@NullMarked
package dev.vireo.simulator.internal.session;

import org.jspecify.annotations.NullMarked;
