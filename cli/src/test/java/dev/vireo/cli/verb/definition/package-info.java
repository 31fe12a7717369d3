/** Tests of the commands that define domains. */
@NullMarked
package dev.vireo.cli.verb.definition;

import org.jspecify.annotations.NullMarked;
