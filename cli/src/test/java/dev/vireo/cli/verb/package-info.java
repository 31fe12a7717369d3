/** Tests. */
@NullMarked
package dev.vireo.cli.verb;

import org.jspecify.annotations.NullMarked;
