/** The commands of domains. */
@NullMarked
package dev.vireo.cli.verb.domain;

import org.jspecify.annotations.NullMarked;
