/** Holds the domain XML model against C libvirt's own reading and writing of domain XML. */
@NullMarked
package dev.vireo.interop.domain;

import org.jspecify.annotations.NullMarked;
