/** A self-signed certificate for the simulator's HTTPS port, made without third-party code. */
@NullMarked
package dev.vireo.simulator.internal.tls;

import org.jspecify.annotations.NullMarked;
