/** The files on the simulated datastores, and their paths. */
@NullMarked
package dev.vireo.simulator.internal.files;

import org.jspecify.annotations.NullMarked;
