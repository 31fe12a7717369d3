/** XPath over documents, with the output of libxml2. */
@NullMarked
package dev.vireo.cli.xml;

import org.jspecify.annotations.NullMarked;
