/** What the vSphere API has in each release: a table of types and their members. */
@NullMarked
package dev.vireo.simulator.internal.schema;

import org.jspecify.annotations.NullMarked;
