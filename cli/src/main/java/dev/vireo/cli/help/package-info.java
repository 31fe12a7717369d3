/** What the table of commands gives besides parsing: help, completion and the manual page. */
@NullMarked
package dev.vireo.cli.help;

import org.jspecify.annotations.NullMarked;
