/** What a host is. */
@NullMarked
package dev.vireo.internal.esx.host;

import org.jspecify.annotations.NullMarked;
