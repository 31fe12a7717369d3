/** Tests of the simulated hosts' own HTTP server. */
@NullMarked
package dev.vireo.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
