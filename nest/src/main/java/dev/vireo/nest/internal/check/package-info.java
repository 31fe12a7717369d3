/** The checks behind plans and {@code nest check}. */
@NullMarked
package dev.vireo.nest.internal.check;

import org.jspecify.annotations.NullMarked;
