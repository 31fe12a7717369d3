/** What happens to domains, as it happens. */
@NullMarked
package dev.vireo.event;

import org.jspecify.annotations.NullMarked;
