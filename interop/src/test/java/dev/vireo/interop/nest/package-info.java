/** Nested hosts against libvirt's daemon and QEMU, with domains that really start. */
@NullMarked
package dev.vireo.interop.nest;

import org.jspecify.annotations.NullMarked;
