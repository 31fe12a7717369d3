/** What each ESXi version needs, with its sources. */
@NullMarked
package dev.vireo.nest.version;

import org.jspecify.annotations.NullMarked;
