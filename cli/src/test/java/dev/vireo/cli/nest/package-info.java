/** Tests of the commands for nested hosts. */
@NullMarked
package dev.vireo.cli.nest;

import org.jspecify.annotations.NullMarked;
