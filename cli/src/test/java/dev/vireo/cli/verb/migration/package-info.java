/** Tests of the commands that move domains. */
@NullMarked
package dev.vireo.cli.verb.migration;

import org.jspecify.annotations.NullMarked;
