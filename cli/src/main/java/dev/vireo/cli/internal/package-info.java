/** Internals of the command. */
@NullMarked
package dev.vireo.cli.internal;

import org.jspecify.annotations.NullMarked;
