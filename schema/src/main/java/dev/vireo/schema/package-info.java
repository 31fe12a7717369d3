/**
 * The schema of the VI API: its language, its reader, and the makers of what the other modules take
 * from it. Used by the build only.
 */
@NullMarked
package dev.vireo.schema;

import org.jspecify.annotations.NullMarked;
