/** How snapshot XML becomes records, and back. */
@NullMarked
package dev.vireo.model.internal.snapshot;

import org.jspecify.annotations.NullMarked;
