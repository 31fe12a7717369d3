/** The SOAP 1.1 form of the VI API: one codec for both directions, derived from the records. */
@NullMarked
package dev.vireo.vim.soap;

import org.jspecify.annotations.NullMarked;
