/** What happens to the virtual machines of a host, from its properties and its log of events. */
@NullMarked
package dev.vireo.internal.esx.event;

import org.jspecify.annotations.NullMarked;
