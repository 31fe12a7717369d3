/** Tests. */
@NullMarked
package dev.vireo.cli.help;

import org.jspecify.annotations.NullMarked;
