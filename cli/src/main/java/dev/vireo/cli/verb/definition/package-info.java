/** Commands that make, change and remove definitions of domains. */
@NullMarked
package dev.vireo.cli.verb.definition;

import org.jspecify.annotations.NullMarked;
