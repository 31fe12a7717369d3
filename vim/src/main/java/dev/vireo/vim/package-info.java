/** The VI API on the wire, without any notion of libvirt. */
@NullMarked
package dev.vireo.vim;

import org.jspecify.annotations.NullMarked;
