/** Texts for people, and the tables of what a host has out of the box. */
@NullMarked
package dev.vireo.simulator.internal.description;

import org.jspecify.annotations.NullMarked;
