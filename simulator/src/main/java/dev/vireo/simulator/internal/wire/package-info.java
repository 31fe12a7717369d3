/** The ways to the simulated host: SOAP and files, by HTTPS, HTTP or in process. */
@NullMarked
package dev.vireo.simulator.internal.wire;

import org.jspecify.annotations.NullMarked;
