/** The ESX driver: libvirt's operations as calls of the VI API. */
@NullMarked
package dev.vireo.internal.esx;

import org.jspecify.annotations.NullMarked;
