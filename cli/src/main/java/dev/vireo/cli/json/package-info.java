/** Writes JSON. */
@NullMarked
package dev.vireo.cli.json;

import org.jspecify.annotations.NullMarked;
