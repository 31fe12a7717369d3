/** The command that shows what happens. */
@NullMarked
package dev.vireo.cli.verb.event;

import org.jspecify.annotations.NullMarked;
