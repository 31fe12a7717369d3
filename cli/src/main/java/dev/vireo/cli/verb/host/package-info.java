/** The commands of hosts. */
@NullMarked
package dev.vireo.cli.verb.host;

import org.jspecify.annotations.NullMarked;
