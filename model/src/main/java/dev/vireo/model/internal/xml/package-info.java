/** Reading and writing XML for the document mappings of this module. */
@NullMarked
package dev.vireo.model.internal.xml;

import org.jspecify.annotations.NullMarked;
