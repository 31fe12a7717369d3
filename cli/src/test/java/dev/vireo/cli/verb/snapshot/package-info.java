/** Tests of the commands about snapshots. */
@NullMarked
package dev.vireo.cli.verb.snapshot;

import org.jspecify.annotations.NullMarked;
