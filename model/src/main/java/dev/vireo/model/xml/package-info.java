/** A small tree of XML, for the parts of libvirt's documents that the records do not know. */
@NullMarked
package dev.vireo.model.xml;

import org.jspecify.annotations.NullMarked;
