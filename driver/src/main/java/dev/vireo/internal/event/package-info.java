/** Brings events from a driver to those who want them. */
@NullMarked
package dev.vireo.internal.event;

import org.jspecify.annotations.NullMarked;
