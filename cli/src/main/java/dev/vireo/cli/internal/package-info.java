/** What the build needs of the command and nobody else. */
@NullMarked
package dev.vireo.cli.internal;

import org.jspecify.annotations.NullMarked;
