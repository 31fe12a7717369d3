/** What is wanted of libvirt, and {@code virsh} for it. */
@NullMarked
package dev.vireo.nest.libvirt;

import org.jspecify.annotations.NullMarked;
