/** Datastores, and the looking for files on them. */
@NullMarked
package dev.vireo.simulator.internal.datastore;

import org.jspecify.annotations.NullMarked;
