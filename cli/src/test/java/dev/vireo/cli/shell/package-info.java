/** Tests. */
@NullMarked
package dev.vireo.cli.shell;

import org.jspecify.annotations.NullMarked;
