/** The flags of functions: enums with libvirt's bits, given as sets. */
@NullMarked
package dev.vireo.flag;

import org.jspecify.annotations.NullMarked;
