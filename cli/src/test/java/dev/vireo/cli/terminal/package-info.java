/** Tests of the terminal's texts. */
@NullMarked
package dev.vireo.cli.terminal;

import org.jspecify.annotations.NullMarked;
