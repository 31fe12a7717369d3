/** What the packages of nested hosts share. Not API. */
@NullMarked
package dev.vireo.nest.internal;

import org.jspecify.annotations.NullMarked;
