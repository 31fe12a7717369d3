/** virsh's grammar: what a command takes, and how words become commands. */
@NullMarked
package dev.vireo.cli.grammar;

import org.jspecify.annotations.NullMarked;
