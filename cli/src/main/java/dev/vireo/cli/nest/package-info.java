/** The commands for nested ESXi hosts. No other command loads anything of this package. */
@NullMarked
package dev.vireo.cli.nest;

import org.jspecify.annotations.NullMarked;
