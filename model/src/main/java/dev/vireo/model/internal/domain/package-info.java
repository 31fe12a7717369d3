/** How the records of {@code dev.vireo.model.domain} stand in XML, one class per device family. */
@NullMarked
package dev.vireo.model.internal.domain;

import org.jspecify.annotations.NullMarked;
