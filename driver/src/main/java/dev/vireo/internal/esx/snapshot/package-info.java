/** Snapshots of virtual machines. */
@NullMarked
package dev.vireo.internal.esx.snapshot;

import org.jspecify.annotations.NullMarked;
