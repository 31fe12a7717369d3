/** The data objects, enumerations and faults of the VI API, one record each. */
@NullMarked
package dev.vireo.vim.types;

import org.jspecify.annotations.NullMarked;
