/** One request to the server and one answer back: the seam that everything else stands on. */
@NullMarked
package dev.vireo.vim.transport;

import org.jspecify.annotations.NullMarked;
