/** The commands, one class each, and the one table that names them. */
@NullMarked
package dev.vireo.cli.verb;

import org.jspecify.annotations.NullMarked;
