/** Tests. */
@NullMarked
package dev.vireo.cli.log;

import org.jspecify.annotations.NullMarked;
