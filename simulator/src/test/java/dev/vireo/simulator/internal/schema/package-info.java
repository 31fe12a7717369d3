/** Tests of the table of API types. */
@NullMarked
package dev.vireo.simulator.internal.schema;

import org.jspecify.annotations.NullMarked;
