/** The machine that nested hosts run on. */
@NullMarked
package dev.vireo.nest.host;

import org.jspecify.annotations.NullMarked;
