/** The {@code vireo} command: global options, one session with a host, errors and exit codes. */
@NullMarked
package dev.vireo.cli;

import org.jspecify.annotations.NullMarked;
