/** libvirt's XML documents as immutable records. */
@NullMarked
package dev.vireo.model;

import org.jspecify.annotations.NullMarked;
