/** What goes to a terminal, in a form that it shows instead of acting upon it. */
@NullMarked
package dev.vireo.cli.terminal;

import org.jspecify.annotations.NullMarked;
