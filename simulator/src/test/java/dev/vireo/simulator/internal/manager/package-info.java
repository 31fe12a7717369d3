/** Tests of what a whole host shows. */
@NullMarked
package dev.vireo.simulator.internal.manager;

import org.jspecify.annotations.NullMarked;
