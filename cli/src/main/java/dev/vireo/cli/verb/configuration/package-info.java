/** The commands that show and change the configuration of domains. */
@NullMarked
package dev.vireo.cli.verb.configuration;

import org.jspecify.annotations.NullMarked;
