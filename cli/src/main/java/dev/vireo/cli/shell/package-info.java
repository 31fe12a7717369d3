/** The interactive shell: reading lines from a terminal or from a pipe. */
@NullMarked
package dev.vireo.cli.shell;

import org.jspecify.annotations.NullMarked;
