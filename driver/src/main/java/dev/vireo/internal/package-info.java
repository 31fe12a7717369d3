/** What stands between the public API and a kind of hypervisor; not part of the public API. */
@NullMarked
package dev.vireo.internal;

import org.jspecify.annotations.NullMarked;
