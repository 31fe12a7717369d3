/** Tests. */
@NullMarked
package dev.vireo.cli.grammar;

import org.jspecify.annotations.NullMarked;
