@NullMarked
package dev.vireo.schema;

import org.jspecify.annotations.NullMarked;
